/// Something the program promises, with a way to measure it.
protocol Figure: Sendable {
    /// What `--filter` looks at.
    var name: String { get }

    func measure(runs: Int) throws -> [FigureLine]
}

/// One line of the table.
struct FigureLine {
    var what: String
    var measured: String
    /// Empty where nothing is promised.
    var target = ""
    var isMet = true

    /// A figure for information.
    init(_ what: String, _ measured: String) {
        (self.what, self.measured) = (what, measured)
    }

    /// A value that must not exceed a limit, both in the same unit.
    init(_ what: String, _ value: Double, atMost limit: Double, unit: String, note: String = "") {
        self.what = what
        measured = "\(rounded(value)) \(unit)".trimmed + (note.isEmpty ? "" : ", \(note)")
        target = "≤ \(rounded(limit)) \(unit)".trimmed
        isMet = value <= limit
    }
}

/// Why a figure could not be measured.
struct BenchmarkError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}

/// Prints lines under each other while they are measured.
struct FigureTable {
    private let widths = (what: 62, measured: 40, target: 10)

    func printHead() {
        line("figure", "measured", "target", "met")
        line("------", "--------", "------", "---")
    }

    func print(_ figure: FigureLine) {
        line(
            figure.what, figure.measured, figure.target,
            figure.target.isEmpty ? "" : figure.isMet ? "yes" : "NO")
    }

    private func line(_ what: String, _ measured: String, _ target: String, _ met: String) {
        let cells = [(what, widths.what), (measured, widths.measured), (target, widths.target)]
        let padded = cells.map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
        Swift.print((padded + [met]).joined(separator: "  "))
    }
}

/// Three digits are all that a shared machine can tell.
func rounded(_ value: Double) -> String {
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let shown = (value * scale).rounded() / scale
    return digits == 0 || shown == shown.rounded() ? String(Int(shown)) : String(shown)
}

extension String {
    fileprivate var trimmed: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
