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
    private let calls: FileCalls
    private var file: Int32 = -1

    /// For the document at a real path.
    package convenience init(for document: String) { self.init(for: document, FileCalls()) }

    init(for document: String, _ calls: FileCalls) {
        path = CompanionName(of: document).lock
        self.calls = calls
        state = .unavailable("")
        state = take()
    }

    /// Who has the document at a real path open, without a lock being taken or a file made.
    package static func holder(of document: String) -> String? {
        let file = open(CompanionName(of: document).lock, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard flock(file, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else { return nil }
        return named(text(of: file))
    }

    deinit { release() }

    /// Gives the document free and removes the file.
    package func release() {
        guard file >= 0 else { return }
        _ = calls.unlink(path)
        close(file)
        file = -1
    }

    private func take() -> State {
        for _ in 0..<8 {
            let (opened, isOurs) = openFile()
            guard opened >= 0 else { return .unavailable(String(cString: strerror(errno))) }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                let (code, holder) = (errno, Self.text(of: opened))
                close(opened)
                return code == EWOULDBLOCK
                    ? .heldBy(Self.named(holder))
                    : .unavailable(String(cString: strerror(code)))
            }
            guard isStill(opened) else {
                close(opened)
                continue
            }
            // Another user's file that nobody holds was left by a killed session: one of our own says who we are.
            if !isOurs, calls.unlink(path) == 0 {
                close(opened)
                continue
            }
            file = opened
            if isOurs { note() }
            return .held
        }
        return .unavailable("the lock changes hands too fast")
    }

    /// The file, made where there is none; another user's can be locked all the same, but not written.
    private func openFile() -> (file: Int32, isOurs: Bool) {
        let flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        let opened = calls.open(path, O_RDWR | O_CREAT | flags, 0o644)
        guard opened < 0, errno == EACCES || errno == EPERM else { return (opened, true) }
        return (calls.open(path, O_RDONLY | flags, 0), false)
    }

    private static func named(_ holder: String) -> String { holder.isEmpty ? "starting just now" : holder }

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
        // Whatever the umask: those who share the folder are to see whose it is.
        _ = fchmod(file, 0o644)
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
