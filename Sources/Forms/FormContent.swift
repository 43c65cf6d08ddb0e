/// What an answer is once its Markdown is taken away: the closed set of shapes that forms read and write.
package enum FormContent: Equatable, Sendable {
    /// A field, a paragraph or several, or the inside of a code block.
    case text(String)
    case list([String])
    case table([TableRecord])
    /// A name with a list under it: fishbone categories, numbered groups.
    case groups([ContentGroup])
    case whys(WhyForest)
    case checklist([ChecklistItem])
    /// A section that was answered by saying why it does not apply.
    case notApplicable(String)
    /// What stands there does not fit the form: shown as it is, never rewritten.
    case markdown(String)
}

/// One row of a table, a text for each of the form's columns.
package struct TableRecord: Equatable, Hashable, Sendable {
    package var cells: [String]
    /// The offset at which the row was read; no part of what it says, it tells the row from others of the same words.
    var place: Int?

    package init(_ cells: [String]) { self.cells = cells }

    package static func == (first: TableRecord, second: TableRecord) -> Bool { first.cells == second.cells }

    package func hash(into hasher: inout Hasher) { hasher.combine(cells) }

    package var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
}

package struct ContentGroup: Equatable, Hashable, Sendable {
    package var name: String
    package var items: [String]

    package init(_ name: String, _ items: [String]) {
        self.name = name
        self.items = items
    }
}

package struct ChecklistItem: Equatable, Hashable, Sendable {
    package var text: String
    package var isDone: Bool

    package init(_ text: String, isDone: Bool) {
        self.text = text
        self.isDone = isDone
    }
}

extension FormContent {
    /// Nothing to keep: an empty text, or a list without items.
    package var isEmpty: Bool {
        switch self {
        case .text(let text), .markdown(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .table(let rows): rows.isEmpty
        case .groups(let groups): groups.allSatisfy(\.items.isEmpty)
        case .whys(let forest): forest.isEmpty
        case .checklist(let items): items.isEmpty
        case .notApplicable: false
        }
    }

    /// How many parts `:row n` and `:drop n` can name; nil where the answer is one piece.
    package var partCount: Int? {
        switch self {
        case .text, .notApplicable, .markdown: nil
        case .list(let items): items.count
        case .table(let rows): rows.count
        case .groups(let groups): groups.reduce(0) { $0 + $1.items.count }
        case .whys(let forest): forest.causeCount
        case .checklist(let items): items.count
        }
    }
}
