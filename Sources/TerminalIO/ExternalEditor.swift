import Glibc

/// The user's own editor on a text: `$VISUAL`, `$EDITOR`, else the first of the usual ones that is there.
struct ExternalEditor {
    let environment: [String: String]

    /// The text as it was left; nil where it is unchanged, or the editor could not run or ended with an error. What was
    /// saved by an editor that a signal ended counts: its window was closed, it was not given up.
    func edit(_ text: String) -> String? {
        guard let path = write(text) else { return nil }
        defer { unlink(path) }
        let status = run(on: path)
        let (code, signal) = ((status >> 8) & 0xFF, status & 0x7F)
        guard status == 0 || status > 0 && (signal != 0 || code > 128), let edited = read(path) else {
            return nil
        }
        return edited == text ? nil : edited
    }

    private func write(_ text: String) -> String? {
        let folder = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        var template = Array("\(folder)/debrief-XXXXXX.md".utf8CString)
        let file = mkstemps(&template, 3)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = Array(text.utf8)
        guard Glibc.write(file, &bytes, bytes.count) == bytes.count else { return nil }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func run(on path: String) -> Int32 {
        ShellCommand(command: command, arguments: [path], environment: environment).run()
    }

    private var command: String {
        for name in ["VISUAL", "EDITOR"] {
            if let value = environment[name], !value.isEmpty { return value }
        }
        let usual = ["/usr/bin/sensible-editor", "/usr/bin/nano", "/usr/bin/vim", "/usr/bin/vi"]
        return usual.first { access($0, X_OK) == 0 } ?? "vi"
    }

    private func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        var text = String(decoding: bytes, as: UTF8.self)
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
