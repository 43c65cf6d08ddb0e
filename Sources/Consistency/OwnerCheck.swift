import Diagnostics
import LosslessMarkdown

/// Actions that nobody, several people or everyone is to see through.
enum OwnerCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        document.actions.compactMap { row in
            guard let cell = row.owner else { return nil }
            guard placeholder(in: cell.value) == nil || cell.value.trimmedText.isEmpty else { return nil }
            let name = row.name.prefix(1).uppercased() + row.name.dropFirst()
            switch row.reading.owner {
            case .person, .role: return nil
            case .none: return finding(cell, row, "\(name) has no owner.")
            case .everyone:
                return finding(
                    cell, row,
                    "\(name) is owned by \"\(cell.value)\", and what everyone owns nobody sees through.")
            case .several(let names) where isTurnedName(names, document): return nil
            case .several(let names):
                return finding(cell, row, "\(name) has \(names.count) owners, \(joined(names, "and")).")
            case .team(let team): return finding(cell, row, "\(name) is owned by a team, \(team).")
            }
        }
    }

    /// `Saar, Elin`, who elsewhere is Elin Saar.
    private static func isTurnedName(_ names: [String], _ document: CheckedDocument) -> Bool {
        names.count == 2
            && document.document.bytes.firstPlace(of: Array("\(names[1]) \(names[0])".utf8)) != nil
    }

    private static func finding(_ cell: TableCell, _ row: ActionRow, _ message: String) -> Finding {
        CheckID.owner.finding(
            at: cell.value.trimmedText.isEmpty ? row.action.content : cell.content, message,
            ask: "Which one person will see it through?",
            settle: [Suggestion("Name one person; others can help.")])
    }
}

extension String {
    var trimmedText: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
