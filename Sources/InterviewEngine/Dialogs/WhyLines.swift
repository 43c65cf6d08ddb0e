import Forms

/// The honest places for a chain to end.
enum WhyEnding: String, CaseIterable, Sendable {
    case changeable
    case outside
    case open

    var number: String {
        switch self {
        case .changeable: "1"
        case .outside: "2"
        case .open: "3"
        }
    }

    var words: String {
        switch self {
        case .changeable: "something we can change"
        case .outside: "outside our control"
        case .open: "an open question"
        }
    }
}

/// A line about the cause before it: `= text` or `Evidence: text`, `! text` or `Action: text`, `Ends here: text`.
enum WhyNote: Equatable {
    case evidence(String)
    case ending(String)
    case action(String)

    init?(_ line: String, _ labels: WhysPhrasing.Labels) {
        if let text = Self.rest(of: line, after: "= ") ?? Self.rest(of: line, after: labels.evidence + ":") {
            self = .evidence(text)
        } else if let text = Self.rest(of: line, after: "! ")
            ?? Self.rest(of: line, after: labels.action + ":")
        {
            self = .action(text)
        } else if let text = Self.rest(of: line, after: labels.ends + ":") {
            self = .ending(WhyEnding.allCases.first { $0.number == text }?.words ?? text)
        } else {
            return nil
        }
    }

    /// What is said once it is noted.
    var said: String {
        switch self {
        case .evidence: "Evidence noted for"
        case .ending: "Ending noted for"
        case .action: "Action noted for"
        }
    }

    private static func rest(of line: String, after start: String) -> String? {
        guard line.lowercased().hasPrefix(start.lowercased()) else { return nil }
        let text = line.dropFirst(start.count).trimmed
        return text.isEmpty ? nil : text
    }
}

/// A cause named by its number, with what is to happen to it: `2`, `2: text`, `2 = text`, `2 ! text`.
struct WhyNumber: Equatable {
    enum Rest: Equatable {
        case beside(String)
        case evidence(String)
        case action(String)
    }

    var number: Int
    var rest: Rest?

    init?(_ line: String) {
        let digits = line.prefix(while: \.isNumber)
        guard !digits.isEmpty, digits.count < 4, let number = Int(digits) else { return nil }
        self.number = number
        let behind = line.dropFirst(digits.count)
        // A time of day is no number of a cause.
        if behind.first == ":", behind.dropFirst().first?.isNumber == true { return nil }
        let tail = behind.trimmed
        guard let mark = tail.first else { return }
        let text = tail.dropFirst().trimmed
        guard !text.isEmpty else { return nil }
        switch mark {
        case ":": rest = .beside(text)
        case "=": rest = .evidence(text)
        case "!": rest = .action(text)
        default: return nil
        }
    }
}
