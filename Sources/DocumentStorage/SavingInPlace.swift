import Glibc

/// A file with several names, or of another owner, keeps both, which a swap would not do: it is written over while the
/// whole new text lies beside it.
extension StoredDocument {
    mutating func saveInPlace(_ new: [UInt8]) throws(StorageError) -> SaveOutcome {
        let whole = try TemporaryFile(new, for: path, .whole, like: stamp, calls)
        let now = try? FileReading.read(path, limit: .max)
        if let now, now.bytes != bytes {
            _ = calls.unlink(whole.path)
            try refuse(now.bytes)
            (bytes, stamp) = (now.bytes, now.stamp)
            return .changedOnDisk(now.bytes)
        }
        // So that a power cut leaves the whole text with its name.
        _ = calls.syncFolder(of: path)
        let failure = writeOver(new)
        guard failure != 0 else {
            _ = calls.unlink(whole.path)
            return finish(new, nil)
        }
        return try mend(whole, new, failure)
    }

    /// The old text again; where even that fails, the whole new one takes the name, at the price of the other names.
    private mutating func mend(_ whole: TemporaryFile, _ new: [UInt8], _ failure: Int32) throws(StorageError)
        -> SaveOutcome
    {
        if isAsRead || writeOver(bytes) == 0 {
            _ = calls.unlink(whole.path)
            stamp = FileStamp(path) ?? stamp
            throw .writing(path, failure)
        }
        guard calls.retrying({ calls.rename(whole.path, path) }) == 0 else {
            throw StorageError(
                .inputOutput,
                "\(quoted(path)) could not be written over, and is cut short; the whole new text is in \(quoted(whole.path))."
            )
        }
        return finish(new, whole.stamp)
    }

    /// The failure came before the first change.
    private var isAsRead: Bool {
        guard let now = try? FileReading.read(path, limit: .max) else { return false }
        return now.bytes == bytes
    }

    private func writeOver(_ text: [UInt8]) -> Int32 {
        let file = calls.retrying { calls.open(path, O_WRONLY | O_TRUNC | O_CLOEXEC, 0) }
        return file >= 0 ? calls.fill(file, with: text) : errno
    }
}
