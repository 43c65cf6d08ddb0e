import Diagnostics
import DocumentStorage
import Guides
import LosslessMarkdown
import Postmortems

/// A document on disk together with the guide it belongs to.
struct OpenDocument {
    var stored: StoredDocument
    var postmortem: Postmortem

    /// Opens a file and finds its guide: the one asked for, the one it names, else the best match by headings.
    init(_ path: String, guide name: String?, prompts: PromptFiles) throws(Failure) {
        do {
            stored = try StoredDocument.openingText(path)
        } catch {
            throw Failure(error)
        }
        if let whole = StaleFiles.wholeText(of: stored.path) { throw Self.cutShort(path, whole) }
        let document = MarkdownDocument(stored.bytes)
        postmortem = Postmortem(
            document, guide: try Self.guide(name, for: document, path, prompts.beside(path)))
    }

    private static func guide(
        _ name: String?, for document: MarkdownDocument, _ path: String, _ prompts: PromptFiles
    ) throws(Failure) -> Guide {
        if let name { return try prompts.guide(named: name) }
        if let named = GuideMatch.named(in: document) {
            guard prompts.guideNames.contains(named) else {
                throw Failure(
                    .unreadable,
                    "'\(path)' names the guide '\(named)', which is not among those known here (\(prompts.guideNames.joined(separator: ", "))); '--guide NAME' says which to follow."
                )
            }
            return try prompts.guide(named: named)
        }
        if let best = GuideMatch.best(for: document, among: prompts.readableGuides) { return best }
        throw Failure(
            .unreadable,
            "'\(path)' does not look like a postmortem: it has fewer than three headings of any guide. '--guide NAME' says which it follows (\(prompts.guideNames.joined(separator: ", ")))."
        )
    }
}

extension OpenDocument {
    /// A session was killed while it wrote over a document that has several names.
    static func cutShort(_ path: String, _ whole: String) -> Failure {
        Failure(
            .unreadable,
            "'\(path)' was cut short while it was being saved; the whole text is in '\(whole)', and 'debrief \(ShellWord(path).quoted)' puts it back."
        )
    }
}

extension Failure {
    /// The sentence of a storage error and the status of its kind.
    init(_ error: StorageError) {
        self.init(ExitStatus(error.kind), error.description)
    }
}

extension ExitStatus {
    init(_ kind: StorageError.Kind) {
        switch kind {
        case .noSuchInput: self = .noInput
        case .unreadable: self = .unreadable
        case .cannotCreate: self = .cannotCreate
        case .inputOutput: self = .inputOutput
        case .locked: self = .locked
        }
    }
}
