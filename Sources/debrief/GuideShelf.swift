import Guides
import LosslessMarkdown
import Postmortems
import Synchronization

/// Guides for many documents: each is read when the first document needs it, and once.
final class GuideShelf: Sendable {
    private let prompts: PromptFiles
    /// Overrules what a document names.
    private let name: String?
    private let read = Mutex<[String: Guide?]>([:])

    init(_ prompts: PromptFiles, name: String?) {
        self.prompts = prompts
        self.name = name
    }

    var names: [String] { prompts.guideNames }

    /// The guide asked for, the one the document names, else the best match by headings; nil where none fits.
    func guide(for document: MarkdownDocument) -> Guide? {
        if let name { return guide(named: name) }
        if let named = GuideMatch.named(in: document), let guide = guide(named: named) { return guide }
        return GuideMatch.best(for: document, among: names.compactMap { guide(named: $0) })
    }

    private func guide(named name: String) -> Guide? {
        read.withLock { known in
            if let guide = known[name] { return guide }
            let guide = try? prompts.guide(named: name)
            known[name] = .some(guide)
            return guide
        }
    }
}
