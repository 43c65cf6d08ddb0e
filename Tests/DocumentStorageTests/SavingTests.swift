import Glibc
import TestSupport
import Testing

@testable import DocumentStorage

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Suite("A save keeps what a file is") struct SavingTests {
    private func mode(_ path: String) -> UInt32? { FileStamp(path).map { $0.mode & 0o7777 } }

    @Test(arguments: [0o600, 0o640, 0o644, 0o755, 0o1644] as [mode_t]) func modesStay(_ wanted: mode_t) throws
    {
        let folder = try TemporaryFolder()
        let path = folder.write("old", to: "day.md")
        chmod(path, wanted)
        var document = try StoredDocument.opening(path)
        #expect(try document.save(bytes("new")) == .saved)
        #expect(mode(path) == UInt32(wanted))
    }

    @Test func linksStayLinks() throws {
        let folder = try TemporaryFolder()
        folder.write("old", to: "real/day.md")
        symlink("real/day.md", folder["link.md"])
        var document = try StoredDocument.opening(folder["link.md"])
        #expect(try document.save(bytes("new")) == .saved)
        var status = stat()
        #expect(lstat(folder["link.md"], &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(folder.text("real/day.md") == "new")
        #expect(folder.names == ["link.md", "real", "real/day.md"])
    }

    @Test func hardLinksKeepBothNames() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("old and longer", to: "day.md")
        link(path, folder["twin.md"])
        var document = try StoredDocument.opening(path)
        #expect(try document.save(bytes("new")) == .saved)
        #expect(folder.text("twin.md") == "new")
        #expect(FileStamp(path)?.inode == FileStamp(folder["twin.md"])?.inode)
        #expect(folder.names == ["day.md", "twin.md"])
    }

    @Test(.enabled(if: geteuid() == 0, "only root gives files away")) func ownersStay() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("old", to: "day.md")
        chown(path, 1234, 4321)
        var document = try StoredDocument.opening(path)
        #expect(try document.save(bytes("new")) == .saved)
        #expect(FileStamp(path)?.owner == 1234 && FileStamp(path)?.group == 4321)
    }

    /// Somebody else's file is written over, because a file of one's own in its place would change whose it is.
    @Test(.enabled(if: geteuid() == 0, "only root has files of two owners"))
    func whereTheOwnerCannotBeKeptTheFileItselfIsWritten() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("old", to: "day.md")
        chown(path, 1234, 4321)
        let inode = FileStamp(path)?.inode
        var document = try StoredDocument.opening(path)
        document.calls.fchown = { _, _, _ in
            errno = EPERM
            return -1
        }
        #expect(try document.save(bytes("new")) == .saved)
        #expect(folder.text("day.md") == "new")
        #expect(FileStamp(path)?.inode == inode)
        #expect(folder.names == ["day.md"])
    }

    /// Whether the file system of the tests keeps attributes at all.
    private static var keepsAttributes: Bool {
        guard let folder = try? TemporaryFolder() else { return false }
        return Attribute.set("any", on: folder.write("", to: "file"))
    }

    @Test(.enabled(if: keepsAttributes, "the file system has no attributes")) func attributesStay() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("old", to: "day.md")
        #expect(Attribute.set("kept", on: path))
        var document = try StoredDocument.opening(path)
        #expect(try document.save(bytes("new")) == .saved)
        #expect(folder.text("day.md") == "new")
        #expect(Attribute.value(of: path) == "kept")
    }

    /// Where an attribute cannot be given to another file, the file itself is written over.
    @Test func whatCannotBeCopiedKeepsTheFile() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("old", to: "day.md")
        let inode = FileStamp(path)?.inode
        var document = try StoredDocument.opening(path)
        document.calls.copyAttributes = { _, _ in -1 }
        #expect(try document.save(bytes("new")) == .saved)
        #expect(FileStamp(path)?.inode == inode)
        #expect(folder.names == ["day.md"])
    }

    /// What could not be read again is not written; the answer stays with whoever has it.
    @Test func nothingGrowsBeyondTheLimit() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("old", to: "day.md")
        var made = try StoredDocument.creating(folder["new.md"], bytes("new"))
        var opened = try StoredDocument.opening(path)
        let large = [UInt8](repeating: 0x78, count: StoredDocument.limit + 1)
        #expect(throws: StorageError.tooLarge(path, StoredDocument.limit)) { try opened.save(large) }
        #expect(throws: StorageError.self) { try made.save(large) }
        #expect(StorageError.tooLarge(path, StoredDocument.limit).description.contains("larger than 5 MB"))
        #expect(folder.text("day.md") == "old" && folder.text("new.md") == "new")
        #expect(try opened.save(Array(large.dropLast())) == .saved)
    }

    @Test func newFilesFollowTheUmask() throws {
        let folder = try TemporaryFolder()
        let before = umask(0)
        umask(before)
        _ = try StoredDocument.creating(folder["day.md"], bytes("new"))
        #expect(mode(folder["day.md"]) == 0o666 & ~UInt32(before))
        #expect(folder.names == ["day.md"])
    }

    @Test func nothingIsMadeOverAFile() throws {
        let folder = try TemporaryFolder()
        folder.write("theirs", to: "day.md")
        symlink("nowhere", folder["dangling.md"])
        mkdir(folder["folder.md"], 0o755)
        let (exists, another) = ("exists already and was left as it is;", "another name works")
        for (name, reason) in [
            ("day.md", "\(exists) \(another)."), ("folder.md", "\(exists) \(another)."),
            (
                "dangling.md",
                "is a link to '\(folder["nowhere"])', and there is no such file; \(another), or the link can be removed."
            ),
        ] {
            #expect(throws: StorageError(.cannotCreate, "'\(folder[name])' \(reason)")) {
                try StoredDocument.creating(folder[name], bytes("ours"))
            }
        }
        #expect(folder.text("day.md") == "theirs")
        #expect(folder.names == ["dangling.md", "day.md", "folder.md"])
    }

    /// A file system without renames that spare what is there.
    @Test func aNewFileNeedsNoNewSystemCall() throws {
        let folder = try TemporaryFolder()
        var calls = FileCalls()
        calls.renameNew = { _, _ in
            errno = EINVAL
            return -1
        }
        _ = try StoredDocument.creating(folder["day.md"], bytes("new"), calls)
        #expect(folder.text("day.md") == "new")
        #expect(folder.names == ["day.md"])
    }

    /// Somebody who can write to the folder lays a link where the temporary file goes.
    @Test func aPlantedLinkIsNotFollowed() throws {
        let folder = try TemporaryFolder()
        let victim = folder.write("precious", to: "victim")
        let path = folder.write("old", to: "day.md")
        var document = try StoredDocument.opening(path)
        document.calls.open = { path, flags, mode in
            if path.hasSuffix(".tmp") { symlink(victim, path) }
            return Glibc.open(path, flags, mode)
        }
        #expect(throws: StorageError.self) { try document.save(bytes("new")) }
        #expect(folder.text("victim") == "precious")
        #expect(folder.text("day.md") == "old")
    }

    @Test func aNameOfTheGreatestLengthIsSaved() throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: "é", count: 126) + ".md"
        let path = folder.write("old", to: name)
        let lock = SessionLock(for: path)
        #expect(lock.state == .held)
        var document = try StoredDocument.opening(path)
        #expect(try document.save(bytes("new")) == .saved)
        #expect(folder.text(name) == "new")
        lock.release()
        #expect(folder.names == [name])
    }

    @Test func exportsReachPipesAndDevices() throws {
        let folder = try TemporaryFolder()
        mkfifo(folder["pipe"], 0o600)
        let reading = open(folder["pipe"], O_RDONLY | O_NONBLOCK)
        defer { close(reading) }
        try StoredDocument.replacing(folder["pipe"], with: bytes("csv"))
        var buffer = [UInt8](repeating: 0, count: 8)
        #expect(read(reading, &buffer, 8) == 3)
        try StoredDocument.replacing("/dev/null", with: bytes("csv"))
        #expect(FileStamp("/dev/null").map { $0.mode & S_IFMT } == S_IFCHR)
    }

    @Test func aReadOnlyFileIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("old", to: "day.md")
        chmod(path, 0o444)
        var document = try StoredDocument.opening(path)
        #expect(!document.isWritable)
        #expect(
            throws: StorageError(
                .cannotCreate, "'\(path)' is read-only; 'chmod u+w' on it lets it be written.")
        ) {
            try document.save(bytes("new"))
        }
        #expect(folder.text("day.md") == "old")
        chmod(path, 0o644)
        #expect(try document.save(bytes("new")) == .saved)
    }
}
