import Consistency
import Diagnostics
import DisplayText
import Forms
import Guides

/// A sweep through named groups: items go into the present one, an empty line moves on to the next.
struct GroupsDialog: AnswerDialog {
    let offered: [OfferedGroup]
    /// Whether groups of other names may be added at the end.
    let isOpen: Bool
    var position = 0
    var editing: Int?
    /// Names of a person's own that hold nothing yet.
    var ownNames: [String] = []
    /// A name that reads like an item; the same again is meant.
    var questioned: String?
    /// The present group was shown with its gloss and its items.
    var isIntroduced = false
    /// Factors that were left out of the categories.
    var leftOut: Set<String> = []
    /// Ends of the whys that were left out.
    var passedLeaves: Set<WhyPath> = []

    init(offered: [OfferedGroup], isOpen: Bool) {
        self.offered = offered
        self.isOpen = isOpen
    }

    func prompt(_ context: DialogContext) -> DialogPrompt {
        let groups = Self.groups(context.content)
        if let editing, let (group, item) = Self.locate(editing, groups) {
            return DialogPrompt(
                label: groups[group].name, place: DialogPlace("row", String(editing)),
                prefill: groups[group].items[item])
        }
        if let (leaf, label) = leaf(context) { return prompt(for: leaf, label, groups) }
        if let factor = pendingProposals(context).first {
            let lead = StyledText(context.askCategory + " ", .question) + StyledText(factor, .value)
            return DialogPrompt(
                lead: [
                    lead,
                    StyledText("\(numbered(names(groups))); Enter leaves it out of the diagram.", .hint),
                ],
                label: "Category", place: DialogPlace("factor", factor), choices: names(groups))
        }
        guard position < names(groups).count else {
            return DialogPrompt(
                lead: [StyledText("Another group? Type its name; Enter ends.", .hint)], label: "Group",
                place: DialogPlace("another"))
        }
        let name = names(groups)[position]
        return DialogPrompt(
            lead: isIntroduced ? [] : introduction(of: name, groups), label: name,
            place: DialogPlace("group", name))
    }

