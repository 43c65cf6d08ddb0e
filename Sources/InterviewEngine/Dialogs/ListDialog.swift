import Consistency
import DisplayText
import Forms
import Guides
import IncidentTime

/// Items one after another; an empty line ends.
struct ListDialog: AnswerDialog {
    let style: ListStyle
    /// The list was there when it was asked for, so that Enter keeps it as it is.
    let wasAnswered: Bool
    private var editing: Int?
    /// Proposals that were left out.
    private var passedLeaves: Set<WhyPath> = []
    /// An entry that was questioned; the same again is meant.
    private var questioned: String?
    /// The keys for a proposal were told once.
    private var knowsKeys = false

    init(style: ListStyle, wasAnswered: Bool) { (self.style, self.wasAnswered) = (style, wasAnswered) }

    func prompt(_ context: DialogContext) -> DialogPrompt {
        let items = Self.items(context.content)
        if let editing, items.indices.contains(editing) {
            return DialogPrompt(
                label: "\(context.question.field.label) \(editing + 1)",
                place: DialogPlace("row", String(editing + 1)), prefill: items[editing])
        }
        if let leaf = proposal(context), let label = context.nextLabel { return prompt(for: leaf, label) }
        return DialogPrompt(
            label: "\(context.question.field.label) \(items.count + 1)", place: DialogPlace("item"),
            completions: context.question.completions)
    }

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep {
        var items = Self.items(context.content)
        if editing == nil, let leaf = proposal(context), let label = context.nextLabel,
            let step = take(entry, leaf, label, items)
        {
            return step
        }
        let entry = context.keyKind == .moment ? Self.withTimesAsKeys(entry) : entry
        guard !entry.isEmpty else {
            defer { editing = nil }
            return editing == nil ? .done : .ask()
        }
        if let problem = problem(in: entry, context) {
            questioned = entry.text
            return .again(StyledText(problem, .problem), prefill: entry.text)
        }
        questioned = nil
        if let index = editing, items.indices.contains(index) {
            items[index] = FactorItem.relabelled(entry.text.trimmed, like: items[index])
            editing = nil
        } else {
            items += context.nextLabel.map { FactorItem.labelled(entry.items, from: $0) } ?? entry.items
        }
        return .change(.list(items), isDone: false)
    }

    /// An item that is to begin with its time, and does not.
    private func problem(in entry: Entry, _ context: DialogContext) -> String? {
        guard context.keyKind == .moment, !context.isPiped, questioned != entry.text else { return nil }
        return entry.items.first { !Self.beginsWithTime($0) }.map {
            "'\(truncated($0, to: 40))' reads best with its time in front, as '14:05 UTC:' and the words. Enter again keeps it as it is."
        }
    }

    /// `19:30 handover: all is quiet` as `19:30: handover: all is quiet`.
    private static func withTimesAsKeys(_ entry: Entry) -> Entry {
        let lines = entry.lines.map { line in
            guard !beginsWithTime(line), let row = TimedWords(line), row.isClockTime, !row.words.isEmpty
            else {
                return line
            }
            return "\(row.time): \(row.words)"
        }
        return Entry(text: lines.joined(separator: "\n"), isBlock: entry.isBlock)
    }

    private static func beginsWithTime(_ item: String) -> Bool {
        guard let colon = item.firstRange(of: ": ") else { return false }
        return IncidentMoment(String(item[..<colon.lowerBound])).sortKey != nil
    }

    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool {
        guard Self.items(context.content).indices.contains(number - 1) else { return false }
        editing = number - 1
        return true
    }

    /// Proposals before the line's place had been left out.
    mutating func resume(at place: String, _ context: DialogContext) {
        let place = DialogPlace(written: place)
        if let number = place.number {
            _ = startEditing(part: number, context)
            return
        }
        passedLeaves.formUnion(place.passedLeaves(context.leaves))
    }

    mutating func keepPlace(from old: FormContent?, to new: FormContent?) -> Bool {
        guard let editing else { return true }
        let before = Self.items(old)
        guard before.indices.contains(editing), let place = Self.items(new).firstIndex(of: before[editing])
        else {
            return false
        }
        self.editing = place
        return true
    }

    // MARK: proposals

    private func proposal(_ context: DialogContext) -> LeafProposal? {
        context.leaves.first { !passedLeaves.contains($0.path) }
    }

    private func prompt(for leaf: LeafProposal, _ label: FactorLabel) -> DialogPrompt {
        let taking =
            wasAnswered
            ? "'y' takes it as \(label), a word or two give it a name, 'n' leaves it out, Enter leaves the list as it is"
            : "Enter takes it as \(label), a word or two give it a name, 'n' leaves it out"
        let keys = StyledText("\(taking); 'Title: text' is a factor of your own.", .hint)
        return DialogPrompt(
            lead: [StyledText("From the whys, \(leaf.chain) ", .hint) + StyledText(leaf.text, .value)]
                + (knowsKeys ? [] : [keys]), label: "\(label) name",
            place: DialogPlace("leaf", leaf.path.written))
    }

    /// Takes the proposal, under a name where one was typed; nil where a factor of one's own was typed.
    private mutating func take(_ entry: Entry, _ leaf: LeafProposal, _ label: FactorLabel, _ items: [String])
        -> DialogStep?
    {
        let text = entry.items.joined(separator: " ")
        guard entry.items.count < 2, !text.contains(": "), FactorLabel.leading(in: text) == nil,
            text.count <= 60
        else { return nil }
        if text.isEmpty, wasAnswered { return .done }
        knowsKeys = true
        if ["n", "no"].contains(text.lowercased()) {
            passedLeaves.insert(leaf.path)
            return .ask()
        }
        if text.split(separator: " ").count > Self.longestName {
            guard questioned != entry.text else {
                questioned = nil
                return nil
            }
            questioned = entry.text
            return .again(
                StyledText(
                    "That is long for the name of '\(truncated(leaf.text, to: 60))'. Enter again takes it as a factor of your own.",
                    .problem), prefill: entry.text)
        }
        questioned = nil
        let isNamed = !["", "y", "yes"].contains(text.lowercased())
        let name = isNamed ? "\(label) \(text)" : "\(label)"
        let factor = "\(name): \(leaf.text)"
        return .change(
            .list(items + [factor]), note: isNamed ? Self.taken(factor) : nil, isDone: false,
            link: FactorLink(path: leaf.path, label: label))
    }

    /// More words than this are seldom meant as a name.
    private static let longestName = 5

    /// A name and what it was given to.
    private static func taken(_ factor: String) -> StyledText {
        StyledText("Taken: ", .hint) + StyledText(factor, .value)
    }

    private static func items(_ content: FormContent?) -> [String] {
        guard case .list(let items)? = content else { return [] }
        return items
    }
}
