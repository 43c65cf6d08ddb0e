import IncidentTime

/// Cells that follow from others of their row. What a person wrote in their place stays.
extension TableRecord {
    /// The row with its change columns filled in while they are empty, `-`, or hold what followed from `base`.
    package func workedOut(_ columns: [TableColumn], after base: TableRecord? = nil) -> TableRecord {
        var row = self
        for (index, column) in columns.enumerated() where index < cells.count {
            guard case .change(let from, let to)? = column.computed else { continue }
            let before = base.flatMap { $0.change(from, to, columns) }
            let present = cells[index]
            guard present.isEmpty || present == "-" || present == before else { continue }
            row.cells[index] = change(from, to, columns) ?? (present.isEmpty ? "-" : present)
        }
        return row
    }

    /// The row with its running number, where it has none yet.
    package func numbered(_ number: Int?, _ columns: [TableColumn]) -> TableRecord {
        guard let number, let index = columns.firstIndex(where: { $0.computed == .number }),
            index < cells.count,
            cells[index].isEmpty
        else { return self }
        var row = self
        row.cells[index] = String(number)
        return row
    }

    /// The row without what follows from others or stands for nothing, in columns that the document's table lacks.
    package func leavingOut(_ missing: Set<Int>, of columns: [TableColumn]) -> TableRecord {
        var row = self
        for index in missing where columns[index].computed != nil || cells[index] == "-" {
            row.cells[index] = ""
        }
        return row
    }

    private func change(_ from: String, _ to: String, _ columns: [TableColumn]) -> String? {
        guard let first = columns.firstIndex(where: { $0.name == from }),
            let second = columns.firstIndex(where: { $0.name == to }), first < cells.count,
            second < cells.count
        else { return nil }
        return Change.text(from: cells[first], to: cells[second])
    }
}
