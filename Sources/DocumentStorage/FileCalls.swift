import CSystem
import Glibc

/// The system calls that saving is made of. Tests put failing ones in their place.
struct FileCalls {
    var open: (_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 = { path, flags, mode in
        Glibc.open(path, flags, mode)
    }
    var write: (_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int = { Glibc.write($0, $1, $2) }
    var fsync: (_ file: Int32) -> Int32 = { Glibc.fsync($0) }
    var close: (_ file: Int32) -> Int32 = { Glibc.close($0) }
    var rename: (_ from: String, _ to: String) -> Int32 = { Glibc.rename($0, $1) }
    var exchange: (_ first: String, _ second: String) -> Int32 = { csystem_exchange($0, $1) }
    /// A rename that fails with EEXIST where something has the name.
    var renameNew: (_ from: String, _ to: String) -> Int32 = { csystem_rename_new($0, $1) }
    var link: (_ from: String, _ to: String) -> Int32 = { Glibc.link($0, $1) }
    var unlink: (_ path: String) -> Int32 = { Glibc.unlink($0) }
    var fchmod: (_ file: Int32, _ mode: mode_t) -> Int32 = { Glibc.fchmod($0, $1) }
    /// Gives an open file the extended attributes of another, access lists among them; -1 where one cannot be had.
    var copyAttributes: (_ from: String, _ to: Int32) -> Int32 = { csystem_copy_attributes($0, $1) }
    var fchown: (_ file: Int32, _ owner: uid_t, _ group: gid_t) -> Int32 = { Glibc.fchown($0, $1, $2) }

    /// Calls again while a signal interrupts.
    func retrying(_ call: () -> Int32) -> Int32 {
        while true {
            let result = call()
            if result == -1, errno == EINTR { continue }
            return result
        }
    }

    /// Writes all bytes over short writes and interruptions; the errno of a failure, or 0.
    func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count, let base = buffer.baseAddress {
                let count = write(file, base + written, buffer.count - written)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return count == 0 ? ENOSPC : errno }
                written += count
            }
            return 0
        }
    }

    /// Writes all, brings it to disk and closes the file in any case; the errno of the first failure, or 0.
    func fill(_ file: Int32, with bytes: [UInt8], before sync: () -> Int32 = { 0 }) -> Int32 {
        var failure = writeAll(bytes, to: file)
        if failure == 0 { failure = sync() }
        if failure == 0, retrying({ fsync(file) }) != 0 { failure = errno }
        // An interrupted close has closed: the descriptor is gone and what it wrote is on disk.
        if close(file) != 0, errno != EINTR, failure == 0 { failure = errno }
        return failure
    }

    /// Brings a folder's names to disk; 0, or the errno of a failure.
    func syncFolder(of path: String) -> Int32 {
        let folder = retrying { open(FilePath.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
        guard folder >= 0 else { return errno }
        defer { _ = close(folder) }
        // Some file systems keep no folders in memory and say so with EINVAL.
        return retrying { fsync(folder) } == 0 || errno == EINVAL ? 0 : errno
    }
}
