import Glibc
import TestSupport

/// How a whole process did, from its spawning to its end.
struct MeasuredProcess {
    var seconds: Double
    /// In bytes.
    var peakMemory: Int
    var status: Int32

    /// Runs a command to its end with its output thrown away.
    ///
    /// The peak is that of `wait4`, which counts the memory of the spawning process too: it is a floor, kept low by
    /// writing documents piece by piece.
    static func run(_ command: [String]) throws -> MeasuredProcess {
        let variables = ["PATH=/usr/bin:/bin", "HOME=/nonexistent", "LANG=C.UTF-8", "TZ=UTC"]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let start = PtySession.clock
        let pid = try spawn(command, variables, &actions)
        var (status, usage) = (Int32(0), rusage())
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return MeasuredProcess(
            seconds: PtySession.clock - start, peakMemory: Int(usage.ru_maxrss) * 1024, status: code)
    }

    private static func spawn(
        _ command: [String], _ environment: [String], _ actions: inout posix_spawn_file_actions_t
    ) throws -> pid_t {
        let arguments = command.map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var pid: pid_t = 0
        let problem = posix_spawnp(&pid, command[0], &actions, nil, arguments, variables)
        guard problem == 0 else {
            throw BenchmarkError("\(command[0]): \(String(cString: strerror(problem)))")
        }
        return pid
    }
}
