import Glibc

/// What the user's own `~/.editrc` binds, word by word: libedit does not tell what a key does.
struct EditrcKeys {
    private let bindings: [[String]]

    init(environment: [String: String]) {
        let path = environment["EDITRC"] ?? environment["HOME"].map { $0 + "/.editrc" }
        self.init(path.map { Self.text(of: $0) } ?? "")
    }

    init(_ text: String) {
        bindings = text.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split { $0 == " " || $0 == "\t" }
                .map { String($0.filter { $0 != "\"" && $0 != "'" }) }
            return words.first.map { $0 == "bind" || $0.hasSuffix(":bind") } == true ? words : nil
        }
    }

    /// Whether the key is bound in one of its spellings, to libedit's command prompt or to anything else.
    func wants(commandPromptAt spellings: [String]) -> Bool {
        bindings.contains { words in
            words.dropFirst().first { !$0.hasPrefix("-") }.map { spellings.contains($0) } ?? false
        }
    }

    private static func text(of path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&buffer, 1, buffer.count, file)
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}
