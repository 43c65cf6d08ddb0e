import DocumentStorage
import Glibc
import Guides
import IncidentTime
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
        let path = plan.path.map { FilePath.absolute($0, from: plan.folder) }
        drafts = DraftStore(document: path ?? plan.folder + "/", state: state)
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
        let made = try StoredDocument.creating(name, bytes)
        lock = taken
        return made
    }

    private func plannedName(title: String) -> String {
        guard let plan else { preconditionFailure("a file that is not there yet has a plan") }
        return plan.path ?? FileName.unused(title: title, date: plan.date.description, in: plan.folder)
    }
}
