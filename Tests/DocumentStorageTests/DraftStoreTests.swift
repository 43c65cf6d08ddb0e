import Glibc
import TestSupport
import Testing

@testable import DocumentStorage

@Suite("What is being typed is kept") struct DraftStoreTests {
    private func store(_ folder: TemporaryFolder, _ document: String = "/a/day.md") -> DraftStore {
        DraftStore(document: document, state: StateFolder(environment: ["XDG_STATE_HOME": folder["state"]]))
    }

    @Test(arguments: [
        "one line", "two\nlines\n\nand more\n", "é 日本 👩‍💻", "\u{301}combining first", "tab\tand \\n", "\r\n",
        String(repeating: "long ", count: 20_000),
    ]) func itComesBackAsItWas(_ text: String) throws {
        let folder = try TemporaryFolder()
        let draft = Draft(key: "summary.title", label: "Title", text: text)
        store(folder).write(draft)
        #expect(store(folder).read() == draft)
        store(folder).clear()
        #expect(store(folder).read() == nil)
    }

    @Test(arguments: ["", "cause unseen 0.1", "factor a \\n back\\slash", "group  two blanks "])
    func itsPlaceComesBackToo(_ place: String) throws {
        let folder = try TemporaryFolder()
        let draft = Draft(key: "five-whys.chain", place: place, label: "Why 2", text: "text")
        store(folder).write(draft)
        #expect(store(folder).read() == draft)
    }

    @Test func twoDocumentsNeverShare() throws {
        let folder = try TemporaryFolder()
        store(folder, "/a/day.md").write(Draft(key: "k", label: "l", text: "a's"))
        store(folder, "/b/day.md").write(Draft(key: "k", label: "l", text: "b's"))
        #expect(store(folder, "/a/day.md").read()?.text == "a's")
        #expect(store(folder, "/b/day.md").read()?.text == "b's")
        #expect(store(folder, "/c/day.md").read() == nil)
    }

    /// Even if two paths came to the same number, a draft says whose it is.
    @Test func aDraftOfAnotherDocumentIsNotTaken() throws {
        let folder = try TemporaryFolder()
        store(folder).write(Draft(key: "k", label: "l", text: "text"))
        let name = try #require(folder.names.first { $0.hasSuffix(".draft") })
        folder.write(folder.text(name).replacing("/a/day.md", with: "/b/day.md"), to: name)
        #expect(store(folder).read() == nil)
    }

    @Test func aPathOfTwoLinesKeepsItsDraft() throws {
        let folder = try TemporaryFolder()
        let draft = Draft(key: "k", label: "two\nlines", text: "text")
        store(folder, "/a\nb/day.md").write(draft)
        #expect(store(folder, "/a\nb/day.md").read() == Draft(key: "k", label: "two\\nlines", text: "text"))
        store(folder, "/a\nb/day.md").keepLast([0xFF, 0x0A])
        #expect(store(folder, "/a\nb/day.md").last == [0xFF, 0x0A])
    }

    @Test(arguments: ["", "\n\n", "/a/day.md\nk\nl", "/a/day.md\n\nl\n", "\u{0}\u{0}"])
    func aBrokenDraftIsPassedOver(_ text: String) throws {
        let folder = try TemporaryFolder()
        store(folder).write(Draft(key: "k", label: "l", text: "text"))
        let name = try #require(folder.names.first { $0.hasSuffix(".draft") })
        folder.write(text, to: name)
        #expect(store(folder).read() == nil)
    }

    @Test func withoutATextItIsAPlace() throws {
        let folder = try TemporaryFolder()
        let place = Draft(key: "k", place: "Row 2", label: "l", text: "")
        store(folder).write(place)
        #expect(store(folder).read() == place)
    }

