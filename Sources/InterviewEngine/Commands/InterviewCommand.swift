import DisplayText

/// Something a person can ask for at any prompt. One file a command; the list is `CommandName`.
protocol InterviewCommand {
    /// How it is typed, such as `:goto SECTION|n`.
    static var usage: String { get }
    /// Two lines: what it does, and what is worth knowing.
    static var help: [String] { get }

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput]

    /// What the argument can be, for completion.
    static func candidates(in session: InterviewSession) -> [String]
}

extension InterviewCommand {
    static func candidates(in session: InterviewSession) -> [String] { [] }
}

extension CommandName {
    var command: any InterviewCommand.Type {
        switch self {
        case .help: HelpCommand.self
        case .back: BackCommand.self
        case .next: NextCommand.self
        case .goto: GotoCommand.self
        case .skip: SkipCommand.self
        case .na: NotApplicableCommand.self
        case .unknown: UnknownCommand.self
        case .edit: EditCommand.self
        case .more: MoreCommand.self
        case .row: RowCommand.self
        case .drop: DropCommand.self
        case .show: ShowCommand.self
        case .find: FindCommand.self
        case .list: ListCommand.self
        case .why: WhyCommand.self
        case .example: ExampleCommand.self
        case .probes: ProbesCommand.self
        case .undo: UndoCommand.self
        case .redo: RedoCommand.self
        case .clear: ClearCommand.self
        case .read: ReadCommand.self
        case .preview: PreviewCommand.self
        case .save: SaveCommand.self
        case .quit: QuitCommand.self
        case .note: NoteCommand.self
        case .park: ParkCommand.self
        case .action: ActionCommand.self
        case .timeline: TimelineCommand.self
        case .tree: TreeCommand.self
        case .trace: TraceCommand.self
        case .check: CheckCommand.self
        case .coach: CoachCommand.self
        case .zone: ZoneCommand.self
        }
    }
}

extension InterviewSession {
    mutating func run(_ name: CommandName, _ argument: String) -> [InterviewOutput] {
        name.command.run(argument, in: &self)
    }

    /// Says something and asks on.
    mutating func answered(_ text: String, _ style: TextStyle = .plain) -> [InterviewOutput] {
        [.tell(StyledText(text, style))] + ask()
    }

    /// Says what stood in the way and asks on.
    mutating func declined(_ text: String) -> [InterviewOutput] {
        countLostLine()
        return answered(text, .problem)
    }

    /// Where the guide has no such section; the line comes back, so that its words can go elsewhere.
    static let betweenQuestions = "No question stands here; ':back' and ':goto NAME' lead to one."

    /// Between questions of the guide there is no answer that a word could take the place of.
    var isBetweenQuestions: Bool {
        switch aside {
        case .optionalQuestions, .postponedQuestions, .passedQuestions, .whyActions, .parked, .walk: true
        case .commandMeant, .findings, .keepReason, .parkText, .coach, .timeline, nil: false
        }
    }

    mutating func hasNoPlace(_ name: String, for line: String) -> [InterviewOutput] {
        let command = line.trimmed
        if command.contains(where: \.isWhitespace) { returned = command }
        let instead = guide.captures.park == nil ? "" : "; ':park TEXT' keeps a thought"
        return declined("This guide has no \(name)\(instead).")
    }
}
