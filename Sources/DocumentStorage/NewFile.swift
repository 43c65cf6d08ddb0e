import Glibc

/// Files that are made whole: what has the name already is never written over.
extension StoredDocument {
    /// - Parameter mode: what the umask takes away from.
    package static func creating(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o666) throws(StorageError)
        -> StoredDocument
    {
        try creating(path, bytes, mode: mode, FileCalls())
    }

    static func creating(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o666, _ calls: FileCalls)
        throws(StorageError) -> StoredDocument
    {
        guard !FolderListing.exists(path) else { throw .writing(path, EEXIST) }
        let temporary = try TemporaryFile(bytes, for: path, like: nil, mode: mode, calls)
        let failure = give(path, to: temporary.path, calls)
        guard failure == 0 else {
            _ = calls.unlink(temporary.path)
            throw .writing(path, failure)
        }
        _ = calls.syncFolder(of: path)
        // What is made within the limit is to stay within it; a rescue copy may be larger.
        return try opening(path, limit: bytes.count > limit ? .max : limit, calls)
    }

    /// In one step, and only where nothing has the name; 0, or the errno of a failure.
    static func give(_ name: String, to temporary: String, _ calls: FileCalls) -> Int32 {
        if calls.retrying({ calls.renameNew(temporary, name) }) == 0 { return 0 }
        guard [ENOSYS, EINVAL, EOPNOTSUPP].contains(errno) else { return errno }
        guard calls.retrying({ calls.link(temporary, name) }) == 0 else { return errno }
        _ = calls.unlink(temporary)
        return 0
    }

    /// Writes a file that may be there already, such as an export; a pipe or a device takes the bytes as they come.
    package static func replacing(_ path: String, with bytes: [UInt8]) throws(StorageError) {
        try replacing(path, with: bytes, FileCalls())
    }

    static func replacing(_ path: String, with bytes: [UInt8], _ calls: FileCalls) throws(StorageError) {
        guard let there = FileStamp(path) else {
            _ = try creating(path, bytes, calls)
            return
        }
        if ![S_IFREG, S_IFDIR].contains(there.mode & S_IFMT) { return try pour(bytes, into: path, calls) }
        for _ in 0..<4 {
            var document = try opening(path, limit: .max, calls)
            if case .changedOnDisk = try document.save(bytes) { continue }
            return
        }
        throw StorageError(
            .inputOutput,
            "\(quoted(path)) is being written by another program all the time; another name works.")
    }

    private static func pour(_ bytes: [UInt8], into path: String, _ calls: FileCalls) throws(StorageError) {
        let file = calls.retrying { calls.open(path, O_WRONLY | O_CLOEXEC, 0) }
        guard file >= 0 else { throw .writing(path, errno) }
        let failure = calls.writeAll(bytes, to: file)
        _ = calls.close(file)
        guard failure == 0 else { throw .writing(path, failure) }
    }
}
