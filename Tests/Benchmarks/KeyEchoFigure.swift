import TestSupport

/// How long a typed character takes to the screen, against bash's `read -e` in the same run.
struct KeyEchoFigure: Figure {
    let name = "key echo"

    /// Readline's time may be taken this many times.
    private let limit = 4.0

    func measure(runs: Int) throws -> [FigureLine] {
        let folder = try TemporaryFolder()
        folder.write(BenchmarkDocument.unfinished, to: BenchmarkDocument.name)
        let debrief = try BenchmarkTerminal.debrief([BenchmarkDocument.name], in: folder.path)
        let bash = try BenchmarkTerminal.bash(in: folder.path)
        for terminal in [debrief, bash] {
            _ = try terminal.firstPrompt()
            try terminal.session.waitForQuiet(milliseconds: 100, after: 0)
        }
        let short = try pairs(runs, debrief, bash)
        for terminal in [debrief, bash] {
            _ = try terminal.echo(of: String(repeating: "abcd efgh ", count: 40))
            try terminal.session.waitForQuiet(milliseconds: 100, after: 0)
            _ = try terminal.echo(of: "\u{01}")
        }
        let long = try pairs(runs, debrief, bash)
        return [
            line("key echo: short line, times bash's read -e", short),
            line("key echo: start of 400 characters, times bash's read -e", long),
        ]
    }

    /// The terminals take turns, so that both meet the same moments of a busy machine.
    private func pairs(_ runs: Int, _ debrief: BenchmarkTerminal, _ bash: BenchmarkTerminal) throws
        -> [(debrief: Double, bash: Double)]
    {
        try (0..<(runs * 4)).map { index in
            if index % 40 == 39 { for terminal in [debrief, bash] { _ = try terminal.echo(of: "\u{17}") } }
            let key = String(UnicodeScalar(UInt8(97 + index % 26)))
            return (try debrief.echo(of: key), try bash.echo(of: key))
        }
    }

    private func line(_ what: String, _ pairs: [(debrief: Double, bash: Double)]) -> FigureLine {
        let (ours, theirs) = (pairs.map(\.debrief).median, pairs.map(\.bash).median)
        return FigureLine(
            what, ours / theirs, atMost: limit, unit: "",
            note: "\(rounded(ours * 1_000_000)) against \(rounded(theirs * 1_000_000)) µs")
    }
}
