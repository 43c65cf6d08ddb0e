import Glibc
import TestSupport
import Testing

@testable import DocumentStorage

@Suite("A file name is made from a title") struct FileNameTests {
    @Test(arguments: [
        ("Checkout was slow", "checkout-was-slow"),
        ("../../x", "x"),
        ("/etc/x", "etc-x"),
        (".git/hooks/x", "git-hooks-x"),
        ("CON", "postmortem-con"),
        ("nul", "postmortem-nul"),
        ("🔥🔥", "postmortem"),
        ("", "postmortem"),
        ("...", "postmortem"),
        ("日本語", "postmortem"),
        ("Größe: naïve café — it's 50 % down!", "groesse-naive-cafe-its-50-down"),
        ("a\u{0}b\nc\u{202E}d", "a-b-c-d"),
        ("-rf *", "rf"),
        ("API v2.1 & database", "api-v2-1-database"),
        ("Sent 4,112 invoices, 12 twice", "sent-4112-invoices-12-twice"),
        ("1,204,112 rows of shards 1,2,3 lost", "1204112-rows-of-shards-1-2-3-lost"),
        ("Ports 8080,8081 closed", "ports-8080-8081-closed"),
    ]) func thatIsSafe(_ title: String, _ slug: String) { #expect(FileName.slug(title) == slug) }

    @Test func ofBoundedLength() {
        let slug = FileName.slug(String(repeating: "wörd ", count: 60))
        #expect(slug.count <= 80)
        #expect(!slug.hasSuffix("-"))
        #expect(slug.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    }

    @Test func thatNothingElseHas() throws {
        let folder = try TemporaryFolder()
        for expected in ["2026-03-02-slow.md", "2026-03-02-slow-2.md", "2026-03-02-slow-3.md"] {
            let name = FileName.unused(title: "Slow", date: "2026-03-02", in: folder.path)
            #expect(name == expected)
            folder.write("", to: name)
        }
    }

    @Test func thatIsNoLinkToNothing() throws {
        let folder = try TemporaryFolder()
        symlink("gone.md", folder["2026-03-02-slow.md"])
        #expect(
            FileName.unused(title: "Slow", date: "2026-03-02", in: folder.path) == "2026-03-02-slow-2.md")
    }
}
