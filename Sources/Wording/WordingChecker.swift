import Diagnostics
import LosslessMarkdown

/// Reads the prose of a document and tells where its wording judges people.
package struct WordingChecker: Sendable {
    package init(packs: [RulePack], lexicons: [LexiconPack]) {}

    /// Findings in document order, one a clause. Comments that keep or switch off are the caller's to apply.
    package func findings(
        in document: MarkdownDocument, within range: Range<Int>? = nil, _ context: WordingContext
    ) -> [Finding] {
        []
    }

    /// One further question that the shape of an answer invites, nil where none fits.
    package func probe(for answer: String) -> String? { nil }

    /// The sentences on a line (from 1) as the checker sees them, one text line each entry.
    package func explanation(at line: Int, in document: MarkdownDocument, _ context: WordingContext)
        -> [String]
    {
        []
    }
}
