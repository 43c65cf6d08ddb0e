import Foundation

/// The program as it was built beside the tests.
package enum Program {
    package static let debrief = path("debrief")

    /// An executable of this package.
    package static func path(_ name: String) -> String {
        let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// How a run without a terminal ended.
    package struct Outcome: Sendable {
        package var status: Int32
        package var output: String
        package var errors: String
    }

    package static func run(
        _ arguments: [String], in folder: String, input: String = "", environment: [String: String] = [:],
        executable: String = debrief
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder, "TZ": "UTC", "LANG": "C.UTF-8"]
            .merging(environment) { $1 }
        let inputFile = folder + "/.input-\(UInt64.random(in: 0...UInt64.max))"
        let outputs = [inputFile + ".out", inputFile + ".err"]
        try Data(input.utf8).write(to: URL(fileURLWithPath: inputFile))
        for output in outputs { _ = FileManager.default.createFile(atPath: output, contents: nil) }
        defer { for file in [inputFile] + outputs { try? FileManager.default.removeItem(atPath: file) } }
        process.standardInput = FileHandle(forReadingAtPath: inputFile)
        process.standardOutput = FileHandle(forWritingAtPath: outputs[0])
        process.standardError = FileHandle(forWritingAtPath: outputs[1])
        try process.run()
        process.waitUntilExit()
        let read = { String(decoding: FileManager.default.contents(atPath: $0) ?? Data(), as: UTF8.self) }
        return Outcome(status: process.terminationStatus, output: read(outputs[0]), errors: read(outputs[1]))
    }
}
