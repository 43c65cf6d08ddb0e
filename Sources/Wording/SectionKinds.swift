import Diagnostics
import LosslessMarkdown

/// Which kind of section a place is in: as the caller told, else as the headings that a pack knows say.
/// Headings are read when a place is first asked for, since most documents have none to ask for.
final class SectionKinds {
    private lazy var ranges: [(range: Range<Int>, kind: String)] = read()
    private let context: WordingContext
    private let document: MarkdownDocument
    private let rules: RuleSet

    init(_ context: WordingContext, _ document: MarkdownDocument, _ rules: RuleSet) {
        self.context = context
        self.document = document
        self.rules = rules
    }

    private func read() -> [(range: Range<Int>, kind: String)] {
        guard context.sections.isEmpty else { return context.sections }
        return document.sections.compactMap { section in
            Self.kind(of: section.title, rules).map { (section.subtree, $0) }
        }
    }

    /// The last stretch that holds an offset is the innermost.
    func kind(at offset: Int) -> String? { ranges.last { $0.range.contains(offset) }?.kind }

    private static func kind(of title: String, _ rules: RuleSet) -> String? {
        let words = title.lowercased().words(with: "'")
        return rules.headings.first { $0.phrases.contains { contains(words, $0) } }?.kind
    }

    private static func contains(_ words: [Substring], _ phrase: [Substring]) -> Bool {
        guard !phrase.isEmpty, words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains {
            words[$0..<($0 + phrase.count)].elementsEqual(phrase)
        }
    }
}
