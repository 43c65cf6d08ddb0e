import Glibc

/// A command of the user's own, such as an editor or a pager, run through a shell so that `code --wait` works.
struct ShellCommand {
    /// Words of the shell; arguments are handed over beside it and never become part of it.
    let command: String
    var arguments: [String] = []
    /// A file to read from in the place of the terminal.
    var input: Int32?
    var environment: [String: String]
    /// It only shows something, so it is ended with the program; what a person writes in is waited for.
    var endsWithProgram = false
    /// A file that the command reads as `/dev/fd/3`.
    var settings: Int32?

    private static let settingsPlace: Int32 = 3
    static let settingsPath = "/dev/fd/\(settingsPlace)"

    /// Waits for the command; its status as the system gives it, -1 where it could not run.
    func run() -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, 0) }
        if let settings { posix_spawn_file_actions_adddup2(&actions, settings, Self.settingsPlace) }
        let words = ["sh", "-c", command + " \"$@\"", command] + arguments
        var process: pid_t = 0
        let failure = withCStrings(words) { words in
            withCStrings(environment.map { "\($0)=\($1)" }) { variables in
                posix_spawn(&process, "/bin/sh", &actions, &attributes, words, variables)
            }
        }
        guard failure == 0 else { return -1 }
        return endsWithProgram ? endedWithProgram(process) : ended(process)
    }

    private func ended(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private static let glanceMilliseconds: Int32 = 20
    /// What does not end when it is asked to is ended after two seconds.
    private static let patience = 100

    /// Looks up again and again, since a signal that comes just before a wait would not interrupt it.
    private func endedWithProgram(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        var glances = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            if SignalPipe.endsProgram {
                if glances == 0 { kill(process, SIGTERM) }
                if glances == Self.patience { kill(process, SIGKILL) }
                glances += 1
            }
            poll(nil, 0, Self.glanceMilliseconds)
        }
        return status
    }

    private func withCStrings<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}
