import Glibc
import TestSupport

/// From Enter to the next prompt: the answer is checked, put in, read back and saved.
///
/// The same session runs on a disk and in a folder held in memory, where the sync costs nothing; what is left there
/// is the program's own share.
struct AnswerFigure: Figure {
    let name = "answer"
    private let size = 50_000

    func measure(runs: Int) throws -> [FigureLine] {
        let disk = try AnsweringSession(in: TemporaryFolder(), size: size)
        let memory = try MemoryFolder.make().map { try AnsweringSession(in: $0, size: size) }
        var times: (disk: [Double], memory: [Double]) = ([], [])
        for index in 0..<(runs * 4) {
            times.disk.append(try disk.answer(index) * 1000)
            if let memory { times.memory.append(try memory.answer(index) * 1000) }
        }
        let onDisk = FigureLine(
            "answer: Enter to next prompt, 50 KB, on disk, p95", times.disk.percentile(0.95), atMost: 30,
            unit: "ms", note: "median \(rounded(times.disk.median))")
        guard !times.memory.isEmpty else { return [onDisk] }
        return [
            onDisk,
            FigureLine(
                "answer: the same without the sync, p95", times.memory.percentile(0.95), atMost: 5,
                unit: "ms",
                note: "median \(rounded(times.memory.median))"),
        ]
    }
}

/// An interview that takes one answer after another: rows of the timeline and items of a list by turns.
struct AnsweringSession {
    private let terminal: BenchmarkTerminal
    private let folder: TemporaryFolder

    init(in folder: TemporaryFolder, size: Int) throws {
        self.folder = folder
        try BenchmarkDocument.write(to: folder[BenchmarkDocument.name], size: size)
        terminal = try BenchmarkTerminal.debrief([BenchmarkDocument.name], in: folder.path)
        _ = try terminal.firstPrompt()
        try terminal.session.waitForQuiet(milliseconds: 100, after: 0)
    }

    /// Seconds that one answer took.
    func answer(_ index: Int) throws -> Double {
        if index % 20 == 0 { _ = try terminal.enter(":goto timeline.recovery") }
        if index % 20 == 10 { _ = try terminal.enter(":goto technical-lessons.items") }
        return index % 20 < 10
            ? try terminal.enter(
                "18:\(10 + index % 50) | queue falls by \(index) | watched it | on-call engineer")
            : try terminal.enter("Lesson \(index): a certificate on disk is not a certificate in use")
    }
}

/// A temporary folder in memory, where the system has one.
enum MemoryFolder {
    static func make() throws -> TemporaryFolder? {
        access("/dev/shm", W_OK) == 0 ? try TemporaryFolder(in: "/dev/shm/") : nil
    }
}
