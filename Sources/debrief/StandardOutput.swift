import Glibc
import Synchronization

/// Lines for the person, away from what a pipe takes on.
enum StandardError {
    static func say(_ text: String) { _ = write(text + "\n", to: 2) }
}

enum StandardOutput {
    private static let firstFailure = Mutex<Int32>(0)

    static func write(_ text: String) {
        let code = debrief.write(text, to: 1)
        firstFailure.withLock { if $0 == 0 { $0 = code } }
    }

    /// Why something did not arrive; a reader that had enough and closed its pipe is no failure.
    static var failure: Failure? {
        let code = firstFailure.withLock { $0 }
        guard code != 0, code != EPIPE else { return nil }
        let reason = String(cString: strerror(code)).lowercased()
        return Failure(
            .inputOutput,
            "Standard output could not be written: \(reason). What arrived there may be incomplete.")
    }
}

/// The errno of a failure, or 0.
private func write(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return written == 0 ? EIO : errno }
        bytes = bytes.dropFirst(written)
    }
    return 0
}
