import Foundation
import TestSupport

/// Opening the largest document there may be, to the first prompt.
struct OpeningFigure: Figure {
    let name = "opening"
    private let size = 5_000_000

    func measure(runs: Int) throws -> [FigureLine] {
        let folder = try TemporaryFolder()
        try BenchmarkDocument.write(to: folder[BenchmarkDocument.name], size: size)
        let measured = try (0..<runs).map { _ in try Opened(in: folder) }
        let peak = Double(measured.map(\.peakMemory).max() ?? 0)
        return [
            FigureLine(
                "opening: 5 MB, from start to the first prompt", measured.map(\.seconds).median, atMost: 0.5,
                unit: "s"),
            FigureLine(
                "opening: 5 MB, peak memory over the file's size", peak / Double(size), atMost: 12, unit: "×",
                note: "\(rounded(peak / 1_000_000)) MB"),
        ]
    }
}

/// One opening of the folder's document.
struct Opened {
    var seconds: Double
    /// In bytes, up to the first prompt.
    var peakMemory: Int

    init(in folder: TemporaryFolder) throws {
        let terminal = try BenchmarkTerminal.debrief([BenchmarkDocument.name], in: folder.path)
        seconds = try terminal.firstPrompt()
        peakMemory = try Self.peakMemory(of: terminal.session.pid)
    }

    /// The high-water mark of a running process.
    private static func peakMemory(of process: pid_t) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) * 1024
    }
}
