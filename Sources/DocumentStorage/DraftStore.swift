import Glibc

/// What was being typed, and the document as it was when it was last left, in the user's state folder.
///
/// Files are named by a hash of the document's real path and hold the path in their first line, so that no two
/// documents share a draft. They are for this user alone.
package final class DraftStore {
    private let base: String
    private let document: String
    private let folder: String

    package init(document: String, state: StateFolder) {
        self.document = document
        folder = state.path + "/drafts"
        base = folder + "/" + Self.hash(document)
    }

    /// Keeps the text of a question until it is accepted or given up.
    package func write(_ text: String, key: String) {
        put("\(document)\n\(key)\n\(text)", to: base + ".draft")
    }

    package func read() -> (key: String, text: String)? {
        guard let lines = parts(of: base + ".draft", count: 3), !lines[2].isEmpty else { return nil }
        return (lines[1], lines[2])
    }

    package func clear() { unlink(base + ".draft") }

    /// Notes how the document stood at the end of a session.
    package func keepLast(_ bytes: [UInt8]) { put(Array("\(document)\n".utf8) + bytes, to: base + ".last") }

    package var last: [UInt8]? {
        guard let bytes = try? FileReading.read(base + ".last", limit: StoredDocument.limit + 8192).bytes,
            let end = bytes.firstIndex(of: 0x0A), String(decoding: bytes[..<end], as: UTF8.self) == document
        else { return nil }
        return Array(bytes[(end + 1)...])
    }

    /// Writes a document that could not be saved into `NAME.save`, or the first such name with a number; the state folder
    /// where that fails too. Nothing is written over.
    package func rescue(_ bytes: [UInt8], beside path: String) -> String? {
        _ = FilePath.makeFolder(folder)
        for place in [path + ".save", base + ".save"] {
            let free = FileName.unused(place)
            if (try? StoredDocument.creating(free, bytes)) != nil { return free }
        }
        return nil
    }

    // MARK: files

    private func put(_ text: String, to path: String) { put(Array(text.utf8), to: path) }

    /// Whole or not at all; the disk is not waited for, since this runs while a person types.
    private func put(_ bytes: [UInt8], to path: String) {
        guard FilePath.makeFolder(folder) else { return }
        let calls = FileCalls()
        let temporary = "\(path).\(getpid())"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        let failure = calls.writeAll(bytes, to: file)
        close(file)
        if failure != 0 || rename(temporary, path) != 0 { unlink(temporary) }
    }

    private func parts(of path: String, count: Int) -> [String]? {
        guard let bytes = try? FileReading.read(path, limit: 1024 * 1024).bytes else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", maxSplits: count - 1, omittingEmptySubsequences: false
        ).map(String.init)
        return parts.count == count && parts[0] == document ? parts : nil
    }

    /// FNV-1a, 64 bits: names files, guards nothing.
    private static func hash(_ text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