    @Test func theLinesOfAnotherCommandAreApart() throws {
        let folder = try TemporaryFolder()
        let state = StateFolder(environment: ["XDG_STATE_HOME": folder["state"]])
        let other = DraftStore(document: "/a/day.md", purpose: "fix", state: state)
        store(folder).write(Draft(key: "k", label: "l", text: "an answer"))
        other.write(Draft(key: "", label: "Sentence", text: "a sentence"))
        #expect(store(folder).read()?.text == "an answer")
        #expect(other.read()?.text == "a sentence")
    }

    /// What a killed session could not save outlives the next session that cannot save either.
    @Test func whatIsUnsavedIsNotWrittenOver() throws {
        let folder = try TemporaryFolder()
        store(folder).keepUnsaved(Array("first".utf8))
        let found = store(folder).rescued()
        #expect(found.count == 1)
        store(folder).keepUnsaved(Array("second".utf8))
        store(folder).forgetUnsaved()
        #expect(try FileReading.read(found[0], limit: 100).bytes == Array("first".utf8))
        #expect(store(folder).rescued() == found)
    }

    @Test func theStateIsForThisUserAlone() throws {
        let folder = try TemporaryFolder()
        store(folder).write(Draft(key: "k", label: "l", text: "text"))
        store(folder).keepLast([1])
        for name in folder.names {
            let mode = try #require(FileStamp(folder[name])).mode
            #expect(mode & 0o7777 == (mode & S_IFMT == S_IFDIR ? 0o700 : 0o600), "\(name)")
        }
        #expect(folder.names.count == 5, "\(folder.names)")
    }

    @Test func aRescueCopyWritesNothingOver() throws {
        let folder = try TemporaryFolder()
        let path = folder.write("document", to: "day.md")
        #expect(store(folder, path).rescue([1], beside: path) == path + ".save")
        #expect(store(folder, path).rescue([2], beside: path) == path + ".save.1")
        #expect(folder.text("day.md") == "document")
    }

    @Test func aRescueCopyGoesWhereItCan() throws {
        let folder = try TemporaryFolder()
        let kept = try #require(store(folder, "/proc/day.md").rescue([1], beside: "/proc/day.md"))
        #expect(kept.hasPrefix(folder["state/debrief/drafts/"]))
        #expect(FileStamp(kept).map { $0.mode & 0o777 } == 0o600)
        #expect(store(folder, "/proc/day.md").rescued() == [kept])
        #expect(store(folder, "/proc/other.md").rescued() == [])
        let blocked = DraftStore(
            document: "/proc/day.md", state: StateFolder(environment: ["XDG_STATE_HOME": "/proc"]))
        #expect(
            blocked.rescue([1], beside: "/proc/day.md", temporary: folder.path) == folder["day.md.save"])
    }

    @Test func whatCouldNotBeSavedIsFoundAgain() throws {
        let folder = try TemporaryFolder()
        store(folder).keepUnsaved([1])
        store(folder).keepUnsaved([2])
        let kept = store(folder).rescued()
        #expect(kept.count == 1)
        #expect(try FileReading.read(try #require(kept.first), limit: 9).bytes == [2])
        #expect(FileStamp(kept[0]).map { $0.mode & 0o777 } == 0o600)
    }

    @Test func whatWasSavedAfterAllIsForgotten() throws {
        let folder = try TemporaryFolder()
        store(folder).keepUnsaved([1])
        store(folder).forgetUnsaved()
        #expect(store(folder).rescued() == [])
    }

    @Test func theStateFolderFollowsTheEnvironment() {
        #expect(StateFolder(environment: ["HOME": "/h"]).path == "/h/.local/state/debrief")
        #expect(StateFolder(environment: ["HOME": "/h", "XDG_STATE_HOME": "/s"]).path == "/s/debrief")
        #expect(
            StateFolder(environment: ["HOME": "/h", "XDG_STATE_HOME": "not/absolute"]).path
                == "/h/.local/state/debrief")
        #expect(!StateFolder(environment: [:]).path.hasPrefix("/.local"), "without HOME the system is asked")
    }
}
