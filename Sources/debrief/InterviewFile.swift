import DocumentStorage
import Glibc
import Guides
import IncidentTime
import LosslessMarkdown
import Postmortems

/// The file behind an interview: there from the start, or made when the first answer is accepted.
final class InterviewFile {
    /// What became of a save.
    enum Outcome {
        case saved
        /// The file had been removed or emptied; it was written again as a whole.
        case restored
        /// The file was made just now, under this name.
        case created(String)
        case savedButNotDurable(String)
        /// Somebody else wrote the file; it was left as they wrote it. A third writer's text is in a file of its own.
        case changedOnDisk([UInt8], alsoKept: String?)
        /// What somebody else wrote at the same moment is in a file of its own.
        case savedBeside(String)
    }

    /// Where a new file goes: the path asked for, else a name from the date and the title.
    struct Plan {
        var path: String?
        var folder: String
        var date: CalendarDate
        /// The file is wanted even where nothing is answered.
        var isMadeBlank = false
    }

    private var stored: StoredDocument?
    private let plan: Plan?
    private let state: StateFolder
    /// What a file of this name has to be; somebody else may put something else in its place.
    private let guide: Guide
    private var lock: SessionLock?
    private(set) var drafts: DraftStore
    /// Lines of a paste that wait while something else is typed.
    private(set) var rests: DraftStore
    /// As it is typed after `debrief`; nil while there is no file.
    private(set) var name: String?

    init(_ stored: StoredDocument, guide: Guide, name: String, lock: SessionLock, state: StateFolder) {
        (self.stored, self.guide, self.name, self.lock, self.state) = (stored, guide, name, lock, state)
        plan = nil
        drafts = DraftStore(document: stored.path, state: state)
        rests = Self.rests(of: stored.path, state)
        self.stored?.refusal = refusal(since: stored.bytes)
    }

    init(_ plan: Plan, guide: Guide, state: StateFolder) {
        (self.plan, self.guide, self.state) = (plan, guide, state)
        let path = plan.path.map { FilePath.absolute($0, from: plan.folder) }
        drafts = DraftStore(document: path ?? plan.folder + "/", state: state)
        rests = Self.rests(of: path ?? plan.folder + "/", state)
    }

    private static func rests(of document: String, _ state: StateFolder) -> DraftStore {
        DraftStore(document: document, purpose: "rest", state: state)
    }

    deinit { lock?.release() }

    func save(_ bytes: [UInt8], title: String) throws(StorageError) -> Outcome {
        guard stored != nil else { return .created(try create(bytes, title: title)) }
        switch try stored!.save(bytes) {
        case .saved, .unchanged: return .saved
        case .restored: return .restored
        case .savedButNotDurable(let reason): return .savedButNotDurable(reason)
        case .changedOnDisk(let theirs, let third): return .changedOnDisk(theirs, alsoKept: third)
        case .savedBeside(let kept): return .savedBeside(kept)
        }
    }

    /// Why nobody is kept from writing the file at the same time.
    var lockProblem: String? {
        guard case .unavailable(let reason) = lock?.state else { return nil }
        return reason
    }

    /// A file was asked for and is not there yet.
    var isStillToBeMade: Bool { stored == nil && plan?.isMadeBlank == true }

    /// Nothing has the document's name any more.
    var isMissing: Bool { stored.map { !FolderListing.exists($0.path) } ?? false }

    /// Why what stands in the document's place is nothing to go on with, as one sentence.
    var displacement: String? {
        do throws(StorageError) {
            try stored?.checkPlace()
            return nil
        } catch {
            return error.description
        }
    }

    /// Another state of the postmortem may take its place, another text may not; a file that was no postmortem by its
    /// headings when it was opened need not become one.
    private func refusal(since opened: [UInt8]) -> ([UInt8]) -> String? {
        let guide = guide
        let isPostmortem = { (bytes: [UInt8]) in
            let document = MarkdownDocument(bytes)
            return GuideMatch.named(in: document) != nil
                || GuideMatch.best(for: document, among: [guide]) != nil
        }
        return { bytes in
            if let problem = textProblem(bytes) { return problem }
            guard !isPostmortem(bytes), isPostmortem(opened) else { return nil }
            return
                "was replaced by a text that is no postmortem: it has fewer than three of the headings that the guide '\(guide.name)' knows."
        }
    }

    /// Keeps the state that the next save replaces, so that what a save leaves behind can be told from it.
    ///
    /// - Returns: the state in which the document was left, where it is another one.
    func noteState() -> [UInt8]? {
        let last = drafts.last
        guard let stored else { return last }
        guard last != stored.bytes else { return nil }
        drafts.keepLast(stored.bytes)
        return last
    }

    /// What somebody else has written since the last look.
    func refresh() -> [UInt8]? { stored?.refresh() }

    /// Puts the newest state beside the document, or into the state folder, when it could not be saved.
    func rescue(_ bytes: [UInt8], title: String) -> String? {
        drafts.rescue(
            bytes, beside: stored?.path ?? plannedName(title: title),
            temporary: Surroundings.current["TMPDIR"] ?? "/tmp")
    }

    private func create(_ bytes: [UInt8], title: String) throws(StorageError) -> String {
        let (name, made) = try make(bytes, title: title)
        drafts.clear()
        drafts = DraftStore(document: made.path, state: state)
        rests = Self.rests(of: made.path, state)
        (stored, self.name) = (made, name)
        return name
    }

    /// A name made from the title gives way where another session took it at the same moment.
    private func make(_ bytes: [UInt8], title: String) throws(StorageError) -> (String, StoredDocument) {
        for _ in 0..<16 {
            let name = plannedName(title: title)
            do {
                return (name, try make(bytes, at: name))
            } catch {
                guard plan?.path == nil, error.kind == .locked || FolderListing.exists(name) else {
                    throw error
                }
                // The other session is about to make its file.
                if error.kind == .locked { usleep(20_000) }
            }
        }
        let name = plannedName(title: title)
        return (name, try make(bytes, at: name))
    }

    /// The lock comes first, so that the file is nobody else's from its first moment on.
    private func make(_ bytes: [UInt8], at name: String) throws(StorageError) -> StoredDocument {
        let taken = SessionLock(for: FilePath.absolute(name, from: plan?.folder ?? "."))
        if case .heldBy(let holder) = taken.state {
            throw StorageError(
                .locked, "'\(name)' is open in another session (\(holder)); another name works.")
        }
        var made = try StoredDocument.creating(name, bytes)
        made.refusal = refusal(since: bytes)
        lock = taken
        return made
    }

    private func plannedName(title: String) -> String {
        guard let plan else { preconditionFailure("a file that is not there yet has a plan") }
        return plan.path ?? FileName.unused(title: title, date: plan.date.description, in: plan.folder)
    }
}
