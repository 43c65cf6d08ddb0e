import Diagnostics

/// Actions of which nobody can tell when they are done.
enum VagueActionCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        document.actions.compactMap { row in
            let reading = row.reading
            guard !reading.hasEndState else { return nil }
            let seen: String =
                switch reading.verb {
                case .weak(let verb): "\"\(verb)\" has no end of its own"
                case .strong, .none: "it names no result"
                }
            return CheckID.vagueAction.finding(
                at: row.action.content,
                "\(row.name.prefix(1).uppercased() + row.name.dropFirst()) leaves open when it is done: \(seen).",
                ask: "What will be there, or gone, once it is done?",
                settle: [
                    Suggestion(
                        "Begin with a verb and end with what can be seen: \"Alert when 5% of reads are refused\"."
                    )
                ])
        }
    }
}
