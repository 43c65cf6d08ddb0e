import Glibc

/// A file that is read once and then replaced as a whole, so that it is the old one or the new one and never between.
///
/// A save writes a temporary file beside the document, brings it to disk, puts the two in each other's place in one
/// step and looks at what came back: if that is not what was last read, somebody else wrote meanwhile, and their text
/// returns to its place.
package struct StoredDocument {
    /// The real path; a link to the document stays a link.
    package let path: String
    package private(set) var bytes: [UInt8]
    private var stamp: FileStamp
    var calls = FileCalls()

    /// Documents above this many bytes are refused.
    package static let limit = 5 * 1024 * 1024

    package enum SaveOutcome: Equatable, Sendable {
        case saved
        case unchanged
        /// Somebody else wrote the file; it was left as they wrote it.
        case changedOnDisk([UInt8])
        /// A third writer came between; their text is in another file.
        case conflict(String)
        /// The new text is in place, but the disk did not confirm it.
        case savedButNotDurable(String)
    }

    // MARK: opening

    package static func opening(_ path: String, limit: Int = limit) throws(StorageError) -> StoredDocument {
        let real = realPath(path) ?? path
        let read = try FileReading.read(real, limit: limit)
        return StoredDocument(path: real, bytes: read.bytes, stamp: read.stamp)
    }

    /// Makes a new file; one that is there is never written over.
    package static func creating(_ path: String, _ bytes: [UInt8]) throws(StorageError) -> StoredDocument {
        let calls = FileCalls()
        let file = calls.retrying {
            calls.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
        }
        guard file >= 0 else { throw .writing(path, errno) }
        var failure = calls.writeAll(bytes, to: file)
        if failure == 0, calls.fsync(file) != 0 { failure = errno }
        if calls.close(file) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            _ = calls.unlink(path)
            throw .writing(path, failure)
        }
        syncFolder(of: path, calls)
        return try opening(path)
    }

    /// Writes a file that may be there already, such as an export.
    package static func replacing(_ path: String, with bytes: [UInt8]) throws(StorageError) {
        guard FolderListing.exists(path) else {
            _ = try creating(path, bytes)
            return
        }
        var document = try opening(path, limit: .max)
        guard try document.save(bytes) != .unchanged else { return }
    }

    private init(path: String, bytes: [UInt8], stamp: FileStamp) {
        (self.path, self.bytes, self.stamp) = (path, bytes, stamp)
    }

    // MARK: changes from outside

    /// What the file holds now, where that is not what was last read or written.
    package mutating func refresh() -> [UInt8]? {
        guard let now = FileStamp(path), now != stamp else { return nil }
        guard let read = try? FileReading.read(path, limit: Self.limit) else { return nil }
        stamp = read.stamp
        guard read.bytes != bytes else { return nil }
        bytes = read.bytes
        return read.bytes
    }

    // MARK: saving

    package mutating func save(_ new: [UInt8]) throws(StorageError) -> SaveOutcome {
        if let theirs = refresh() { return .changedOnDisk(theirs) }
        if new == bytes, FileStamp(path) != nil { return .unchanged }
        if stamp.links > 1 { return try saveInPlace(new) }
        let temporary = TemporaryName(for: path).path
        try write(new, to: temporary)
        let outcome = try exchange(temporary, new)
        guard case .saved = outcome else { return outcome }
        return finish(new)
    }

    private func write(_ new: [UInt8], to temporary: String) throws(StorageError) {
        let file = calls.retrying {
            calls.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        }
        guard file >= 0 else { throw .writing(path, errno) }
        var failure = calls.writeAll(new, to: file)
        if failure == 0 {
            if stamp.owner != getuid() || stamp.group != getgid() {
                _ = fchown(file, stamp.owner, stamp.group)
            }
            if calls.fchmod(file, mode_t(stamp.mode & 0o7777)) != 0 { failure = errno }
        }
        if failure == 0, calls.fsync(file) != 0 { failure = errno }
        if calls.close(file) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            _ = calls.unlink(temporary)
            throw .writing(path, failure)
        }
    }

    /// Swaps the files and checks what came back.
    private mutating func exchange(_ temporary: String, _ new: [UInt8]) throws(StorageError) -> SaveOutcome {
        guard calls.retrying({ calls.exchange(temporary, path) }) == 0 else {
            return try rename(temporary, errno)
        }
        let replaced = try? FileReading.read(temporary, limit: .max)
        guard let replaced, replaced.bytes != bytes else {
            _ = calls.unlink(temporary)
            return .saved
        }
        return try giveBack(temporary, theirs: replaced.bytes, new)
    }

    /// Somebody wrote between the look and the swap: their text goes back to its place.
    private mutating func giveBack(_ temporary: String, theirs: [UInt8], _ new: [UInt8]) throws(StorageError)
        -> SaveOutcome
    {
        if calls.retrying({ calls.exchange(temporary, path) }) == 0,
            let ours = try? FileReading.read(temporary, limit: .max), ours.bytes == new
        {
            _ = calls.unlink(temporary)
            Self.syncFolder(of: path, calls)
            _ = refresh()
            return .changedOnDisk(theirs)
        }
        let kept = FileName.unused(path + ".conflict")
        guard calls.rename(temporary, kept) == 0 else { throw .writing(path, errno) }
        Self.syncFolder(of: path, calls)
        _ = refresh()
        return .conflict(kept)
    }

    /// Where files cannot be swapped, or the document was removed: a plain rename.
    private func rename(_ temporary: String, _ code: Int32) throws(StorageError) -> SaveOutcome {
        guard [ENOENT, ENOSYS, EINVAL, EOPNOTSUPP].contains(code) else {
            _ = calls.unlink(temporary)
            throw .writing(path, code)
        }
        guard calls.retrying({ calls.rename(temporary, path) }) == 0 else {
            let failure = errno
            _ = calls.unlink(temporary)
            throw .writing(path, failure)
        }
        return .saved
    }

    private mutating func finish(_ new: [UInt8]) -> SaveOutcome {
        bytes = new
        if let now = FileStamp(path) { stamp = now }
        let failure = Self.syncFolder(of: path, calls)
        return failure == 0 ? .saved : .savedButNotDurable(String(cString: strerror(failure)))
    }

    /// A file with several names keeps them all, which a swap would not do; it is written over and brought to disk.
    private mutating func saveInPlace(_ new: [UInt8]) throws(StorageError) -> SaveOutcome {
        let copy = TemporaryName(for: path).path
        try write(bytes, to: copy)
        let file = calls.retrying { calls.open(path, O_WRONLY | O_TRUNC | O_CLOEXEC, 0) }
        guard file >= 0 else { throw .writing(path, errno) }
        var failure = calls.writeAll(new, to: file)
        if failure == 0, calls.fsync(file) != 0 { failure = errno }
        if calls.close(file) != 0, failure == 0 { failure = errno }
        guard failure == 0 else { throw .writing(path, failure) }
        _ = calls.unlink(copy)
        return finish(new)
    }

    // MARK: folders

    /// Brings a folder's names to disk; 0, or the errno of a failure.
    @discardableResult
    private static func syncFolder(of path: String, _ calls: FileCalls) -> Int32 {
        let folder = calls.retrying {
            calls.open(FilePath.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        }
        guard folder >= 0 else { return errno }
        let failure = calls.fsync(folder) == 0 || errno == EINVAL ? 0 : errno
        _ = calls.close(folder)
        return failure
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
