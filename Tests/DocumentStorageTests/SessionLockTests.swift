import Glibc
import TestSupport
import Testing

@testable import DocumentStorage

@Suite("One session a document") struct SessionLockTests {
    @Test func aSecondSessionIsToldWhoseItIs() throws {
        let folder = try TemporaryFolder()
        let first = SessionLock(for: folder["day.md"])
        #expect(first.state == .held)
        #expect(folder.names == [".day.md.debrief-lock"])
        guard case .heldBy(let holder) = SessionLock(for: folder["day.md"]).state else {
            Issue.record("two sessions hold one lock")
            return
        }
        #expect(holder.hasPrefix("process \(getpid()) of "))
        #expect(SessionLock(for: folder["other.md"]).state == .held)
        first.release()
        #expect(folder.names == [])
        #expect(SessionLock(for: folder["day.md"]).state == .held)
    }

    /// The system lets go when a process dies; its file says nothing.
    @Test func aLockThatWasLeftLyingIsTaken() throws {
        let folder = try TemporaryFolder()
        folder.write("process 1 of somebody on elsewhere\n", to: ".day.md.debrief-lock")
        let lock = SessionLock(for: folder["day.md"])
        #expect(lock.state == .held)
        #expect(folder.text(".day.md.debrief-lock").hasPrefix("process \(getpid()) of "))
    }

    @Test func aLockOfAKilledProcessIsFree() throws {
        let folder = try TemporaryFolder()
        let holder = try SavingLoop(in: folder, lockOnly: true)
        holder.waitForLine()
        guard case .heldBy(let who) = SessionLock(for: folder["day.md"]).state else {
            Issue.record("the other process holds no lock")
            return
        }
        #expect(who.hasPrefix("process \(holder.process) of "))
        holder.kill()
        #expect(SessionLock(for: folder["day.md"]).state == .held)
    }

    @Test func whoHoldsALockIsToldWithoutTakingIt() throws {
        let folder = try TemporaryFolder()
        #expect(SessionLock.holder(of: folder["day.md"]) == nil)
        #expect(folder.names == [])
        let lock = SessionLock(for: folder["day.md"])
        #expect(SessionLock.holder(of: folder["day.md"])?.hasPrefix("process \(getpid()) of ") == true)
        lock.release()
        folder.write("process 1 of somebody on elsewhere\n", to: ".day.md.debrief-lock")
        #expect(SessionLock.holder(of: folder["day.md"]) == nil)
    }

    /// The lock file of another user may be read and locked, not written.
    private var othersFile: FileCalls {
        var calls = FileCalls()
        calls.open = { path, flags, mode in
            if flags & O_ACCMODE != O_RDONLY, FolderListing.exists(path) {
                errno = EACCES
                return -1
            }
            return open(path, flags, mode)
        }
        return calls
    }

    @Test func anotherUsersLockIsSeen() throws {
        let folder = try TemporaryFolder()
        let first = SessionLock(for: folder["day.md"])
        guard case .heldBy(let holder) = SessionLock(for: folder["day.md"], othersFile).state else {
            Issue.record("two people write at once")
            return
        }
        #expect(holder.hasPrefix("process \(getpid()) of "))
        #expect(first.state == .held)
    }

    @Test(arguments: [false, true]) func whatAnotherUsersKilledSessionLeftIsTaken(_ isSticky: Bool) throws {
        let folder = try TemporaryFolder()
        folder.write("process 1 of somebody on elsewhere\n", to: ".day.md.debrief-lock")
        var calls = othersFile
        if isSticky {
            calls.unlink = { _ in
                errno = EPERM
                return -1
            }
        }
        let lock = SessionLock(for: folder["day.md"], calls)
        #expect(lock.state == .held)
        #expect(SessionLock.holder(of: folder["day.md"]) != nil)
        guard case .heldBy = SessionLock(for: folder["day.md"]).state else {
            Issue.record("the lock is not held")
            return
        }
    }

    /// Whatever the umask, those who share the folder can see whose it is.
    @Test func theFileMayBeReadByAll() throws {
        let folder = try TemporaryFolder()
        let lock = SessionLock(for: folder["day.md"])
        #expect(lock.state == .held)
        #expect(FileStamp(folder[".day.md.debrief-lock"]).map { $0.mode & 0o777 } == 0o644)
    }

    @Test func aPlantedLinkIsNotFollowed() throws {
        let folder = try TemporaryFolder()
        folder.write("precious", to: "victim")
        symlink("victim", folder[".day.md.debrief-lock"])
        guard case .unavailable = SessionLock(for: folder["day.md"]).state else {
            Issue.record("the link was taken for a lock")
            return
        }
        #expect(folder.text("victim") == "precious")
    }

    @Test func aFolderThatCannotBeWrittenTakesNoLock() throws {
        let lock = SessionLock(for: "/proc/day.md")
        guard case .unavailable(let why) = lock.state else {
            Issue.record("/proc took a file")
            return
        }
        #expect(!why.isEmpty)
    }
}
