import Forms
import Guides
import LosslessMarkdown
import Postmortems
import Testing

/// Checks that an answer changes its own place and nothing else.
struct LosslessEdit {
    let before: Postmortem
    let id: QuestionID

    /// Whether the place took the answer; what it may not change is expected to be as it was.
    func takes(_ text: String, _ seed: String = "") throws -> Bool {
        let section = try #require(before.guide[section: id.section])
        let field = try #require(before.guide[id]).field
        let (shape, present) = (section.form.shape(of: field), before.reading(id).content)
        let content = HostileText.content(text, as: shape, beside: present)
        // As in an interview, where all was read before an answer comes.
        for other in before.guide.questionIDs { _ = before.reading(other) }
        switch before.setting(id, to: content) {
        case .refused: return false
        case .unchanged: return true
        case .changed(let after):
            let hint = "\(id) ← \(text.debugDescription) \(seed)"
            let wanted = content.normalized(as: shape, beside: present)
            #expect(after.reading(id).content == (wanted.isEmpty ? nil : wanted), "\(hint)")
            checkAnswers(after, hint)
            BytesAround(before: before, id: id, workedOut: before.guide.questionIDs.filter(isWorkedOut))
                .check(after.document.bytes, hint)
            checkParts(after, hint)
            checkReadings(after, hint)
            return true
        }
    }

    private func checkAnswers(_ after: Postmortem, _ hint: String) {
        for other in before.guide.questionIDs where other != id && !isWorkedOut(other) {
            #expect(after.reading(other).content == before.reading(other).content, "\(hint) changed \(other)")
        }
    }

    /// What is kept of earlier readings is what the document reads like when it is opened.
    private func checkReadings(_ after: Postmortem, _ hint: String) {
        let opened = Postmortem(MarkdownDocument(after.document.bytes), guide: after.guide)
        for id in after.guide.questionIDs {
            #expect(after.reading(id) == opened.reading(id), "\(hint) left an old reading of \(id)")
        }
    }

    /// Rows and items that were there are there in the same bytes and the same order; the new one stands among them. What
    /// a form writes anew from text holds no sign for bytes that are none.
    private func checkParts(_ after: Postmortem, _ hint: String) {
        #expect(after.unreadableSigns <= before.unreadableSigns, "\(hint) wrote bytes as they are shown")
        let old = parts(of: before)
        guard !old.isEmpty else { return }
        var new = parts(of: after)[...]
        for part in old {
            guard let place = new.firstIndex(of: part) else {
                Issue.record("\(hint) changed '\(String(decoding: part, as: UTF8.self))'")
                return
            }
            new = new[(place + 1)...]
        }
    }

    /// The source of rows without the padding of cells, since a table that stands aligned is aligned anew, and of items
    /// behind their marker, since their numbers go on. A placeholder among them gives way to the first answer.
    private func parts(of postmortem: Postmortem) -> [[UInt8]] {
        let document = postmortem.document
        let placeholder = Array((postmortem.guide[id]?.field.placeholder ?? "").utf8)
        switch postmortem.reading(id).content {
        case .table?:
            return postmortem.partPlaces(of: id).map { row in
                let cells = document.bytes[row].split(separator: 0x7C, omittingEmptySubsequences: false)
                return Array(cells.map(Self.withoutPadding).joined(separator: [0x7C]))
            }
        case .list?, .groups?, .checklist?:
            let items = document.blocks(of: .listItem, in: postmortem.reading(id).place)
            return postmortem.partPlaces(of: id).map { place in
                let item = items.last { $0.range.contains(place.lowerBound) }
                return Array(document.bytes[place.lowerBound..<(item?.range.upperBound ?? place.upperBound)])
            }.filter { $0.firstPlace(of: placeholder) == nil }
        case .text?, .whys?, .notApplicable?, .markdown?, nil: return []
        }
    }

    private static func withoutPadding(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = cell.drop { $0 == 0x20 }
        return start.prefix(start.count - start.reversed().prefix { $0 == 0x20 }.count)
    }

    private func isWorkedOut(_ other: QuestionID) -> Bool {
        other.section == id.section && (before.guide[other]?.computed != nil || id.question == "problem")
    }
}

extension Postmortem {
    /// How often the sign stands in it that decoding puts in the place of bytes that are no UTF-8.
    fileprivate var unreadableSigns: Int { document.bytes.count(of: Array("\u{FFFD}".utf8)) }
}
