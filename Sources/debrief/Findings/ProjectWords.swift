import StrictYAML
import Wording

extension ProjectConfig {
    /// Teams, which are judged as people are; nil where none is named. Of a name with several words the last one counts,
    /// as it does in a sentence.
    var lexicon: LexiconPack? {
        guard !teams.isEmpty else { return nil }
        let node = Self.mapping([
            ("name", Self.text("project")),
            ("classes", Self.mapping([("person", Self.words(teams))])),
        ])
        let read = LexiconPack.read(node, file: Self.fileName)
        guard let pack = read.pack else {
            preconditionFailure("a lexicon of plain words reads well: \(read.problems)")
        }
        return pack
    }

    private static func words(_ names: [String]) -> YAMLNode {
        let last = names.compactMap { $0.lowercased().split(whereSeparator: \.isWhitespace).last }
        return text(last.joined(separator: " "))
    }

    private static func text(_ text: String) -> YAMLNode {
        YAMLNode(.scalar(text), at: YAMLMark(line: 1, column: 1))
    }

    private static func mapping(_ entries: [(String, YAMLNode)]) -> YAMLNode {
        YAMLNode(
            .mapping(entries.map { (key: text($0.0), value: $0.1) }), at: YAMLMark(line: 1, column: 1))
    }
}
