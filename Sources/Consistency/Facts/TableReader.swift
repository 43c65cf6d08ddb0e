import Forms
import Guides
import LosslessMarkdown
import Postmortems

/// The tables of the document by the kind of section they stand in.
struct TableReader: Sendable {
    /// A table with the heading it stands under.
    struct Placed: Sendable {
        var table: Table
        var section: Section
        /// The guide's question, where the heading is one of a phase or a horizon.
        var question: Question?
        var guided: GuideSection
        private let names: [String]

        init(table: Table, section: Section, question: Question?, guided: GuideSection) {
            (self.table, self.section, self.question, self.guided) = (table, section, question, guided)
            names = table.header.map { Self.plain($0.value.lowercased()) }
        }

        /// Without emphasis.
        private static func plain(_ name: String) -> String {
            name.utf8.contains { "*_`#".utf8.contains($0) }
                ? name.filter { !"*_`#".contains($0) }.trimmed : name.trimmed
        }

        /// The first column with one of the names, or that begins with one of them.
        func column(_ wanted: [String]) -> Int? {
            for name in wanted {
                if let index = names.firstIndex(of: name) { return index }
            }
            return names.firstIndex { header in wanted.contains { header.hasPrefix($0 + " ") } }
        }

        func cell(_ row: TableRow, _ column: Int?) -> TableCell? {
            column.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
        }
    }

    let tables: [Placed]

    init(_ postmortem: Postmortem) {
        let document = postmortem.document
        var guided: [Int: GuideSection] = [:]
        for section in postmortem.guide.sections {
            if let found = postmortem.section(section.id) { guided[found.id] = section }
        }
        var tables: [Placed] = []
        for section in document.sections {
            var above: Int? = section.id
            while let id = above, guided[id] == nil { above = document.sections[id].parent }
            guard let id = above, let guide = guided[id] else { continue }
            for block in section.blocks {
                guard let table = document.table(block) else { continue }
                tables.append(
                    Placed(
                        table: table, section: section, question: Self.question(section, in: guide),
                        guided: guide))
            }
        }
        self.tables = tables
    }

    func tables(kind: String) -> [Placed] { tables.filter { $0.guided.kind == kind } }

    private static func question(_ section: Section, in guide: GuideSection) -> Question? {
        let name = HeadingName(section.title)
        return guide.questions.first { question in
            ([question.field.label] + question.field.aliases).contains { HeadingName($0) == name }
        }
    }
}
