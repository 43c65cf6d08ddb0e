import Glibc
import Synchronization

/// Why a terminal session came to nothing, with what the screen showed.
package struct PtyError: Error, CustomStringConvertible {
    package var description: String
}

/// A program under test in a pseudo-terminal of its own.
package final class PtySession {
    package let pid: pid_t
    package private(set) var screen: Screen
    /// Everything the program wrote.
    package private(set) var raw: [UInt8] = []
    package private(set) var exitStatus: Int32?
    /// On `clock`, when the latest bytes arrived, before the screen took them in.
    package private(set) var lastRead = 0.0
    private var master: Int32

    /// - Parameter environment: all that the program sees beside PATH, TERM, LANG and HOME.
    package init(
        _ executable: String, arguments: [String] = [], environment: [String: String] = [:],
        folder: String = "/",
        columns: Int = 80, rows: Int = 24
    ) throws {
        let defaults = [
            "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent",
            "TZ": "UTC", "PAGER": "",
        ]
        let variables = defaults.merging(environment) { $1 }.map { "\($0)=\($1)" }
        let spawned = try Self.spawn(
            ["/usr/bin/env", "-C", folder, executable] + arguments, variables, columns: columns, rows: rows)
        (master, pid) = (spawned.master, spawned.pid)
        screen = Screen(columns: columns, rows: rows)
    }

    deinit {
        if isAlive() {
            kill(pid, SIGKILL)
            waitpid(pid, nil, 0)
        }
        if master >= 0 { close(master) }
    }

    // MARK: typing

    package func send(_ text: String) { send(bytes: Array(text.utf8)) }

    package func send(bytes all: [UInt8]) {
        var bytes = all[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if written < 0 {
                guard errno == EINTR || errno == EAGAIN else { return }
                continue
            }
            bytes = bytes.dropFirst(written)
            if !bytes.isEmpty { pump(milliseconds: 1) }
        }
    }

    package func send(_ keys: Key...) { for key in keys { send(key.bytes) } }

    package func resize(columns: Int, rows: Int) {
        var size = Self.size(columns, rows)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        screen.resize(columns: columns, rows: rows)
    }

    /// The program's terminal goes away.
    package func hangUp() {
        close(master)
        master = -1
    }

    // MARK: waiting

    /// Waits until the screen satisfies `condition`; the limit is for machines under load, not a measure.
    package func wait(for what: String, seconds: Double = 20, until condition: (Screen) -> Bool) throws {
        let end = Self.clock + seconds
        while !condition(screen) {
            guard Self.clock < end else {
                throw PtyError(description: "no \(what) in time; screen:\n\(screen.text)")
            }
            if pump(milliseconds: 20) || isAlive() { continue }
            while pump(milliseconds: 20) {}
            guard condition(screen) else {
                throw PtyError(
                    description: "ended (\(exitStatus ?? -1)) before \(what); screen:\n\(screen.text)")
            }
        }
    }

    package func expect(_ text: String) throws {
        try wait(for: text.debugDescription) { $0.text.contains(text) }
    }

    /// Waits until the line of the cursor begins with `label`, a prompt's words, and holds `text` behind it.
    package func prompt(_ label: String, _ text: String = "") throws {
        try wait(for: "prompt \(label.debugDescription) with \(text.debugDescription)") { screen in
            screen.cursorLine.hasPrefix(label) && (text.isEmpty || screen.cursorLine.contains(text))
        }
    }

    /// Waits until bytes have come since `start` and then none for a while.
    package func waitForQuiet(milliseconds: Int32, after start: Double, seconds: Double = 20) throws {
        let end = Self.clock + seconds
        while pump(milliseconds: milliseconds) || lastRead < start {
            guard Self.clock < end, isAlive() else {
                throw PtyError(description: "no answer in time; screen:\n\(screen.text)")
            }
        }
    }

    /// The status as a shell gives it: the code, or 128 and the signal.
    package func waitForExit(seconds: Double = 20) throws -> Int32 {
        let end = Self.clock + seconds
        while isAlive() {
            guard Self.clock < end else {
                throw PtyError(description: "still running; screen:\n\(screen.text)")
            }
            pump(milliseconds: 10)
        }
        while pump(milliseconds: 5) {}
        return exitStatus ?? -1
    }

    private func isAlive() -> Bool {
        guard exitStatus == nil else { return false }
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return true }
        exitStatus = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return false
    }

    @discardableResult private func pump(milliseconds: Int32) -> Bool {
        guard master >= 0 else {
            usleep(UInt32(milliseconds) * 1000)
            return false
        }
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, milliseconds) > 0, waiting.revents & Int16(POLLIN) != 0 else {
            if waiting.revents & Int16(POLLHUP) != 0 { usleep(1000) }
            return false
        }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        lastRead = Self.clock
        raw += buffer[..<count]
        screen.feed(buffer[..<count])
        return true
    }

    /// Seconds, from a start of their own.
    package static var clock: Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}

extension PtySession {
    /// No other spawn may come between opening the pair and marking it close-on-exec.
    private static let spawning = Mutex(())

    private static func size(_ columns: Int, _ rows: Int) -> winsize {
        winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    }

    private static func spawn(
        _ command: [String], _ environment: [String], columns: Int, rows: Int
    ) throws -> (master: Int32, pid: pid_t) {
        try spawning.withLock { _ in
            var (master, slave): (Int32, Int32) = (-1, -1)
            var size = size(columns, rows)
            guard openpty(&master, &slave, nil, nil, &size) == 0, let name = ttyname(slave) else {
                throw PtyError(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
            }
            defer { close(slave) }
            _ = fcntl(master, F_SETFD, FD_CLOEXEC)
            _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
            var pid: pid_t = 0
            let problem = withAttributes(terminal: String(cString: name)) { attributes, actions in
                withCStrings(command) { argv in
                    withCStrings(environment) { posix_spawn(&pid, command[0], actions, attributes, argv, $0) }
                }
            }
            guard problem == 0 else {
                close(master)
                throw PtyError(description: "\(command[0]): \(String(cString: strerror(problem)))")
            }
            return (master, pid)
        }
    }

    /// A session of its own whose first terminal is the pair's other side, with every signal as it is by default.
    private static func withAttributes(
        terminal: String,
        _ body: (UnsafePointer<posix_spawnattr_t>, UnsafePointer<posix_spawn_file_actions_t>) -> Int32
    ) -> Int32 {
        let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which glibc names under _GNU_SOURCE only
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (all, none) = (sigset_t(), sigset_t())
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        return body(&attributes, &actions)
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}
