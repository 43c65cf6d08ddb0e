import Glibc
import TestSupport
import Testing

@testable import DocumentStorage

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Suite("Somebody else writes the file") struct OtherWritersTests {
    private func opened(_ folder: TemporaryFolder, _ text: String = "old") throws -> StoredDocument {
        try StoredDocument.opening(folder.write(text, to: "day.md"))
    }

    @Test func anEditorThatRenamesIsNoticed() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder)
        rename(folder.write("their", to: "new"), folder["day.md"])
        #expect(try document.save(bytes("ours")) == .changedOnDisk(bytes("their")))
        #expect(folder.text("day.md") == "their")
        #expect(try document.save(bytes("both")) == .saved)
        #expect(folder.names == ["day.md"])
    }

    @Test func aTouchedFileIsNotAChange() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder)
        utimes(folder["day.md"], [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)])
        #expect(document.refresh() == nil)
        #expect(try document.save(bytes("ours")) == .saved)
    }

    /// Between the look and the swap: an editor saves with the same size in the same tick of the clock.
    @Test func theContentIsCheckedAfterTheSwap() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder)
        document.calls.exchange = { first, second in
            if folder.text("day.md") == "old" { folder.write("Old", to: "day.md") }
            return FileCalls().exchange(first, second)
        }
        #expect(try document.save(bytes("ours")) == .changedOnDisk(bytes("Old")))
        #expect(folder.text("day.md") == "Old")
        #expect(try document.save(bytes("ours")) == .saved)
        #expect(folder.text("day.md") == "ours")
        #expect(folder.names == ["day.md"])
    }

    /// Two others write, one before the swap and one before it is taken back: nobody's text is lost, ours is not told as
    /// saved.
    @Test func aThirdWritersTextIsKept() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder)
        var swaps = 0
        document.calls.exchange = { first, second in
            swaps += 1
            folder.write(swaps == 1 ? "theirs" : "a third", to: "day.md")
            return FileCalls().exchange(first, second)
        }
        let kept = document.path + ".conflict"
        #expect(try document.save(bytes("ours")) == .changedOnDisk(bytes("theirs"), alsoKept: kept))
        #expect(folder.text("day.md") == "theirs")
        #expect(folder.text("day.md.conflict") == "a third")
        #expect(folder.names == ["day.md", "day.md.conflict"])
    }

    @Test func whereTheSwapCannotBeTakenBackTheirsIsKeptBeside() throws {
        let folder = try TemporaryFolder()
        folder.write("earlier", to: "day.md.conflict")
        var document = try opened(folder)
        var swaps = 0
        document.calls.exchange = { first, second in
            swaps += 1
            if swaps > 1 {
                errno = EIO
                return -1
            }
            folder.write("theirs", to: "day.md")
            return FileCalls().exchange(first, second)
        }
        #expect(try document.save(bytes("ours")) == .savedBeside(document.path + ".conflict.1"))
        #expect(folder.text("day.md") == "ours")
        #expect(folder.text("day.md.conflict") == "earlier")
        #expect(folder.text("day.md.conflict.1") == "theirs")
        #expect(folder.names == ["day.md", "day.md.conflict", "day.md.conflict.1"])
    }

    @Test func aRemovedFileIsWrittenAgain() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder)
        unlink(folder["day.md"])
        #expect(document.refresh() == nil)
        #expect(try document.save(bytes("ours")) == .restored)
        #expect(folder.text("day.md") == "ours")
        #expect(try document.save(bytes("more")) == .saved)
    }

    /// With the same text as before, too: what was accepted is to be there.
    @Test func aRemovedFileIsWrittenAgainWithoutAChange() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder)
        unlink(folder["day.md"])
        #expect(try document.save(bytes("old")) == .restored)
        #expect(folder.text("day.md") == "old")
    }

    @Test func anEmptiedFileIsWrittenAgain() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder)
        truncate(folder["day.md"], 0)
        #expect(document.refresh() == nil, "nothing is no edit")
        #expect(try document.save(bytes("ours")) == .restored)
        #expect(folder.text("day.md") == "ours")
    }

    @Test func aShortenedFileIsTheirEdit() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder, "old and long")
        truncate(folder["day.md"], 3)
        #expect(document.refresh() == bytes("old"))
    }

    @Test func aFolderInItsPlaceIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder)
        unlink(folder["day.md"])
        folder.write("theirs", to: "day.md/inside")
        #expect(
            throws: StorageError(.unreadable, "'\(document.path)' is a folder; a file in it can be named.")
        ) {
            try document.save(bytes("ours"))
        }
        #expect(folder.names == ["day.md", "day.md/inside"])
    }

    /// A folder that comes between the look and the swap goes back to its place with all it holds.
    @Test func aFolderThatComesAtTheLastMomentGoesBack() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder)
        var isFirst = true
        document.calls.exchange = { first, second in
            if isFirst {
                unlink(folder["day.md"])
                folder.write("theirs", to: "day.md/inside")
            }
            isFirst = false
            return FileCalls().exchange(first, second)
        }
        #expect(throws: StorageError.self) { try document.save(bytes("ours")) }
        #expect(folder.text("day.md/inside") == "theirs")
        #expect(folder.names == ["day.md", "day.md/inside"])
    }

    @Test func aFileThatGrewBeyondTheLimitIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder)
        folder.write(String(repeating: "x", count: StoredDocument.limit + 1), to: "day.md")
        #expect(throws: StorageError.self) { try document.save(bytes("ours")) }
        #expect(FileStamp(folder["day.md"])?.size == Int64(StoredDocument.limit + 1))
    }
}

