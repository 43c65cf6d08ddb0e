import DisplayText

/// How a group is named: by an item that begins with it, or where another group may be added.
extension GroupsDialog {
    /// `People: two had the key`, which names its group itself.
    static func named(_ item: String, among names: [String]) -> (name: String, item: String)? {
        guard let colon = item.firstRange(of: ": ") else { return nil }
        let (typed, text) = (item[..<colon.lowerBound].lowercased(), item[colon.upperBound...].trimmed)
        guard !text.isEmpty, let name = names.first(where: { $0.lowercased() == typed }) else { return nil }
        return (name, text)
    }

    /// `Design: certificates renew themselves` is a group of one's own and its first item.
    static func ownGroup(_ typed: String) -> (name: String, item: String)? {
        guard let colon = typed.firstRange(of: ": ") else { return nil }
        let (name, item) = (typed[..<colon.lowerBound].trimmed, typed[colon.upperBound...].trimmed)
        return name.split(separator: " ").count < 5 && !item.isEmpty ? (name, item) : nil
    }

    /// A group that is there, or one more; a sentence is hardly meant for a name.
    mutating func takeName(_ typed: String, _ names: [String], isPiped: Bool) -> DialogStep {
        if let known = names.firstIndex(where: { $0.lowercased() == typed.lowercased() }) {
            (position, isIntroduced) = (known, false)
        } else if typed.split(separator: " ").count > 5, questioned != typed, !isPiped {
            questioned = typed
            let what =
                "That is long for a group's name; the name of one, such as '\(names.first ?? "")', goes back to it. Enter again makes a group of it."
            return .again(StyledText(what, .problem), prefill: typed)
        } else {
            ownNames.append(typed)
        }
        return .ask()
    }
}
