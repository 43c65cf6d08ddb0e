import Forms
import Guides
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A table whose columns other templates name") struct OtherTablesTests {
    private let text = """
        # Incident Postmortem: P

        ## Timeline

        | Time | What Happened | Who |
        |---|---|---|
        | 10:00 | Disk 7 fails | Array |

        ## Action Items

        | Action | Owner | Due |
        | --- | --- | --- |
        | Page on the first failed disk | Ana | 2026-12-10 |

        """

    @Test(arguments: [
        ("timeline.discovery", ["10:00", "Disk 7 fails", "", "Array"]),
        ("actions.immediate", ["", "Page on the first failed disk", "Ana", "2026-12-10", "", ""]),
    ])
    func isReadByThem(question: String, cells: [String]) throws {
        let postmortem = Postmortem(MarkdownDocument(text), guide: try TestGuides.standard())
        let id = try #require(QuestionID(question))
        guard case .table(let rows)? = postmortem.reading(id).content else {
            return #expect(Bool(false), "\(question) holds rows")
        }
        #expect(rows.map(\.cells) == [cells])
    }

    @Test func isWrittenUnderThem() throws {
        let postmortem = Postmortem(MarkdownDocument(text), guide: try TestGuides.standard())
        let id = QuestionID("actions", "immediate")
        guard case .table(var rows)? = postmortem.reading(id).content else {
            return #expect(Bool(false), "there are rows")
        }
        rows[0].cells[3] = "2026-12-11"
        guard case .changed(let after) = postmortem.setting(id, to: .table(rows)) else {
            return #expect(Bool(false), "the row is taken")
        }
        let was = "| Ana | 2026-12-10 |"
        #expect(
            String(decoding: after.document.bytes, as: UTF8.self)
                == text.replacing(was, with: "| Ana | 2026-12-11 |"))
    }

    /// `Action` is what was done, though in other templates it is the event.
    @Test func aNameGoesBeforeAnAlias() throws {
        let columns = [TableColumn(name: "Event", aliases: ["Action"]), TableColumn(name: "Action")]
        #expect(columns.places(among: [HeadingName("Action")]) == [nil, 0])
        #expect(columns.places(among: [HeadingName("What")]) == [nil, nil])
    }
}
