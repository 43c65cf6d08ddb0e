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
        postmortem(document, among: guides)?.guide
    }

    /// The same with the document bound to it.
    package static func postmortem(_ document: MarkdownDocument, among guides: [Guide]) -> Postmortem? {
        if let name = named(in: document), let guide = guides.first(where: { $0.name == name }) {
            return Postmortem(document, guide: guide)
        }
        let headings = HeadingIndex(document)
        let scored = guides.map { guide in
            let binding = SectionBinding(headings, guide: guide)
            return (guide: guide, binding: binding, count: binding.headingCount(guide))
        }
        guard let most = scored.map(\.count).max(), most >= 3 else { return nil }
        return scored.first { $0.count == most }.map {
            Postmortem(document, guide: $0.guide, binding: $0.binding)
        }
    }
}
