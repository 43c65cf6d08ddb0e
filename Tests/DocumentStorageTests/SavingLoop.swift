import Foundation
import TestSupport

/// A process that saves a document in a loop, or holds its lock.
final class SavingLoop {
    private let child = Process()
    private let output = Pipe()

    var process: pid_t { child.processIdentifier }

    init(in folder: TemporaryFolder, size: Int = 20_000, lockOnly: Bool = false) throws {
        child.executableURL = URL(fileURLWithPath: Program.path("saving-loop"))
        child.arguments = [folder["day.md"], String(lockOnly ? 0 : size)]
        child.standardOutput = output
        try child.run()
    }

    deinit { kill() }

    /// Waits until it has said something.
    func waitForLine() { _ = output.fileHandleForReading.availableData }

    /// Ends the process without warning; what it had said by then.
    @discardableResult func kill() -> [String] {
        guard child.isRunning else { return [] }
        Glibc.kill(process, SIGKILL)
        child.waitUntilExit()
        let said = (try? output.fileHandleForReading.readToEnd()) ?? nil
        return String(decoding: said ?? Data(), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
