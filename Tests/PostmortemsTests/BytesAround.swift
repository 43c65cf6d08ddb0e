import Forms
import Guides
import LosslessMarkdown
import Postmortems
import Testing

/// What an answer leaves as it is: every byte outside its section, and every line of it that holds no part of the place.
struct BytesAround {
    let before: Postmortem
    let id: QuestionID
    /// Questions of the same section whose places follow from the answer.
    let workedOut: [QuestionID]

    func check(_ new: [UInt8], _ hint: String) {
        // A section that is made for the answer stands where the guide has it.
        guard let section = before.guide[section: id.section], let own = range(of: section) else { return }
        let old = before.document.bytes
        let outside = Self.gaps(between: [own] + drawn, in: old)
        #expect(Self.holds(outside, new), "\(hint) changed bytes outside its section")
        let lines = Self.gaps(between: places(in: own, section.form).map(lines(around:)) + drawn, in: old)
        if section.form is FieldsTableForm {
            let unaligned = lines.map { Self.unaligned($0) }
            #expect(Self.holds(unaligned, Self.unaligned(new)), "\(hint) changed rows beside its own")
        } else {
            #expect(Self.holds(lines, new), "\(hint) changed lines beside its place")
        }
    }

    // MARK: what may change

    /// The answer's place and those worked out from it, and placeholders that give way to the first answer.
    private func places(in own: Range<Int>, _ form: any SectionForm) -> [Range<Int>] {
        let places = ([id] + workedOut).map { before.reading($0).place }
        // A place that is missing is made somewhere in the section.
        guard !places.contains(nil) else { return [own] }
        guard form is ListForm || form is CodeBlockForm else { return places.compactMap(\.self) }
        let placeholders = before.placeholders.map(\.range).filter { own.overlaps($0) }
        return places.compactMap(\.self) + placeholders.map { $0.lowerBound..<endOfBlanks($0.upperBound) }
    }

    private func endOfBlanks(_ start: Int) -> Int {
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        return start + before.document.bytes[start...].prefix { blanks.contains($0) }.count
    }

    /// Sections with a drawing of the answer.
    private var drawn: [Range<Int>] {
        before.guide.sections.filter { section in
            guard let form = section.form as? FishboneForm else { return false }
            return section.id == id.section || form.effect == id.description
        }.compactMap(range)
    }

    /// A section with its heading, and with those below it where its form has headings of its own.
    private func range(of section: GuideSection) -> Range<Int>? {
        guard let place = before.section(section.id) else { return nil }
        let hasHeadings = section.form is FiveWhysForm || section.form is PhasedTablesForm
        let end = (hasHeadings ? place.subtree : place.body).upperBound
        return (place.heading?.range.lowerBound ?? place.body.lowerBound)..<end
    }

    private func lines(around place: Range<Int>) -> Range<Int> {
        let last = max(place.lowerBound, place.upperBound - 1)
        return before.document.lineRange(containing: place.lowerBound)
            .lowerBound..<before.document.lineRange(containing: last).upperBound
    }

    // MARK: bytes

    /// The bytes before, between and behind some ranges.
    private static func gaps(between ranges: [Range<Int>], in bytes: [UInt8]) -> [[UInt8]] {
        var (gaps, start): ([[UInt8]], Int) = ([], 0)
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound >= start { gaps.append(Array(bytes[start..<range.lowerBound])) }
            start = max(start, range.upperBound)
        }
        return gaps + [Array(bytes[start...])]
    }

    /// Whether a text begins with the first part, ends with the last and has the others between them, in their order.
    private static func holds(_ parts: [[UInt8]], _ text: [UInt8]) -> Bool {
        guard var found = parts.first?.count, let last = parts.last, text.starts(with: parts[0]) else {
            return false
        }
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let place = text.firstPlace(of: part, from: found) else { return false }
            found = place + part.count
        }
        return found + last.count <= text.count && text.suffix(last.count).elementsEqual(last)
    }

    /// Without what aligning a table anew may change: the padding of cells and the dashes of its rule.
    private static func unaligned(_ text: [UInt8]) -> [UInt8] {
        text.filter { $0 != 0x20 && $0 != 0x2D }
    }
}
