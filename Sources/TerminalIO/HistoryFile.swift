import Glibc

/// Earlier answers across sessions, one a line as `key<TAB>text`, in a file for this user alone.
package struct HistoryFile {
    private let path: String
    private let makeFolder: () -> Bool

    /// So many answers are kept; the oldest go.
    private static let limit = 1_000
    /// So many bytes of them, the newest, are read; a file of more is cut back.
    private static let sizeLimit = 8 * 1024 * 1024

    /// - Parameter makeFolder: makes the folder, with the first answer that is kept; false where that cannot be.
    package init(folder: String, makeFolder: @escaping () -> Bool) {
        path = folder + "/history"
        self.makeFolder = makeFolder
    }

    /// Oldest first; lines that cannot be read are passed over.
    package func read() -> [(key: String, text: String)] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        let isCut = fseek(file, -Self.sizeLimit, SEEK_END) == 0
        if !isCut { rewind(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < Self.sizeLimit {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return lines.dropFirst(isCut ? 1 : 0).suffix(Self.limit).compactMap { line in
            let parts = line.split(separator: "\t", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), Self.unescaped(parts[1])) : nil
        }
    }

    /// Adds an answer.
    package func append(_ text: String, key: String) {
        guard makeFolder() else { return }
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        // A line that was cut short stays a line of its own.
        let start = endsInALine ? "" : "\n"
        var bytes = Array("\(start)\(key)\t\(Self.escaped(text))\n".utf8)
        _ = write(file, &bytes, bytes.count)
    }

    private var endsInALine: Bool {
        guard let file = fopen(path, "r") else { return true }
        defer { fclose(file) }
        return fseek(file, -1, SEEK_END) != 0 || fgetc(file) == 0x0A
    }

    private var isTooLarge: Bool {
        guard let file = fopen(path, "r") else { return false }
        defer { fclose(file) }
        return fseek(file, 0, SEEK_END) == 0 && ftell(file) > Self.sizeLimit
    }

    /// Cuts the file back to its limits; once a session is enough.
    package func trim() {
        let entries = read()
        guard entries.count >= Self.limit || isTooLarge else { return }
        let temporary = "\(path).\(getpid())"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        var size = 0
        let newest = entries.suffix(Self.limit / 2).map { "\($0.key)\t\(Self.escaped($0.text))\n" }.reversed()
            .prefix { line in
                size += line.utf8.count
                return size <= Self.sizeLimit / 2
            }
        var bytes = Array(newest.reversed().joined().utf8)
        let count = write(file, &bytes, bytes.count)
        close(file)
        if count != bytes.count || rename(temporary, path) != 0 { unlink(temporary) }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
            .replacing("\r", with: "")
    }

    private static func unescaped(_ text: Substring) -> String {
        var plain = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                plain.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                plain.append(character)
            }
        }
        return plain
    }
}
