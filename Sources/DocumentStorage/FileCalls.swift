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
    var unlink: (_ path: String) -> Int32 = { Glibc.unlink($0) }
    var fchmod: (_ file: Int32, _ mode: mode_t) -> Int32 = { Glibc.fchmod($0, $1) }

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
}
