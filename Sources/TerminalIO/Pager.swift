import Glibc

/// Shows what is taller than the screen: `$PAGER`, else less where it is there.
struct Pager {
    let environment: [String: String]

    /// False where there is no pager, or it could not run.
    func show(_ text: String) -> Bool {
        guard let command, let file = file(with: text) else { return false }
        defer { close(file) }
        return ShellCommand(
            command: command, input: file, environment: variables, endsWithProgram: true
        ).run() == 0
    }

    private var command: String? {
        if let own = environment["PAGER"] { return own.isEmpty ? nil : own }
        return access("/usr/bin/less", X_OK) == 0 ? "/usr/bin/less" : nil
    }

    /// less takes no commands from the text or from a person that reach beyond it, and leaves what fits on the screen. A
    /// person's own settings come last, so that they win.
    private var variables: [String: String] {
        let settings = Self.hints + (environment["LESS"] ?? "FIRX")
        return environment.merging(["LESSSECURE": "1", "LESSCHARSET": "utf-8", "LESS": settings]) { $1 }
    }

    /// Its last line says how to leave it, in each of the three prompts that less can be set to show.
    private static let hints = ["s", "m", "M"].map {
        "-P\($0)?eThe end; q goes back:q goes back, the space bar shows more.$"
    }.joined()

    /// The text in a file without a name, read from the start.
    private func file(with text: String) -> Int32? {
        var template = Array("/tmp/debrief-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { return nil }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        unlink(template)
        var bytes = Array(text.utf8)
        guard write(file, &bytes, bytes.count) == bytes.count, lseek(file, 0, SEEK_SET) == 0 else {
            close(file)
            return nil
        }
        return file
    }
}
