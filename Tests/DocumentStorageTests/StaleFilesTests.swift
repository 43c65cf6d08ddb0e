import Glibc
import TestSupport
import Testing

@testable import DocumentStorage

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Suite("What a killed session left") struct StaleFilesTests {
    /// A session was killed after it had put its text in the place of what somebody else had written just before: theirs
    /// is nowhere but in the file that was swapped.
    @Test func anotherWritersTextIsKept() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("ours", to: "day.md")
        folder.write("theirs", to: ".day.md.debrief-\(deadProcess())-1f.swap")
        #expect(StaleFiles.sweep(beside: path, last: bytes("old")) == [path + ".conflict"])
        #expect(folder.text("day.md") == "ours")
        #expect(folder.text("day.md.conflict") == "theirs")
        #expect(KeptTexts.conflicts(of: path) == [path + ".conflict"])
    }

    /// The same with a real save, of which nothing comes back after the first swap.
    @Test func anotherWritersTextIsInTheSwappedFile() throws {
        let folder = try TemporaryFolder()
        var document = try StoredDocument.opening(folder.write("old", to: "day.md"))
        var isSwapped = false
        document.calls.exchange = { first, second in
            guard !isSwapped else { return -1 }
            isSwapped = true
            folder.write("theirs", to: "day.md")
            defer {
                let left = folder.names.filter { $0.hasSuffix(".swap") }
                #expect(left.map { folder.text($0) } == ["theirs"])
            }
            return FileCalls().exchange(first, second)
        }
        _ = try document.save(bytes("ours"))
        #expect(isSwapped)
    }

    @Test(arguments: ["ours", "old"]) func whatIsKnownElsewhereGoes(_ left: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.write("ours", to: "day.md")
        folder.write(left, to: ".day.md.debrief-\(deadProcess())-1f.swap")
        #expect(StaleFiles.sweep(beside: path, last: bytes("old")) == [])
        #expect(folder.names == ["day.md"])
    }

    @Test func keptTextsAreFoundByTheirNames() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("text", to: "day.md")
        for name in [
            "day.md.save", "day.md.save.2", "day.md.conflict.1", "day.md.saved", "day.md.save.x",
            "my-day.md.save",
        ] {
            folder.write("text", to: name)
        }
        #expect(KeptTexts.unsaved(of: path) == [path + ".save", path + ".save.2"])
        #expect(KeptTexts.conflicts(of: path) == [path + ".conflict.1"])
    }

    @Test func aDocumentThatWasCutShortIsKnown() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("new", to: "day.md")
        #expect(StaleFiles.wholeText(of: path) == nil)
        let whole = folder.write("new text", to: ".day.md.debrief-\(deadProcess())-1f.whole")
        #expect(StaleFiles.wholeText(of: path) == whole)
        folder.write("edited", to: "day.md")
        #expect(StaleFiles.wholeText(of: path) == nil)
    }

    /// A process that was and is no more.
    private func deadProcess() -> pid_t {
        var process: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
        defer { free(arguments[0]) }
        #expect(posix_spawn(&process, "/bin/true", nil, nil, &arguments, environ) == 0)
        waitpid(process, nil, 0)
        return process
    }

    @Test func onlyFilesOfDeadProcessesAreRemoved() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("text", to: "day.md")
        let names = [
            ".day.md.debrief-\(deadProcess())-1f.tmp", ".day.md.debrief-\(getpid())-1f.tmp",
            ".day.md.debrief-1-1f.tmp", ".day.md.debrief-x-1f.tmp", ".day.md.debrief-0-1f.tmp",
            ".other.md.debrief-\(deadProcess())-1f.tmp", "day.md.debrief-\(deadProcess())-1f.tmp",
        ]
        for name in names { folder.write("half", to: name) }
        #expect(StaleFiles.sweep(beside: path) == [])
        #expect(folder.names == (names.dropFirst() + ["day.md"]).sorted())
    }

    /// A document with two names was being written over when its session was killed.
    @Test(arguments: ["", "new te", "new text"]) func aSaveThatWasCutShortIsFinished(_ left: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.write(left, to: "day.md")
        link(path, folder["twin.md"])
        folder.write("new text", to: ".day.md.debrief-\(deadProcess())-1f.whole")
        #expect(StaleFiles.sweep(beside: path) == [])
        #expect(folder.text("twin.md") == "new text")
        #expect(folder.names == ["day.md", "twin.md"])
    }

    @Test func aTextThatFitsNothingIsKept() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("edited since", to: "day.md")
        folder.write("new text", to: ".day.md.debrief-\(deadProcess())-1f.whole")
        #expect(StaleFiles.sweep(beside: path) == [path + ".save"])
        #expect(folder.text("day.md") == "edited since")
        #expect(folder.text("day.md.save") == "new text")
    }
}
