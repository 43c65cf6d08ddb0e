import Foundation
import TestSupport

/// What the program weighs and how long it takes to say its version, for comparison with the other figures.
struct ProgramFigure: Figure {
    let name = "program"

    func measure(runs: Int) throws -> [FigureLine] {
        let size = try FileManager.default.attributesOfItem(atPath: Program.debrief)[.size] as? Int ?? 0
        let starts = try (0..<runs).map { _ in
            try MeasuredProcess.run([Program.debrief, "--version"]).seconds * 1000
        }
        return [
            FigureLine("program: size of the executable", "\(rounded(Double(size) / 1_000_000)) MB"),
            FigureLine("program: --version, from start to end", "\(rounded(starts.median)) ms"),
        ]
    }
}
