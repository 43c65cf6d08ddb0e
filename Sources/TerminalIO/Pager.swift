import Glibc

/// Shows what is taller than the screen: `$PAGER`, else less where it is there.
struct Pager {
    let environment: [String: String]

    enum Outcome: Equatable {
        case shown
        /// A word was begun under it, which is meant for the line.
        case typed(UInt8)
        /// There is no pager, or it could not run.
        case failed
    }

    func show(_ text: String) -> Outcome {
        guard let command, let file = file(with: text) else { return .failed }
        let keys = takesKeys(command) ? self.file(with: Self.keys) : nil
        defer { for file in [file, keys].compactMap({ $0 }) { close(file) } }
        let status = ShellCommand(
            command: command, input: file, environment: variables(withKeys: keys != nil),
            endsWithProgram: true, settings: keys
        ).run()
        let code = UInt8(truncatingIfNeeded: status >> 8)
        if keys != nil, status & 0x7F == 0, Self.typedKeys.contains(code) { return .typed(code) }
        return status == 0 ? .shown : .failed
    }

    /// Whether it is less, with nobody's own keys.
    private func takesKeys(_ command: String) -> Bool {
        let program = command.prefix { $0 != " " }.split(separator: "/").last
        let own = [".lesskey", ".config/lesskey"].map { "\(environment["HOME"] ?? "")/\($0)" }
        return program == "less" && environment["LESSKEY"] == nil && environment["LESSKEYIN"] == nil
            && !own.contains { access($0, F_OK) == 0 }
    }

    private static let less = "/usr/bin/less"

    /// What a word can begin with; the keys that are left to less are those its last line names, and `/` to search.
    private static let typedKeys = Set(UInt8(0x21)...0x7E).subtracting([0x71, 0x2F])

    /// Each of them ends less, and its code is the status. As less reads them since version 582; an older one keeps its
    /// own keys.
    private static let keys =
        "#command\n"
        + typedKeys.sorted().map { key in
            let octal = "\\" + String(Int(key) + 0o1000, radix: 8).dropFirst()
            return "\(octal) quit \(octal)\n"
        }.joined()

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
