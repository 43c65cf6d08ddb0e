/// One place that a question owns inside a section's form, in the guide's words.
package struct Field: Sendable {
    package var id: String
    /// The name in the document: a row's first cell, a bold key, a sub-heading.
    package let label: String
    /// Other names that a hand-written document may use.
    package let aliases: [String]
    /// The label and its aliases as they are compared.
    package let names: Set<HeadingName>
    /// What a new document shows in the place, so that it can be filled in by hand.
    package var placeholder: String
    /// Exactly these answers are expected; the document spells them so.
    package var choices: [String]
    package var shape: FieldShape
    /// Only an empty place is open, whatever the words in it look like.
    var takesAnyText = false

    package init(
        id: String, label: String, aliases: [String] = [], placeholder: String = "", choices: [String] = [],
        shape: FieldShape = .text
    ) {
        self.id = id
        self.label = label
        self.aliases = aliases
        names = Set(([label] + aliases).map { HeadingName($0) })
        self.placeholder = placeholder
        self.choices = choices
        self.shape = shape
    }
}

/// How much a keyed or labelled place holds.
package enum FieldShape: String, CaseIterable, Sendable {
    case text
    case prose
    case list
    case numberedList = "numbered-list"
    case keyedNumberedList = "keyed-numbered-list"

    package var listStyle: ListStyle? {
        switch self {
        case .text, .prose: nil
        case .list: .bullets
        case .numberedList: .numbered
        case .keyedNumberedList: .numberedKeyed
        }
    }
}

/// What a list's items look like in the document.
package enum ListStyle: String, CaseIterable, Sendable {
    /// `- text`
    case bullets
    /// `1. text`
    case numbered
    /// `- **Key:** text`
    case keyed
    /// `1. **Key:** text`
    case numberedKeyed = "numbered-keyed"
    /// `- Key: text`
    case plainKeyed = "plain-keyed"

    package var isNumbered: Bool { self == .numbered || self == .numberedKeyed }

    package var isKeyed: Bool { self == .keyed || self == .numberedKeyed || self == .plainKeyed }
}

/// What kind of answer a field takes, as far as asking for it is concerned.
package enum AnswerShape: Sendable {
    case line
    case prose
    case code
    case list(ListStyle, mark: String)
    case table([TableColumn])
    /// Names to sweep through; others may be added where `isOpen`.
    case groups([OfferedGroup], isOpen: Bool)
    case whys(WhysPhrasing)
    case checklist
}

/// A group that the guide proposes, and what belongs in it.
package struct OfferedGroup: Equatable, Sendable {
    package var name: String
    package var gloss: String

    package init(_ name: String, gloss: String = "") {
        self.name = name
        self.gloss = gloss
    }
}
