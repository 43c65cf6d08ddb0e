import Glibc

/// The user's own editor on a text: `$VISUAL`, `$EDITOR`, else the first of the usual ones that is there.
struct ExternalEditor {
    let environment: [String: String]

    /// The text as it was left. What was saved by an editor that a signal ended counts: its window was closed, it was
    /// not given up; an editor that ends with an error of its own was.
    func edit(_ text: String) -> EditOutcome {
        guard let path = write(text) else {
            return .failed(
                "No file for the editor could be made in '\(folder)'; TMPDIR can name another folder.")
        }
        let status = run(on: path)
        let (code, signal) = ((status >> 8) & 0xFF, status & 0x7F)
        // How a shell says that it found no such command, or may not run it.
        if status < 0 || signal == 0 && (code == 126 || code == 127) {
            unlink(path)
            return .failed(
                "The editor '\(command)' could not be started; VISUAL or EDITOR can name another, such as nano."
            )
        }
        guard status == 0 || signal != 0 || code > 128, let bytes = read(path) else {
            unlink(path)
            return .unchanged
        }
        guard !bytes.contains(0) else {
            return .failed(
                "What the editor left holds zero bytes, so it is no UTF-8 text; it is kept in '\(path)'.")
        }
        unlink(path)
        var edited = String(decoding: bytes, as: UTF8.self)
        while edited.last?.isNewline == true { edited.removeLast() }
        return edited == text ? .unchanged : .changed(edited, notices: ReplacedBytes.notices(of: bytes))
    }

    private var folder: String {
        environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    }

    private func write(_ text: String) -> String? {
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

    private func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
