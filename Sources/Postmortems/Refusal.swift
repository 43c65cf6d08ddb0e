/// What keeps an answer out of its place; nothing was changed then.
enum Refusal: String, Error, CaseIterable {
    /// The document has no such place, or the form no way to put it there.
    case noPlace
    /// Something stands there that the form cannot take apart.
    case misfit
    /// The table there has other columns than the guide's.
    case lacksColumns
    /// It would not be the same answer once it is written.
    case readsOtherwise
    /// Something beside it would change.
    case reachesOut
    /// Bytes that are no text would be replaced by signs that say so.
    case losesBytes

    var sentence: String {
        switch self {
        case .noPlace:
            "The document has no place that takes this answer, so nothing was changed. The file can be edited by hand."
        case .misfit:
            "What stands here is in a form of its own, so it was left as it is. ':edit' opens it as Markdown, ':clear' takes it out."
        case .lacksColumns:
            "The table that stands there has no column for some of these cells, so nothing was changed. A column added to its header in the file takes them."
        case .readsOtherwise:
            "Written down, this would read back as something else, so nothing was changed. Other words, or fewer signs at the start of a line, may do."
        case .reachesOut:
            "Written down, this would change what stands beside it, so nothing was changed. Other words, or fewer signs at the start of a line, may do."
        case .losesBytes:
            "Bytes that are no UTF-8 stand in this answer and would be lost, so nothing was changed. Once an editor has saved the file as UTF-8, it can be answered here."
        }
    }
}
