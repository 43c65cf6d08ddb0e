import Consistency
import DisplayText
import Forms
import Guides
import Postmortems

/// Takes one answer in as many lines as it needs. A dialog works on values alone: it is handed the present content
/// and gives back the content it should become; saving, undoing and checking are the session's business.
protocol AnswerDialog: Sendable {
    /// What to ask now.
    func prompt(_ context: DialogContext) -> DialogPrompt

    mutating func take(_ entry: Entry, _ context: DialogContext) -> DialogStep

    /// Takes `:unknown` or `:na` for the part that is asked now; nil where the whole question is meant.
    mutating func take(_ standIn: StandIn, _ context: DialogContext) -> DialogStep?

    /// Brings part `number` (from 1) back for editing; false where there is no such part.
    mutating func startEditing(part number: Int, _ context: DialogContext) -> Bool

    /// Goes back to a line by its prompt's place, such as a cell of a row that is half filled.
    mutating func resume(at place: String, _ context: DialogContext)

    /// Finds its place again after the answer was changed in the file; false where that place is no more.
    mutating func keepPlace(from old: FormContent?, to new: FormContent?) -> Bool

    /// A part is begun and not yet whole, such as a row that is filled cell by cell.
    var isMidPart: Bool { get }

    /// That part's number, from 1, where it has one.
    var begunPart: Int? { get }

    /// Whether it goes on where it was when a change is taken back, as far as `keepPlace` finds the place.
    var staysOnUndo: Bool { get }
}

extension AnswerDialog {
    /// A label that ends with the number of a part that is there is that part's.
    mutating func resume(at place: String, _ context: DialogContext) {
        guard let number = place.split(separator: " ").last.flatMap({ Int($0) }) else { return }
        _ = startEditing(part: number, context)
    }

    mutating func keepPlace(from old: FormContent?, to new: FormContent?) -> Bool { old == new }

    mutating func take(_ standIn: StandIn, _ context: DialogContext) -> DialogStep? { nil }

    var isMidPart: Bool { false }

    var begunPart: Int? { nil }

    var staysOnUndo: Bool { false }
}

/// A word in the place of an answer.
enum StandIn: Equatable, Sendable {
    /// Nobody here knows; `who` might, and is empty where nobody is named.
    case unknown(who: String)
    case notApplicable(reason: String)

    /// As the guide has it written.
    func words(_ values: StateValues) -> String {
        switch self {
        case .unknown(let who): values.unknown(who)
        case .notApplicable(let reason): values.notApplicable(reason)
        }
    }
}

/// One answer as it came in.
struct Entry: Equatable, Sendable {
    var text: String
    /// Pasted, edited elsewhere or read from a file, and so possibly of many lines.
    var isBlock: Bool

    var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

    /// Lines that hold something.
    var lines: [String] {
        text.split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// Lines that hold something, without list markers; an entry of one line stays as it is.
    var items: [String] {
        let lines = lines
        guard lines.count > 1 else { return lines }
        let numbers = lines.map { Self.number($0) }
        let first = numbers[0] ?? 0
        let isCounted = numbers.enumerated().allSatisfy { $0.element == first + $0.offset }
        return lines.map { isCounted ? Self.withoutNumber($0) : Self.withoutMarker($0) }
    }

    /// Every line of several begins as an item of a list does.
    var isList: Bool { lines.count > 1 && zip(lines, items).allSatisfy { $0 != $1 } }

    private static func withoutMarker(_ line: String) -> String {
        for marker in ["- [ ] ", "- [x] ", "- ", "* ", "+ ", "• "] where line.hasPrefix(marker) {
            return line.dropFirst(marker.count).trimmed
        }
        return line
    }

    /// The number that a line begins with as one of a list would: `12. ` or `12) `.
    private static func number(_ line: String) -> Int? {
        let digits = line.prefix(while: \.isNumber)
        let rest = line.dropFirst(digits.count)
        return digits.count < 4 && (rest.hasPrefix(". ") || rest.hasPrefix(") ")) ? Int(digits) : nil
    }

    private static func withoutNumber(_ line: String) -> String {
        line.drop(while: \.isNumber).dropFirst(2).trimmed
    }
}

struct DialogPrompt: Equatable, Sendable {
    /// Shown above the line, each as its own paragraph.
    var lead: [StyledText] = []
    var label: String
    /// Tells the line from others of its label; nil where the label tells.
    var place: DialogPlace?
    var prefill = ""
    /// The prefill is what the question shows as its answer.
    var isPresent = false
    /// The prefill is in no document: a proposal, which Enter takes.
    var isProposal = false
    var choices: [String] = []
    var completions: [CompletionSource] = []
}

/// What a dialog made of an entry.
enum DialogStep: Equatable, Sendable {
    /// Nothing to record; the question is done with.
    case done
    /// Nothing to record, and why; the question stays open and the next one is put.
    case passedOver(StyledText)
    /// Record the content, then ask on in this dialog or leave it; lines of the entry that could not be taken come back.
    case change(
        FormContent?, note: StyledText? = nil, isDone: Bool, link: FactorLink? = nil, rest: String? = nil)
    /// The entry cannot be taken as it is: say why, and give it back for mending.
    case again(StyledText, prefill: String)
    /// Ask the next part; nothing to record yet.
    case ask([StyledText] = [])
}

/// What a dialog may know.
struct DialogContext: Sendable {
    var question: Question
    var content: FormContent?
    var validation: ValidationContext
    var values: StateValues
    /// Answers of other questions that this one is made from, such as the problem statement.
    var sources: AnswerSources
    /// What an item of a list begins with, before its colon.
    var keyKind = AnswerKind.text
    /// Which category of a fishbone a factor goes to.
    var askCategory = ""
    /// Columns of the question's that the document's table lacks.
    var missing: Set<Int> = []
    /// Nobody is there to be asked again.
    var isPiped = false
    /// The guide has a timeline.
    var hasTimeline = false
    /// Names that the document knows.
    var people: [String] = []
    /// The label for the next factor, where the answer is the list of factors.
    var nextLabel: FactorLabel?
    /// Ends of the whys that are no factor yet, where the answer is the list of factors.
    var leaves: [LeafProposal] = []
}

/// The end of a branch of whys, proposed as a contributing factor.
struct LeafProposal: Equatable, Sendable {
    var path: WhyPath
    var text: String
    /// The chain it ends, as its heading or question has it.
    var chain: String
}

/// A cause of the whys that became a factor.
struct FactorLink: Equatable, Sendable {
    var path: WhyPath
    var label: FactorLabel
}
