import ArgumentParser
import TestSupport

/// Measures the program as a person meets it, whole processes from the outside, and prints a table.
@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Measures start, echo, answers, opening, growth, review and check of the built program.")

    @Option(help: "Only figures whose name holds this word.")
    var filter: String?

    @Option(help: "How often each figure is measured; medians are shown.")
    var runs = 15

    func run() throws {
        let figures = allFigures.filter { filter.map($0.name.contains) ?? true }
        let table = FigureTable()
        table.printHead()
        for figure in figures {
            for line in try figure.measure(runs: max(3, runs)) { table.print(line) }
        }
    }
}

/// In the order of the table.
private let allFigures: [any Figure] = [
    ProgramFigure(), FirstPromptFigure(), KeyEchoFigure(), AnswerFigure(), OpeningFigure(), GrowthFigure(),
    FindingFigure(command: .review), FindingFigure(command: .check),
]
