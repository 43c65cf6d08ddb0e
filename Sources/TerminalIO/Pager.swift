import Glibc

/// Shows what is taller than the screen: `$PAGER`, else less where it is there.
struct Pager {
    let environment: [String: String]

    enum Outcome: Equatable {
        case shown
        /// A word was begun under it, which is meant for the line.
        case typed([UInt8])
        /// There is no pager, or it could not run.
        case failed
    }

    func show(_ text: String) -> Outcome {
        guard let command, let file = file(with: text) else { return .failed }
        let keys = PagerKeys.mayBeSet(for: command, environment) ? self.file(with: PagerKeys.settings) : nil
        defer { for file in [file, keys].compactMap({ $0 }) { close(file) } }
        let status = ShellCommand(
            command: command, input: file, environment: variables(withKeys: keys != nil),
            endsWithProgram: true, settings: keys
        ).run()
        let code = UInt8(truncatingIfNeeded: status >> 8)
        if keys != nil, status & 0x7F == 0, let typed = PagerKeys.typed(code) { return .typed(typed) }
        return status == 0 ? .shown : .failed
    }

    private static let less = "/usr/bin/less"

    private var command: String? {
        if let own = environment["PAGER"] { return own.isEmpty ? nil : own }
        return access(Self.less, X_OK) == 0 ? Self.less : nil
    }

    /// less takes no commands from the text or from a person that reach beyond it, and leaves what fits on the screen. A
    /// person's own settings come last, so that they win.
    private func variables(withKeys: Bool) -> [String: String] {
        var own = [
            "LESSSECURE": "1", "LESSCHARSET": "utf-8", "LESS": Self.hints + (environment["LESS"] ?? "FIRX"),
        ]
        if withKeys { own["LESSKEYIN"] = ShellCommand.settingsPath }
        return environment.merging(own) { $1 }
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
