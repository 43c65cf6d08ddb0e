import TestSupport

/// How opening and answering grow with the document.
struct GrowthFigure: Figure {
    let name = "growth"
    private let sizes = [50_000, 500_000, 5_000_000]

    func measure(runs: Int) throws -> [FigureLine] {
        let opening = try openings(runs)
        let answering = try answers(runs)
        return [
            line("growth: opening, exponent from 50 KB to 5 MB, start taken off", opening),
            line("growth: answering, exponent from 50 KB to 5 MB", answering),
        ]
    }

    /// Medians for each size, with the start of the program on a small document taken off.
    private func openings(_ runs: Int) throws -> [(size: Double, seconds: Double)] {
        let folders = try ([2_000] + sizes).map { size in
            let folder = try TemporaryFolder()
            try BenchmarkDocument.write(to: folder[BenchmarkDocument.name], size: size)
            return folder
        }
        var times: [[Double]] = Array(repeating: [], count: folders.count)
        for _ in 0..<runs {
            for (index, folder) in folders.enumerated() {
                times[index].append(try Opened(in: folder).seconds)
            }
        }
        return zip(sizes, times.dropFirst()).map { (Double($0), $1.median - times[0].median) }
    }

    private func answers(_ runs: Int) throws -> [(size: Double, seconds: Double)] {
        let sessions = try sizes.map { size in
            try AnsweringSession(in: try MemoryFolder.make() ?? TemporaryFolder(), size: size)
        }
        var times: [[Double]] = Array(repeating: [], count: sizes.count)
        for index in 0..<runs {
            for (place, session) in sessions.enumerated() { times[place].append(try session.answer(index)) }
        }
        return zip(sizes, times).map { (Double($0), $1.median) }
    }

    private func line(_ what: String, _ points: [(size: Double, seconds: Double)]) -> FigureLine {
        let shown = points.map { "\(rounded($0.seconds * 1000))" }.joined(separator: ", ")
        let exponent = (growthExponent(points) * 100).rounded() / 100
        return FigureLine(what, exponent, atMost: 1, unit: "", note: "\(shown) ms")
    }
}
