import TestSupport

/// From the spawning of the program to its first prompt in a terminal.
struct FirstPromptFigure: Figure {
    let name = "first prompt"

    func measure(runs: Int) throws -> [FigureLine] {
        let (one, many, none) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
        one.write(BenchmarkDocument.unfinished, to: BenchmarkDocument.name)
        fill(many)
        var times: (file: [Double], folder: [Double], empty: [Double]) = ([], [], [])
        for _ in 0..<runs {
            times.file.append(try milliseconds([BenchmarkDocument.name], one))
            times.folder.append(try milliseconds([], many))
            times.empty.append(try milliseconds([], none))
        }
        return [
            FigureLine("first prompt: debrief FILE", times.file.median, atMost: 30, unit: "ms"),
            FigureLine(
                "first prompt: debrief, 50 Markdown files here", times.folder.median, atMost: 30, unit: "ms"),
            FigureLine("first prompt: debrief, nothing here", times.empty.median, atMost: 30, unit: "ms"),
        ]
    }

    private func milliseconds(_ arguments: [String], _ folder: TemporaryFolder) throws -> Double {
        try BenchmarkTerminal.debrief(arguments, in: folder.path).firstPrompt() * 1000
    }

    /// Fifty files as a team's folder has them: mostly finished postmortems, some not, some that are none.
    private func fill(_ folder: TemporaryFolder) {
        let notes = "# Notes\n\n" + String(repeating: "A line about the week, and one more.\n", count: 100)
        let kinds = [
            BenchmarkDocument.complete, BenchmarkDocument.unfinished, BenchmarkDocument.complete, notes,
        ]
        for index in 0..<50 { folder.write(kinds[index % kinds.count], to: "2026-01-\(index + 10).md") }
    }
}
