import Diagnostics

extension ActionReading.Owner {
    /// Reads an owner cell: `Priya Nair`, `SRE team`, `Ana and Tom`, `Tech Lead`, `everyone`, `-`.
    init(_ cell: String) {
        let names = Self.names(in: cell)
        guard let first = names.first else {
            self = .none
            return
        }
        if names.contains(where: { Self.meansEveryone($0) }) {
            self = .everyone
        } else if names.count > 1 {
            self = Self.affiliated(names, cell) ?? .several(names)
        } else {
            self = Self.single(first)
        }
    }

    /// `Elin Saar, team lead` and `Elin Saar / Operations` are one person each.
    private static func affiliated(_ names: [String], _ cell: String) -> Self? {
        guard names.count == 2, !["and", "&", "+", ";"].contains(where: { cell.holds($0) }) else {
            return nil
        }
        switch (single(names[0]), single(names[1])) {
        case (.person(let name), .role), (.person(let name), .team): return .person(name)
        default: return nil
        }
    }

    private static func single(_ name: String) -> Self {
        let words = name.lowercased().words().map(String.init)
        guard let last = words.last else { return .none }
        if roles.contains(last) { return .role(name) }
        if words.contains(where: { groups.contains($0) }) || words.allSatisfy({ departments.contains($0) }) {
            return .team(name)
        }
        return .person(name)
    }

    /// Cut at commas, slashes and `and`; what stands in brackets helps and does not own.
    private static func names(in cell: String) -> [String] {
        // `[Ana Costa](https://…)` is Ana Costa.
        let cell = cell.holds(0x5B) ? cell.replacing(/\[([^\]]+)\]\([^)]*\)/) { String($0.1) } : cell
        // `@ana @tom` are two.
        let parted = cell.holds(0x40) ? cell.replacing(" @", with: ", @") : cell
        var plain = parted.utf8.contains { "(@*".utf8.contains($0) } ? withoutMarks(parted) : parted
        for helping in helpers {
            plain = plain.place(of: helping).map { String(plain[..<$0.lowerBound]) } ?? plain
        }
        for mark in marks where plain.holds(mark) { plain = plain.replacing(mark, with: ",") }
        return joined(plain.split(separator: ",")).map { name in
            var name = name[...]
            while let first = name.first, " .-–—".contains(first) { name.removeFirst() }
            while let last = name.last, " .-–—".contains(last) { name.removeLast() }
            return String(name)
        }.filter { name in
            name.contains { $0.isLetter } && !absent.contains(name.lowercased())
                && !(name.hasPrefix("[") && name.hasSuffix("]"))
        }
    }

    /// `Ortega, L.` and `Luis Ortega, Jr.` are one person each.
    private static func joined(_ parts: [Substring]) -> [Substring] {
        guard parts.count == 2 else { return parts }
        let second = parts[1].trimmed
        let isInitial = second.count == 2 && second.first?.isUppercase == true && second.last == "."
        return isInitial || ["Jr.", "Jr", "Sr.", "Sr", "PhD", "MD", "RN"].contains(second)
            ? [parts[0]] : parts
    }

    private static func withoutMarks(_ cell: String) -> String {
        var depth = 0
        var plain = ""
        for character in cell {
            if character == "(" { depth += 1 }
            if depth == 0, character != "@", character != "*" { plain.append(character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
        return plain
    }

    /// What stands between two names.
    private static let marks = [" and ", " & ", " + ", ";", "/", "\n", " with ", " or "]

    /// Who stands behind these helps and does not own.
    private static let helpers = [
        " with help", " with support", " with the help", " supported by", " helped by", " assisted by",
        " for ",
    ]

    private static func meansEveryone(_ name: String) -> Bool {
        let plain = name.lowercased()
        let whole = [
            "everyone", "everybody", "all", "all of us", "anyone", "whoever", "we", "us", "all hands",
        ]
        return whole.contains(plain) || plain.hasPrefix("all ") || plain.hasPrefix("every ")
            || plain.hasPrefix("whole ") || plain.hasPrefix("entire ") || plain.hasPrefix("the whole ")
            || plain.hasPrefix("the entire ") || plain.hasPrefix("everyone ") || plain.hasPrefix("everybody ")
    }

    private static let absent: Set<String> = [
        "none", "nobody", "tbd", "tba", "n/a", "na", "open", "unassigned", "unowned", "todo", "to be decided",
        "to be determined", "no owner", "owner", "name", "to be named", "to be assigned", "to be confirmed",
        "not yet named", "nobody yet", "no one", "no one yet", "no-one", "tbc", "not assigned",
    ]

    private static let roles: Set<String> = [
        "lead", "leader", "manager", "engineer", "owner", "head", "director", "architect", "analyst",
        "commander",
        "scribe", "developer", "officer", "administrator", "admin", "chief", "cto", "cio", "vp",
        "coordinator",
        "specialist", "designer", "captain", "principal", "president", "dba",
    ]

    private static let groups: Set<String> = [
        "team", "teams", "group", "squad", "squads", "guild", "tribe", "chapter", "committee", "department",
        "crew", "engineers", "developers", "managers", "leads", "people", "staff", "org", "organisation",
        "organization", "board", "desk", "unit", "division",
    ]

    private static let departments: Set<String> = [
        "sre", "qa", "devops", "platform", "engineering", "operations", "ops", "security", "infosec",
        "support",
        "infrastructure", "infra", "backend", "frontend", "data", "it", "product", "legal", "marketing",
        "netops",
        "payments", "storage", "network", "networking", "mobile", "web", "on-call", "oncall",
        "communications",
        "customer", "service", "core", "systems", "database", "databases", "finance", "compliance", "release",
        "management", "leadership", "executives", "search", "checkout", "billing", "identity", "and", "the",
        "on", "call",
    ]
}
