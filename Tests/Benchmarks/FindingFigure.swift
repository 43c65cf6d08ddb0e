import Foundation
import TestSupport

/// `review` and `check` over one document, a folder of them, and the largest there may be; whole processes, with the
/// documents in memory where the system has a place for that.
struct FindingFigure: Figure {
    enum Command: String {
        case review
        case check
    }

    let command: Command
    var name: String { command.rawValue }

    /// In bytes.
    private static let page = 20_000
    private static let document = 24_000
    private static let largest = 5_000_000

    func measure(runs: Int) throws -> [FigureLine] {
        try one(runs) + folders(min(runs, 7)) + large(min(runs, 7)) + [growth(min(runs, 5))]
    }

    // MARK: rows

    private func one(_ runs: Int) throws -> [FigureLine] {
        let folder = try MemoryFolder.make() ?? TemporaryFolder()
        try BenchmarkDocument.write(to: folder[BenchmarkDocument.name], size: Self.page)
        let seconds = try times(runs, folder[BenchmarkDocument.name]).median
        let limit = command == .review ? 20.0 : 30
        return [
            FigureLine(
                "\(name): one document of 20 KB, from start to end", seconds * 1000, atMost: limit, unit: "ms"
            )
        ]
    }

    private func folders(_ runs: Int) throws -> [FigureLine] {
        let folder = try MemoryFolder.make() ?? TemporaryFolder()
        try BenchmarkDocument.writeMany(100, size: Self.document, into: folder, "hundred")
        try BenchmarkDocument.writeMany(1000, size: Self.document, into: folder, "thousand")
        let hundred = try times(runs, folder["hundred"]).median
        var peer: [Double] = []
        let thousand = try (0..<runs).map { _ in
            peer +=
                try Self.spellingChecker.map { [try MeasuredProcess.run([$0, folder["thousand"]]).seconds] }
                ?? []
            return try run(folder["thousand"])
        }
        let seconds = thousand.map(\.seconds).median
        let peak = Double(thousand.map(\.peakMemory).max() ?? 0) / 1_000_000
        let what = "\(name): 1,000 documents of 24 KB"
        switch command {
        case .review:
            return [
                FigureLine("\(name): 100 documents of 24 KB", hundred, atMost: 0.2, unit: "s"),
                peer.isEmpty
                    ? FigureLine(what, seconds, atMost: 0.6, unit: "s")
                    : FigureLine(what, seconds, atMost: peer.median, unit: "s", note: "typos by turns"),
                FigureLine("\(what), peak memory", peak, atMost: 60, unit: "MB"),
            ]
        case .check:
            return [
                FigureLine("\(name): 100 documents of 24 KB", "\(rounded(hundred)) s"),
                FigureLine(what, seconds, atMost: 2, unit: "s"),
                FigureLine("\(what), peak memory", "\(rounded(peak)) MB"),
            ]
        }
    }

    /// Where `typos` stands, the fastest of the spelling checkers; the machine is as busy for the one as for the other.
    private static let spellingChecker: String? = {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { "\($0)/typos" }.first { access($0, X_OK) == 0 }
    }()

    private func large(_ runs: Int) throws -> [FigureLine] {
        let folder = try MemoryFolder.make() ?? TemporaryFolder()
        try BenchmarkDocument.write(to: folder[BenchmarkDocument.name], size: Self.largest)
        let measured = try (0..<runs).map { _ in try run(folder[BenchmarkDocument.name]) }
        let seconds = measured.map(\.seconds).median
        let peak = Double(measured.map(\.peakMemory).max() ?? 0) / 1_000_000
        let what = "\(name): a document of 5 MB"
        switch command {
        case .review:
            let limit = 40 + 12 * Double(Self.largest) / 1_000_000
            return [
                FigureLine(what, seconds, atMost: 0.3, unit: "s"),
                FigureLine("\(what), peak memory", peak, atMost: limit, unit: "MB"),
            ]
        case .check:
            return [
                FigureLine(what, "\(rounded(seconds)) s"),
                FigureLine("\(what), peak memory", "\(rounded(peak)) MB"),
            ]
        }
    }

    /// From 250 KB to 4 MB, with the start of the program on a small document taken off.
    private func growth(_ runs: Int) throws -> FigureLine {
        let sizes = [250_000, 1_000_000, 4_000_000]
        let medians = try ([2000] + sizes).map { size in
            let folder = try MemoryFolder.make() ?? TemporaryFolder()
            try BenchmarkDocument.write(to: folder[BenchmarkDocument.name], size: size)
            return try times(runs, folder[BenchmarkDocument.name]).median
        }
        let points = zip(sizes, medians.dropFirst()).map { (size: Double($0), seconds: $1 - medians[0]) }
        let shown = points.map { rounded($0.seconds * 1000) }.joined(separator: ", ")
        return FigureLine(
            "\(name): growth, exponent from 250 KB to 4 MB, start taken off",
            (growthExponent(points) * 100).rounded() / 100, atMost: 1.1, unit: "", note: "\(shown) ms")
    }

    // MARK: runs

    private func times(_ runs: Int, _ path: String) throws -> [Double] {
        try (0..<runs).map { _ in try run(path).seconds }
    }

    private func run(_ path: String) throws -> MeasuredProcess {
        let process = try MeasuredProcess.run([
            Program.debrief, name, "--fail-on", "never", "--format", "json", path,
        ])
        guard process.status == 0 else {
            throw BenchmarkError("\(name) ended with status \(process.status) on \(path)")
        }
        return process
    }
}
