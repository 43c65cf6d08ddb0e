import Guides
import LosslessMarkdown
import Postmortems
import Synchronization

/// Guides for many documents: each is read when the first document needs it, and once.
final class GuideShelf: Sendable {
    private let prompts: PromptFiles
    let names: [String]
    /// Overrules what a document names.
    private let name: String?
    private let read = Mutex<[String: Guide?]>([:])

    init(_ prompts: PromptFiles, name: String?) {
        self.prompts = prompts
        names = prompts.guideNames
        self.name = name
    }

    /// Bound to the guide asked for, to the one the document names, else to the best match by headings; nil where none
    /// fits.
    func postmortem(_ document: MarkdownDocument) -> Postmortem? {
        if let name = name ?? GuideMatch.named(in: document), let guide = guide(named: name) {
            return Postmortem(document, guide: guide)
        }
        return name == nil ? GuideMatch.postmortem(document, among: all) : nil
    }

    private var all: [Guide] { names.compactMap { guide(named: $0) } }

    private func guide(named name: String) -> Guide? {
        read.withLock { known in
            if let guide = known[name] { return guide }
            let guide = try? prompts.guide(named: name)
            known[name] = .some(guide)
            return guide
        }
    }
}
