import DocumentStorage
import Guides
import IncidentTime
import Postmortems

/// The file behind an interview: there from the start, or made when the first answer is accepted.
final class InterviewFile {
    /// What became of a save.
    enum Outcome {
        case saved
        /// The file was made just now, under this name.
        case created(String)
        case savedButNotDurable(String)
        /// Somebody else wrote the file; it was left as they wrote it.
        case changedOnDisk([UInt8])
        /// A third writer came between; their text is in another file.
        case conflict(String)
    }

    /// Where a new file goes: the path asked for, else a name from the date and the title.
    struct Plan {
        var path: String?
        var folder: String
        var date: CalendarDate
    }

    private var stored: StoredDocument?
    private let plan: Plan?
    private let state: StateFolder
    private var lock: SessionLock?
    private(set) var drafts: DraftStore
    /// As it is typed after `debrief`; nil while there is no file.
    private(set) var name: String?

    init(_ stored: StoredDocument, name: String, lock: SessionLock, state: StateFolder) {
        (self.stored, self.name, self.lock, self.state) = (stored, name, lock, state)
        plan = nil
        drafts = DraftStore(document: stored.path, state: state)
    }

    init(_ plan: Plan, state: StateFolder) {
        (self.plan, self.state) = (plan, state)
        drafts = DraftStore(document: plan.path ?? plan.folder + "/", state: state)
    }

    deinit { lock?.release() }

    func save(_ bytes: [UInt8], title: String) throws(StorageError) -> Outcome {
        guard stored != nil else { return .created(try create(bytes, title: title)) }
        switch try stored!.save(bytes) {
        case .saved, .unchanged: return .saved
        case .savedButNotDurable(let reason): return .savedButNotDurable(reason)
        case .changedOnDisk(let theirs): return .changedOnDisk(theirs)
        case .conflict(let kept): return .conflict(kept)
        }
    }

    /// What somebody else has written since the last look.
    func refresh() -> [UInt8]? { stored?.refresh() }

    /// Puts the newest state beside the document, or into the state folder, when it could not be saved.
    func rescue(_ bytes: [UInt8], title: String) -> String? {
        drafts.rescue(bytes, beside: stored?.path ?? plannedName(title: title))
    }

    private func create(_ bytes: [UInt8], title: String) throws(StorageError) -> String {
        let name = plannedName(title: title)
        let made = try StoredDocument.creating(name, bytes)
        drafts.clear()
        lock = SessionLock(for: made.path)
        drafts = DraftStore(document: made.path, state: state)
        (stored, self.name) = (made, name)
        return name
    }

    private func plannedName(title: String) -> String {
        guard let plan else { preconditionFailure("a file that is not there yet has a plan") }
        return plan.path ?? FileName.unused(title: title, date: plan.date.description, in: plan.folder)
    }
}
