import LosslessMarkdown

extension Field {
    /// Whether a text is no answer yet: empty, a placeholder of any kind, or the guide's own.
    func isOpen(_ text: String) -> Bool {
        let bare = text.trimmed
        guard !bare.isEmpty, !takesAnyText else { return bare.isEmpty }
        return bare == placeholder.trimmed || isMask(bare)
    }

    /// Whether code is no answer yet: what a log or a diff says is not looked into for masks and brackets.
    func isOpenCode(_ text: String) -> Bool {
        let bare = text.trimmed
        return bare.isEmpty || !takesAnyText && bare == placeholder.trimmed
    }

    /// Whether words that were typed would be taken for a place still to be filled.
    package func looksLikePlaceholder(_ text: String) -> Bool { !text.trimmed.isEmpty && isOpen(text) }

    /// The field for reading what was typed as it is, a placeholder's words among it.
    package var takingAnyText: Field {
        var field = self
        field.takesAnyText = true
        return field
    }

    private func isMask(_ text: String) -> Bool {
        LosslessMarkdown.placeholder(in: text, choices: choices.isEmpty ? [] : [choices]) != nil
    }
}

extension TableColumn {
    /// Whether a cell says nothing yet.
    func isOpen(_ cell: String) -> Bool {
        let bare = cell.trimmed
        return bare.isEmpty || bare == initial || isPlaceholder(bare)
    }

    /// Whether a cell still asks to be filled.
    func isPlaceholder(_ cell: String) -> Bool {
        let bare = cell.trimmed
        guard !bare.isEmpty else { return false }
        return bare == placeholder
            || LosslessMarkdown.placeholder(in: bare, choices: choices.isEmpty ? [] : [choices]) != nil
    }
}
