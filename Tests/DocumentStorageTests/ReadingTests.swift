import Glibc
import TestSupport
import Testing

@testable import DocumentStorage

@Suite("Only ordinary files of a bounded size are read") struct ReadingTests {
    private func problem(_ path: String) -> StorageError? {
        do {
            _ = try StoredDocument.opening(path)
            return nil
        } catch { return error }
    }

    @Test func fiveMegabytesAreReadAndNoMore() throws {
        let folder = try TemporaryFolder()
        let path = folder.write(String(repeating: "x", count: StoredDocument.limit), to: "day.md")
        #expect(problem(path) == nil)
        folder.write(String(repeating: "x", count: StoredDocument.limit + 1), to: "day.md")
        #expect(problem(path)?.kind == .unreadable)
        #expect(
            problem(path)?.description
                == "'\(path)' is larger than 5 MB, the most that is read; a part of it may do.")
    }

    @Test func pipesDevicesAndFoldersAreNot() throws {
        let folder = try TemporaryFolder()
        mkfifo(folder["pipe"], 0o600)
        for path in [folder["pipe"], "/dev/zero", "/dev/tty", folder.path] {
            #expect(problem(path) != nil, "\(path)")
        }
        #expect(
            problem(folder["pipe"])?.description
                == "'\(folder["pipe"])' is no ordinary file; a copy in one can be read.")
        #expect(
            problem(folder.path)?.description == "'\(folder.path)' is a folder; a file in it can be named.")
    }

    @Test func aMissingFileIsNamed() throws {
        #expect(
            problem("/nowhere/day.md")
                == StorageError(
                    .noSuchInput, "There is no file '/nowhere/day.md'; the name or the folder may be another."
                ))
    }

    /// A name cannot begin a new line of its own in a message, or steer the terminal.
    @Test func aHostileNameStaysOneWord() throws {
        #expect(problem("/nowhere/a\nb\u{1B}[2J")?.description.contains("'/nowhere/a^Jb^[[2J'") == true)
    }

    @Test func aLinkToNothingIsSaidToBeOne() throws {
        let folder = try TemporaryFolder()
        symlink("gone.md", folder["day.md"])
        let sentence =
            "'\(folder["day.md"])' is a link to '\(folder["gone.md"])', and there is no such file; another name works, or the link can be removed."
        #expect(problem(folder["day.md"]) == StorageError(.noSuchInput, sentence))
        #expect(throws: StorageError(.cannotCreate, sentence)) {
            try StoredDocument.creating(folder["day.md"], [])
        }
        #expect(folder.names == ["day.md"])
    }

    @Test func aLinkInACircleIsSaidToBeOne() throws {
        let folder = try TemporaryFolder()
        symlink("b", folder["a"])
        symlink("a", folder["b"])
        #expect(
            problem(folder["a"])?.description == "'\(folder["a"])' is a link that leads round in a circle.")
    }
}

@Suite("Every failure has its sentence") struct StorageErrorTests {
    static let codes: [Int32] = [
        EIO, ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EFBIG, ENOENT, ENOTDIR, EEXIST, ENAMETOOLONG, EMFILE,
        ENFILE, ELOOP,
        ESTALE, EBUSY, ETIMEDOUT,
    ]

    @Test(arguments: codes) func thatNamesTheFileAndEndsWell(_ code: Int32) {
        for error in [StorageError.reading("/a/day.md", code), .writing("/a/day.md", code)] {
            #expect(error.description.contains("'/a/day.md'"))
            #expect(error.description.hasSuffix("."))
            #expect(error.description.first?.isLowercase == false)
            #expect(
                error.description.count { $0 == "." } - (error.description.contains("day.md") ? 1 : 0) == 1)
        }
    }
}
