import Diagnostics
import Forms
import StrictYAML

/// Turns a guide file into a guide, collecting every problem on the way.
package struct GuideReader {
    private let reader = YAMLReader()
    private var ids: Set<String> = []

    /// The guide and what is wrong with the file; no guide where anything is.
    package static func read(_ source: YAMLSource) -> (guide: Guide?, problems: [YAMLProblem]) {
        let parsed = StrictYAML.parse(source)
        guard let node = parsed.node else { return (nil, parsed.problems) }
        let read = read(node, file: source.name)
        return (parsed.problems.isEmpty ? read.guide : nil, parsed.problems + read.problems)
    }

    package static func read(_ node: YAMLNode, file: String) -> (guide: Guide?, problems: [YAMLProblem]) {
        var reading = GuideReader(file: file)
        let guide = reading.guide(node)
        return (reading.reader.problems.isEmpty ? guide : nil, reading.reader.problems)
    }
}
