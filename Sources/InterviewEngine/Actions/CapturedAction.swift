import IncidentTime

/// `TEXT [@owner] [by DATE]` or `TEXT | OWNER | DATE`, as typed after `:action`; a status and a priority may stand behind.
struct CapturedAction: Equatable {
    var text: String
    var owner: String?
    var due: CalendarDate?
    /// Words for the columns behind the date.
    var more: [String] = []

    init(_ typed: String, today: CalendarDate) {
        self = Self(cells: RowSyntax.cells(in: typed) ?? [], today) ?? Self(words: typed, today)
    }

    /// As a row is typed in a table; nil where the cells are no owner and no date.
    private init?(cells: [String], _ today: CalendarDate) {
        guard (2...5).contains(cells.count), !cells[0].isEmpty else { return nil }
        let due = cells.count > 2 ? CalendarDate.parse(cells[2], today: today) : nil
        let isRow = cells.count > 2 && (["", "-"].contains(cells[2]) || due != nil)
        // `p95 | p99` are words; `@Ana` or `Ana` is somebody.
        let isSomebody = cells[1].first.map { $0 == "@" || $0.isUppercase } == true
        let isPair = cells.count == 2 && isSomebody
        // `Ana | after the audit` is somebody with a day that is on no calendar, and stays with the words.
        let isUndated = cells.count == 3 && isSomebody && !cells[2].isEmpty && due == nil
        guard isRow || isPair || isUndated else { return nil }
        let name = cells[1].hasPrefix("@") ? String(cells[1].dropFirst()) : cells[1]
        let words = isUndated && !isRow ? "\(cells[0]) (\(cells[2]))" : cells[0]
        (text, owner, self.due) = (words, ["", "-"].contains(name) ? nil : name, due)
        more = cells.dropFirst(3).filter { !["", "-"].contains($0) }
    }

    /// Owner and date stand at the end, in either order.
    private init(words typed: String, _ today: CalendarDate) {
        var words = typed.split(separator: " ").map(String.init)
        (owner, due) = (nil, nil)
        for _ in 0..<2 {
            if owner == nil { owner = Self.takeOwner(from: &words) }
            if due == nil { due = Self.takeDate(from: &words, today) }
        }
        text = words.joined(separator: " ")
    }

    /// `@Ana Lee`; a sign in the middle of a sentence, as in `@Override checks`, is part of the text.
    private static func takeOwner(from words: inout [String]) -> String? {
        guard let at = words.lastIndex(where: { $0.hasPrefix("@") && $0.count > 1 }), at > 0 else {
            return nil
        }
        let name = words[at...]
        guard name.count <= 4, name.dropFirst().allSatisfy({ isNamePart($0) }) else { return nil }
        let owner = String(name.joined(separator: " ").dropFirst())
        words.removeSubrange(at...)
        return owner
    }

    private static func isNamePart(_ word: String) -> Bool {
        let particles: Set = [
            "van", "von", "de", "der", "den", "da", "di", "do", "dos", "del", "la", "le", "el", "al", "bin",
        ]
        return word.first?.isUppercase == true || particles.contains(word)
    }

    private static func takeDate(from words: inout [String], _ today: CalendarDate) -> CalendarDate? {
        guard let by = words.lastIndex(of: "by"), by > 0, by + 1 < words.count,
            let date = CalendarDate.parse(words[(by + 1)...].joined(separator: " "), today: today)
        else { return nil }
        words.removeSubrange(by...)
        return date
    }
}
