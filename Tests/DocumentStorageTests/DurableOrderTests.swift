import Glibc
import TestSupport
import Testing

@testable import DocumentStorage

/// A text is on disk before it takes the document's name, and the folder after it.
@Suite("Nothing is told as saved before the disk has it") struct DurableOrderTests {
    /// The calls of a save in their order, by the kind of file they are about.
    private final class Log {
        private(set) var lines: [String] = []

        func calls(_ real: FileCalls = FileCalls()) -> FileCalls {
            var calls = real
            calls.write = { file, bytes, count in
                self.add("write \(Self.kind(of: file))")
                return real.write(file, bytes, count)
            }
            calls.fsync = { file in
                self.add("fsync \(Self.kind(of: file))")
                return real.fsync(file)
            }
            calls.rename = { from, to in
                self.add("rename \(Self.kind(from)) to \(Self.kind(to))")
                return real.rename(from, to)
            }
            calls.exchange = { first, second in
                self.add("exchange \(Self.kind(first)) and \(Self.kind(second))")
                return real.exchange(first, second)
            }
            calls.renameNew = { from, to in
                self.add("rename \(Self.kind(from)) to \(Self.kind(to))")
                return real.renameNew(from, to)
            }
            calls.unlink = { path in
                self.add("unlink \(Self.kind(path))")
                return real.unlink(path)
            }
            return calls
        }

        private func add(_ line: String) { if lines.last != line { lines.append(line) } }

        private static func kind(of file: Int32) -> String {
            var buffer = [CChar](repeating: 0, count: 4096)
            let count = readlink("/proc/self/fd/\(file)", &buffer, buffer.count - 1)
            guard count > 0 else { return "?" }
            return kind(String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
        }

        private static func kind(_ path: String) -> String {
            let name = FilePath.name(of: path)
            if name == "day.md" { return "document" }
            return name.hasPrefix(".day.md.debrief-")
                ? String(name.split(separator: ".").last ?? "") : "folder"
        }
    }

    private let new = [UInt8](String(repeating: "new text\n", count: 40).utf8)

    private func saving(
        _ calls: FileCalls = FileCalls(), _ prepare: (TemporaryFolder) -> Void = { _ in }
    ) throws -> [String] {
        let folder = try TemporaryFolder()
        let log = Log()
        var document = try StoredDocument.opening(folder.write("old", to: "day.md"))
        prepare(folder)
        document.stamp = try #require(FileStamp(folder["day.md"]))
        document.calls = log.calls(calls)
        #expect(try document.save(new) == .saved)
        return log.lines
    }

    @Test func whereADocumentIsReplaced() throws {
        #expect(
            try saving() == [
                "write tmp", "fsync tmp", "rename tmp to swap", "exchange swap and document", "unlink swap",
                "fsync folder",
            ])
    }

    @Test func whereFilesCannotBeSwapped() throws {
        var calls = FileCalls()
        calls.exchange = { _, _ in
            errno = EINVAL
            return -1
        }
        #expect(
            try saving(calls) == [
                "write tmp", "fsync tmp", "rename tmp to swap", "exchange swap and document",
                "rename swap to document", "fsync folder",
            ])
    }

    /// The whole text is on disk beside the document before the document is touched, and goes after it.
    @Test func whereADocumentWithTwoNamesIsWrittenOver() throws {
        let lines = try saving { link($0["day.md"], $0["twin.md"]) }
        #expect(
            lines == [
                "write whole", "fsync whole", "fsync folder", "write document", "fsync document",
                "unlink whole", "fsync folder",
            ])
    }

    @Test func whereADocumentIsMade() throws {
        let folder = try TemporaryFolder()
        let log = Log()
        _ = try StoredDocument.creating(folder["day.md"], new, log.calls())
        #expect(log.lines == ["write tmp", "fsync tmp", "rename tmp to document", "fsync folder"])
    }
}
