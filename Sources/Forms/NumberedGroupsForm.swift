import Diagnostics
import LosslessMarkdown

/// Named groups with a list under each: `1. **Testing:**` and bullets.
package struct NumberedGroupsForm: SectionForm {
    package static let kind = FormKind.numberedGroups

    /// Offered in turn; a document may have others.
    package var groups: [String]

    package init(groups: [String] = []) { self.groups = groups }

    package func shape(of field: Field) -> AnswerShape {
        .groups(groups.map { OfferedGroup($0) }, isOpen: true)
    }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        lists.read(field, in: place)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        lists.edits(blank(field), to: content, in: place)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        fields.map { lists.lines(blank($0)) }
    }

    private var lists: NestedLists { NestedLists(isNumbered: true, names: groups) }

    private func blank(_ field: Field) -> [ContentGroup] {
        (groups.isEmpty ? [field.placeholder] : groups).map { ContentGroup($0, [field.placeholder]) }
    }
}
