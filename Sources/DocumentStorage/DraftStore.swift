import Glibc

/// Text that was being typed, and where; without text the place alone, at which an answer is to go on.
package struct Draft: Equatable, Sendable {
    /// The question it belongs to; empty where it was typed between questions.
    package var key: String
    /// Where in the question the line is; empty where the words of the prompt tell.
    package var place: String
    /// The words of the prompt, such as the column of a table.
    package var label: String
    package var text: String

    package init(key: String, place: String = "", label: String, text: String) {
        (self.key, self.place, self.label, self.text) = (key, place, label, text)
    }
}

/// What was being typed, and the document as it was when it was last left, in the user's state folder.
///
/// Files are named by a hash of the document's real path and hold the path in their first line, so that no two
/// documents share a draft. They are for this user alone.
package final class DraftStore {
    private let base: String
    private let header: String
    private let folder: String

    /// - Parameter purpose: keeps the lines of another command apart from those of the interview.
    package init(document: String, purpose: String = "", state: StateFolder) {
        let name = document + (purpose.isEmpty ? "" : "\t\(purpose)")
        header = Self.oneLine(name)
        folder = state.path + "/drafts"
        base = folder + "/" + FileHash.text(name)
    }

    /// Keeps a text until it is accepted or given up.
    package func write(_ draft: Draft) {
        let key = draft.key + (draft.place.isEmpty ? "" : "\t" + draft.place)
        let lines = [header, Self.oneLine(key), Self.oneLine(draft.label), draft.text]
        put(Array(lines.joined(separator: "\n").utf8), to: base + ".draft")
    }

    package func read() -> Draft? {
        guard let lines = lines(of: base + ".draft", count: 4) else { return nil }
        let key = lines[1].prefix { $0 != "\t" }
        guard !lines[3].isEmpty || !key.isEmpty else { return nil }
        let place = String(lines[1].dropFirst(key.count + 1)).replacing("\\\\", with: "\\")
        return Draft(key: String(key), place: place, label: lines[2], text: lines[3])
    }

    package func clear() { unlink(base + ".draft") }

    /// Notes how the document stood at the end of a session.
    package func keepLast(_ bytes: [UInt8]) { put(Array("\(header)\n".utf8) + bytes, to: base + ".last") }

    package var last: [UInt8]? {
        guard let bytes = try? FileReading.read(base + ".last", limit: StoredDocument.limit + 8192).bytes,
            let end = bytes.firstIndex(of: 0x0A), String(decoding: bytes[..<end], as: UTF8.self) == header
        else { return nil }
        return Array(bytes[(end + 1)...])
    }

    /// Writes a document that could not be saved into `NAME.save`, or the first such name with a number; where that
    /// fails too, into the state folder and then the folder for temporary files, for this user alone. Nothing is
    /// written over.
    package func rescue(_ bytes: [UInt8], beside path: String, temporary: String = "/tmp") -> String? {
        _ = FilePath.makeFolder(folder)
        let places: [(String, UInt32)] = [
            (path + ".save", 0o666), (base + ".save", 0o600),
            ("\(temporary)/\(FilePath.name(of: path)).save", 0o600),
        ]
        for (place, mode) in places {
            let free = FileName.unused(place)
            if (try? StoredDocument.creating(free, bytes, mode: mode)) != nil { return free }
        }
        return nil
    }

    /// Keeps the newest state of a document that could not be saved, in case the session ends without a word.
    package func keepUnsaved(_ bytes: [UInt8]) { put(bytes, to: base + ".unsaved") }

    package func forgetUnsaved() { unlink(base + ".unsaved") }

    /// States of this document that earlier sessions could not save and that lie in the state folder. What a killed
    /// session kept gets a name that this session does not write over.
    package func rescued() -> [String] {
        let unsaved = base + ".unsaved"
        if FolderListing.exists(unsaved) { _ = FileCalls().rename(unsaved, FileName.unused(base + ".save")) }
        return KeptTexts.unsaved(of: base) + (FolderListing.exists(unsaved) ? [unsaved] : [])
    }

    // MARK: files

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

    private func lines(of path: String, count: Int) -> [String]? {
        guard let bytes = try? FileReading.read(path, limit: 4 * 1024 * 1024).bytes else { return nil }
        let lines = bytes.split(separator: 0x0A, maxSplits: count - 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        return lines.count == count && lines[0] == header ? lines : nil
    }

    private static func oneLine(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }
}
