import Diagnostics
import Guides
import LosslessMarkdown

extension Postmortem {
    /// The document with its comment naming this guide, where it names another so far; none is added.
    package var namingItsGuide: Postmortem {
        for directive in document.directives {
            guard case .guide(let name) = directive.kind else { continue }
            guard name != guide.name else { return self }
            let comment = "<!-- debrief:guide \(guide.name) -->"
            return rebased(on: document.applying([TextEdit(directive.range, comment)]))
        }
        return self
    }
}

/// Which guide a document belongs to.
package enum GuideMatch {
    /// The name in the document's own `debrief:guide` comment.
    package static func named(in document: MarkdownDocument) -> String? {
        document.directives.lazy.compactMap { directive in
            if case .guide(let name) = directive.kind { return name }
            return nil
        }.first
    }

    /// The guide that the document names, else the one most of whose headings it has; nil where no guide has three.
    package static func best(for document: MarkdownDocument, among guides: [Guide]) -> Guide? {
        if let name = named(in: document), let guide = guides.first(where: { $0.name == name }) {
            return guide
        }
        let headings = HeadingIndex(document)
        let scored = guides.map { ($0, SectionBinding(headings, guide: $0).headingCount($0)) }
        guard let most = scored.map(\.1).max(), most >= 3 else { return nil }
        return scored.first { $0.1 == most }?.0
    }
}
