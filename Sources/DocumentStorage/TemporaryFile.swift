import Glibc

/// A text on disk beside the document it is meant for, under a name of its own.
struct TemporaryFile {
    private(set) var path: String
    /// As it was when it was brought to disk.
    let stamp: FileStamp
    /// The owner, the group and the extended attributes of the document could be given to it.
    let isAlike: Bool

    /// - Parameters:
    ///   - model: whose mode, owner and group the file gets; without one, the umask decides.
    ///   - mode: what the umask takes away from.
    init(
        _ bytes: [UInt8], for document: String, _ ending: CompanionName.Ending = .temporary,
        like model: FileStamp?, mode: mode_t = 0o666, _ calls: FileCalls
    ) throws(StorageError) {
        let path = CompanionName(of: document).unused(ending)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let file = calls.retrying { calls.open(path, flags, model == nil ? mode : 0o600) }
        guard file >= 0 else { throw .writing(document, errno) }
        var isAlike = true
        var status = stat()
        let failure = calls.fill(file, with: bytes) {
            if let model {
                isAlike = Self.giveOwner(file, of: model, calls) && calls.copyAttributes(document, file) == 0
                if calls.fchmod(file, mode_t(model.mode & 0o7777)) != 0 { return errno }
            }
            return fstat(file, &status) == 0 ? 0 : errno
        }
        guard failure == 0 else {
            _ = calls.unlink(path)
            throw .writing(document, failure)
        }
        (self.path, self.isAlike, stamp) = (path, isAlike, FileStamp(status))
    }

    /// Gives a complete file the name by which a sweep knows that it may come to hold somebody else's text.
    mutating func makeReady(for document: String, _ calls: FileCalls) throws(StorageError) {
        let ready = CompanionName(of: document).unused(.swapped)
        guard calls.retrying({ calls.rename(path, ready) }) == 0 else {
            let failure = errno
            _ = calls.unlink(path)
            throw .writing(document, failure)
        }
        path = ready
    }

    /// Before the mode is set, since a new owner takes some bits of it away.
    private static func giveOwner(_ file: Int32, of model: FileStamp, _ calls: FileCalls) -> Bool {
        var status = stat()
        guard fstat(file, &status) == 0 else { return false }
        if status.st_uid == model.owner, status.st_gid == model.group { return true }
        return calls.fchown(file, model.owner, model.group) == 0
    }
}