@Suite("Where files cannot be swapped, somebody else's text is still not written over")
struct PlainRenameTests {
    private func opened(_ folder: TemporaryFolder, _ code: Int32) throws -> StoredDocument {
        var document = try StoredDocument.opening(folder.write("old", to: "day.md"))
        document.calls.exchange = { _, _ in
            errno = code
            return -1
        }
        return document
    }

    /// An editor saves while the new text is being brought to disk, with the same size in the same tick of the clock.
    @Test(arguments: [EINVAL, ENOSYS, EOPNOTSUPP]) func whatWasWrittenMeanwhileStays(_ code: Int32) throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder, code)
        document.calls.fsync = { file in
            if folder.text("day.md") == "old" { folder.write("Old", to: "day.md") }
            return fsync(file)
        }
        #expect(try document.save(bytes("ours")) == .changedOnDisk(bytes("Old")))
        #expect(folder.text("day.md") == "Old")
        #expect(try document.save(bytes("ours")) == .saved)
        #expect(folder.text("day.md") == "ours")
        #expect(folder.names == ["day.md"])
    }

    /// The document was gone, and somebody makes it anew at the last moment.
    @Test(arguments: [ENOENT, EINVAL]) func whatWasMadeMeanwhileStays(_ code: Int32) throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder, code)
        unlink(folder["day.md"])
        document.calls.renameNew = { from, to in
            folder.write("theirs", to: "day.md")
            return FileCalls().renameNew(from, to)
        }
        #expect(try document.save(bytes("ours")) == .changedOnDisk(bytes("theirs")))
        #expect(folder.text("day.md") == "theirs")
        #expect(folder.names == ["day.md"])
    }

    @Test func aFolderThatCameMeanwhileStays() throws {
        let folder = try TemporaryFolder()
        var document = try opened(folder, EINVAL)
        document.calls.fsync = { file in
            unlink(folder["day.md"])
            folder.write("theirs", to: "day.md/inside")
            return fsync(file)
        }
        #expect(throws: StorageError.self) { try document.save(bytes("ours")) }
        #expect(folder.names == ["day.md", "day.md/inside"])
    }
}