    private func introduction(of name: String, _ groups: [ContentGroup]) -> [StyledText] {
        let gloss = offered.first { $0.name == name }?.gloss ?? ""
        let present = groups.first { $0.name == name }?.items ?? []
        guard !gloss.isEmpty || !present.isEmpty else { return [] }
        return [StyledText(name, .strong) + StyledText(gloss.isEmpty ? "" : "  \(gloss)", .hint)]
            + present.map { StyledText("  - \($0.replacing("\n", with: "\n    "))", .value) }
    }

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        var groups = Self.groups(context.content)
        if let number = editing { return replace(number, entry, &groups) }
        if let (leaf, label) = leaf(context) { return sort(leaf, label, entry, groups) }
        if let factor = pendingProposals(context).first { return sort(factor, entry, &groups, context) }
        let names = names(groups)
        guard !entry.isEmpty else {
            if position >= names.count { return .done }
            (position, isIntroduced) = (position + 1, false)
            return position >= names.count && !isOpen ? .done : .ask()
        }
        if position >= names.count {
            let typed = entry.text.trimmed
            guard let (name, item) = Self.named(typed, among: names) ?? Self.ownGroup(typed) else {
                return takeName(typed, names, isPiped: context.isPiped)
            }
            add([item], to: name, in: &groups)
            return .change(
                .groups(groups), note: StyledText("Added to \(name): \(item)", .hint), isDone: false)
        }
        isIntroduced = true
        var elsewhere: [String] = []
        for item in entry.items {
            let (name, text) = Self.named(item, among: names) ?? (names[position], item)
            if name != names[position] { elsewhere.append("Added to \(name): \(text)") }
            add([text], to: name, in: &groups)
        }
        let note = elsewhere.isEmpty ? nil : StyledText(elsewhere.joined(separator: "\n"), .hint)
        return .change(.groups(groups), note: note, isDone: false)
    }

    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool {
        guard Self.locate(number, Self.groups(context.content)) != nil else { return false }
        editing = number
        return true
    }

    var staysOnUndo: Bool { editing == nil }

    // MARK: factors

    func pendingProposals(_ context: DialogContext) -> [String] {
        let items = Self.groups(context.content).flatMap(\.items)
        let (known, labels) = (leftOut.union(items), Set(items.flatMap { FactorLabel.named(in: $0) }))
        return context.sources.factors.filter { factor in
            !known.contains(factor)
                && FactorLabel.leading(in: factor).map { !labels.contains($0.label) } ?? true
        }
    }

    private mutating func sort(
        _ factor: String, _ entry: Entry, _ groups: inout [ContentGroup], _ context: DialogContext
    ) -> DialogStep {
        let names = names(groups)
        guard !entry.isEmpty else {
            leftOut.insert(factor)
            return .ask()
        }
        guard let name = Choice(names).match(entry.text.trimmed) else {
            let expected = names.enumerated().map { "\($0.offset + 1) \($0.element)" }
            return .again(
                StyledText(
                    "'\(entry.text.trimmed)' is none of the categories: \(joined(expected, "or")).", .problem),
                prefill: "")
        }
        add([factor], to: name, in: &groups)
        return .change(.groups(groups), isDone: false)
    }

    /// `1 People, 2 Process`
    private func numbered(_ names: [String]) -> String {
        names.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ")
    }

    // MARK: ends of the whys

    private func leaf(_ context: DialogContext) -> (LeafProposal, FactorLabel)? {
        guard let label = context.nextLabel,
            let leaf = context.leaves.first(where: { !passedLeaves.contains($0.path) })
        else { return nil }
        return (leaf, label)
    }

    private func prompt(for leaf: LeafProposal, _ label: FactorLabel, _ groups: [ContentGroup])
        -> DialogPrompt
    {
        DialogPrompt(
            lead: [
                StyledText("From the whys, \(leaf.chain) ", .hint) + StyledText(leaf.text, .value),
                StyledText(
                    "\(numbered(names(groups))): a number takes it as \(label), '3 a name' names it as well; Enter leaves it out.",
                    .hint),
            ], label: "Category", place: DialogPlace("leaf", leaf.path.written), choices: names(groups))
    }

    /// `3`, `Technology`, or `3 Daily list`, which also names the factor.
    private mutating func sort(
        _ leaf: LeafProposal, _ label: FactorLabel, _ entry: Entry, _ groups: [ContentGroup]
    ) -> DialogStep {
        let text = entry.text.trimmed
        guard !text.isEmpty, !["n", "no"].contains(text.lowercased()) else {
            passedLeaves.insert(leaf.path)
            return .ask()
        }
        let names = names(groups)
        let number = text.prefix(while: \.isNumber)
        let title = number.isEmpty ? "" : text.dropFirst(number.count).trimmed
        guard let name = Choice(names).match(number.isEmpty ? text : String(number)) else {
            let expected = names.enumerated().map { "\($0.offset + 1) \($0.element)" }
            return .again(
                StyledText("'\(text)' is none of the categories: \(joined(expected, "or")).", .problem),
                prefill: "")
        }
        var groups = groups
        let lead = title.isEmpty ? "\(label)" : "\(label) \(title)"
        add(["\(lead): \(leaf.text)"], to: name, in: &groups)
        return .change(.groups(groups), isDone: false, link: FactorLink(path: leaf.path, label: label))
    }

    // MARK: parts

    private mutating func replace(_ number: Int, _ entry: Entry, _ groups: inout [ContentGroup]) -> DialogStep
    {
        editing = nil
        guard !entry.isEmpty, let (group, item) = Self.locate(number, groups) else { return .ask() }
        groups[group].items[item] = entry.text.trimmed
        return .change(.groups(groups), isDone: false)
    }

    /// The offered names first, then those that only the document has.
    func names(_ groups: [ContentGroup]) -> [String] {
        let known = offered.map(\.name)
        let written = groups.map(\.name).filter { !known.contains($0) }
        return known + written + ownNames.filter { !known.contains($0) && !written.contains($0) }
    }

    /// Groups stand in the order in which they are offered.
    private func add(_ items: [String], to name: String, in groups: inout [ContentGroup]) {
        let order = names(groups)
        if let index = groups.firstIndex(where: { $0.name == name }) {
            groups[index].items += items
        } else {
            let later = Set(order.drop { $0 != name }.dropFirst())
            let index = groups.firstIndex { later.contains($0.name) } ?? groups.count
            groups.insert(ContentGroup(name, items), at: index)
        }
    }

    private static func locate(_ number: Int, _ groups: [ContentGroup]) -> (group: Int, item: Int)? {
        var rest = number - 1
        guard rest >= 0 else { return nil }
        for (index, group) in groups.enumerated() {
            if rest < group.items.count { return (index, rest) }
            rest -= group.items.count
        }
        return nil
    }

    static func groups(_ content: FormContent?) -> [ContentGroup] {
        guard case .groups(let groups)? = content else { return [] }
        return groups
    }
}
