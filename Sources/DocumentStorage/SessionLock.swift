import Glibc

/// One session a document: a file beside it that says who, locked so that the system lets go when the session dies.
package final class SessionLock {
    package enum State: Equatable {
        case held
        /// Process, user and machine of the other session.
        case heldBy(String)
        /// The folder takes no lock; the session goes on without one.
        case unavailable(String)
    }

    package private(set) var state: State
    private let path: String
    private var file: Int32 = -1

    /// For the document at a real path.
    package init(for document: String) {
        path = CompanionName(of: document).lock
        state = .unavailable("")
        state = take()
    }

    deinit { release() }

    /// Gives the document free and removes the file.
    package func release() {
        guard file >= 0 else { return }
        unlink(path)
        close(file)
        file = -1
    }

    private func take() -> State {
        for _ in 0..<8 {
            let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard opened >= 0 else { return .unavailable(String(cString: strerror(errno))) }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                let (code, holder) = (errno, Self.text(of: opened))
                close(opened)
                return code == EWOULDBLOCK
                    ? .heldBy(holder.isEmpty ? "starting just now" : holder)
                    : .unavailable(String(cString: strerror(code)))
            }
            guard isStill(opened) else {
                close(opened)
                continue
            }
            file = opened
            note()
            return .held
        }
        return .unavailable("the lock changes hands too fast")
    }

    /// Whether the name still leads to the file that was locked: its holder may have removed it meanwhile.
    private func isStill(_ opened: Int32) -> Bool {
        var ours = stat()
        var named = stat()
        return fstat(opened, &ours) == 0 && stat(path, &named) == 0 && ours.st_ino == named.st_ino
    }

    private func note() {
        var host = [CChar](repeating: 0, count: 256)
        _ = gethostname(&host, 255)
        let name = String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let user = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? String(getuid())
        _ = ftruncate(file, 0)
        _ = FileCalls().writeAll(Array("process \(getpid()) of \(user) on \(name)\n".utf8), to: file)
    }

    private static func text(of file: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = pread(file, &buffer, buffer.count, 0)
        guard count > 0 else { return "" }
        return String(decoding: buffer[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
    }
}
