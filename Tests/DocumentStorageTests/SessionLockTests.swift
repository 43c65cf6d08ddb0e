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
