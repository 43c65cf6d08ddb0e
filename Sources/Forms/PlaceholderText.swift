import LosslessMarkdown

extension Field {
    /// Whether a text is no answer yet: empty, a placeholder of any kind, or the guide's own.
    func isOpen(_ text: String) -> Bool {
        let bare = text.trimmed
        return bare.isEmpty || bare == placeholder || isMask(bare)
    }

    private func isMask(_ text: String) -> Bool {
        LosslessMarkdown.placeholder(in: text, choices: choices.isEmpty ? [] : [choices]) != nil
    }
}

extension TableColumn {
    /// Whether a cell says nothing yet.
    func isOpen(_ cell: String) -> Bool {
        let bare = cell.trimmed
        if bare.isEmpty || bare == placeholder || bare == initial { return true }
        return LosslessMarkdown.placeholder(in: bare, choices: choices.isEmpty ? [] : [choices]) != nil
    }
}
