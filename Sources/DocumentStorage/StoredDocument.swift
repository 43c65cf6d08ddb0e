import Glibc

/// A file that is read once and then replaced as a whole, so that it is the old one or the new one and never between.
///
/// A save writes a temporary file beside the document, brings it to disk, puts the two in each other's place in one
/// step and looks at what came back: if that is not what was last read, somebody else wrote meanwhile, and their text
/// returns to its place.
package struct StoredDocument {
    /// The real path; a link to the document stays a link.
    package let path: String
    package internal(set) var bytes: [UInt8]
    var stamp: FileStamp
    /// The file was removed or emptied since it was last read; what was read stands in `bytes` no more.
    private var isGone = false
    private let limit: Int
    /// Why bytes that somebody else put in the document's place are nothing to go on with, as the rest of a sentence; nil
    /// where they may be.
    package var refusal: ([UInt8]) -> String? = { _ in nil }
    var calls: FileCalls

    /// Documents above this many bytes are refused.
    package static let limit = 5 * 1024 * 1024

    package enum SaveOutcome: Equatable, Sendable {
        case saved
        case unchanged
        /// The file had been removed or emptied; it was written again as a whole.
        case restored
        /// Somebody else wrote the file; it was left as they wrote it. Where a third writer came between, their text is
        /// in a file of its own.
        case changedOnDisk([UInt8], alsoKept: String? = nil)
        /// The new text is in place; what somebody else wrote at the same moment is in a file of its own.
        case savedBeside(String)
        /// The new text is in place, but the disk did not confirm it.
        case savedButNotDurable(String)
    }

    // MARK: opening

    package static func opening(_ path: String, limit: Int = limit) throws(StorageError) -> StoredDocument {
        try opening(path, limit: limit, FileCalls())
    }

    static func opening(_ path: String, limit: Int, _ calls: FileCalls) throws(StorageError) -> StoredDocument
    {
        let real = realPath(path)
        let read = try FileReading.read(real, limit: limit)
        return StoredDocument(path: real, bytes: read.bytes, stamp: read.stamp, limit: limit, calls: calls)
    }

    private init(path: String, bytes: [UInt8], stamp: FileStamp, limit: Int, calls: FileCalls) {
        (self.path, self.bytes, self.stamp, self.limit, self.calls) = (path, bytes, stamp, limit, calls)
    }

    /// Where a path leads over all links; the path itself where nothing is there.
    package static func realPath(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Whether two paths lead to one file, over links and several names.
    package static func isSameFile(_ first: String, _ second: String) -> Bool {
        guard let first = FileStamp(first), let second = FileStamp(second) else { return false }
        return first.device == second.device && first.inode == second.inode
    }

    // MARK: changes from outside

    /// What the file holds now, where that is not what was last read or written.
    package mutating func refresh() -> [UInt8]? { (try? look()) ?? nil }

    /// Throws where something stands in the document's place that cannot be gone on with; a file that is gone is made anew.
    package mutating func checkPlace() throws(StorageError) { _ = try look() }

    /// Whether the file's mode lets this user write to it.
    package var isWritable: Bool {
        guard let now = FileStamp(path) else { return true }
        return now.mode & 0o222 != 0 && access(path, W_OK) == 0
    }

    /// - Parameter readsAlways: also where nothing but the content could tell a change.
    private mutating func look(readsAlways: Bool = false) throws(StorageError) -> [UInt8]? {
        guard let now = FileStamp(path) else {
            isGone = true
            return nil
        }
        guard readsAlways || now != stamp else { return nil }
        var read = try FileReading.read(path, limit: limit)
        if read.bytes.isEmpty, !bytes.isEmpty {
            usleep(Self.emptyMicroseconds)
            read = try FileReading.read(path, limit: limit)
        }
        try refuse(read.bytes)
        stamp = read.stamp
        isGone = read.bytes.isEmpty && (isGone || !bytes.isEmpty)
        guard read.bytes != bytes else { return nil }
        bytes = read.bytes
        return isGone ? nil : read.bytes
    }

    /// What is refused is left where it is, and looked at again with the next save.
    func refuse(_ theirs: [UInt8]) throws(StorageError) {
        guard theirs != bytes, !theirs.isEmpty, let problem = refusal(theirs) else { return }
        throw StorageError(.unreadable, "\(quoted(path)) \(problem)")
    }

    /// Some editors empty a file before they write it.
    private static let emptyMicroseconds: UInt32 = 100_000

    // MARK: saving

    /// Refuses what could not be read again.
    package static func checkSize(_ bytes: [UInt8], of path: String, limit: Int = limit) throws(StorageError)
    {
        guard bytes.count <= limit else { throw .tooLarge(path, limit) }
    }

    package mutating func save(_ new: [UInt8]) throws(StorageError) -> SaveOutcome {
        if let theirs = try look() { return .changedOnDisk(theirs) }
        if new == bytes, !isGone { return .unchanged }
        try Self.checkSize(new, of: path, limit: limit)
        guard isWritable else { throw .readOnly(path) }
        let wasGone = isGone
        let outcome = stamp.links > 1 && !isGone ? try saveInPlace(new) : try replace(with: new)
        return outcome == .saved && wasGone ? .restored : outcome
    }

    private mutating func replace(with new: [UInt8]) throws(StorageError) -> SaveOutcome {
        var temporary = try TemporaryFile(new, for: path, like: stamp, calls)
        guard temporary.isAlike || isGone else {
            _ = calls.unlink(temporary.path)
            return try saveInPlace(new)
        }
        try temporary.makeReady(for: path, calls)
        guard calls.retrying({ calls.exchange(temporary.path, path) }) == 0 else {
            return try rename(temporary, new, errno)
        }
        let replaced = try? FileReading.read(temporary.path, limit: .max)
        guard let replaced, replaced.bytes == bytes else { return try giveBack(temporary, new) }
        _ = calls.unlink(temporary.path)
        return finish(new, temporary.stamp)
    }

    /// Somebody wrote between the look and the swap: their text goes back to its place.
    private mutating func giveBack(_ temporary: TemporaryFile, _ new: [UInt8]) throws(StorageError)
        -> SaveOutcome
    {
        guard calls.retrying({ calls.exchange(temporary.path, path) }) == 0 else {
            let kept = setAside(temporary.path)
            _ = finish(new, temporary.stamp)
            return .savedBeside(kept)
        }
        var third: String?
        if let ours = try? FileReading.read(temporary.path, limit: .max), ours.bytes == new {
            _ = calls.unlink(temporary.path)
        } else {
            third = setAside(temporary.path)
        }
        _ = calls.syncFolder(of: path)
        let theirs = try FileReading.read(path, limit: limit)
        try refuse(theirs.bytes)
        (bytes, stamp, isGone) = (theirs.bytes, theirs.stamp, false)
        return .changedOnDisk(theirs.bytes, alsoKept: third)
    }

    /// Gives a text of somebody else's a name that no sweep removes.
    private func setAside(_ temporary: String) -> String {
        let kept = FileName.unused(path + ".conflict")
        guard
            calls.retrying({ calls.renameNew(temporary, kept) }) == 0
                || calls.retrying({ calls.rename(temporary, kept) }) == 0
        else { return temporary }
        return kept
    }

    /// Where files cannot be swapped, or the document was removed: a plain rename, which shows nothing of what it
    /// replaces, so that the file is read once more just before.
    private mutating func rename(_ temporary: TemporaryFile, _ new: [UInt8], _ code: Int32)
        throws(StorageError)
        -> SaveOutcome
    {
        var failure = code
        if [ENOENT, ENOSYS, EINVAL, EOPNOTSUPP].contains(code) {
            if let theirs = try lookAgain(beside: temporary) { return .changedOnDisk(theirs) }
            failure = takeName(temporary)
        }
        if failure == EEXIST, let theirs = try lookAgain(beside: temporary) { return .changedOnDisk(theirs) }
        guard failure == 0 else {
            _ = calls.unlink(temporary.path)
            throw .writing(path, failure)
        }
        return finish(new, temporary.stamp)
    }

    /// What somebody wrote while the temporary file was being brought to disk; the file goes where that ends the save.
    private mutating func lookAgain(beside temporary: TemporaryFile) throws(StorageError) -> [UInt8]? {
        do {
            let theirs = try look(readsAlways: true)
            if theirs != nil { _ = calls.unlink(temporary.path) }
            return theirs
        } catch {
            _ = calls.unlink(temporary.path)
            throw error
        }
    }

    /// 0, or the errno of a failure; EEXIST where a file that was gone has been made anew.
    private func takeName(_ temporary: TemporaryFile) -> Int32 {
        if FileStamp(path) == nil { return Self.give(path, to: temporary.path, calls) }
        return calls.retrying { calls.rename(temporary.path, path) } == 0 ? 0 : errno
    }

    mutating func finish(_ new: [UInt8], _ now: FileStamp?) -> SaveOutcome {
        bytes = new
        isGone = false
        if let now = now ?? FileStamp(path) { stamp = now }
        let failure = calls.syncFolder(of: path)
        return failure == 0 ? .saved : .savedButNotDurable(String(cString: strerror(failure)))
    }
}
