/// The keys of a guide file, by where they stand. Unknown keys are told with the nearest of these.
enum GuideKey: String, CaseIterable {
    case name
    case title
    case description
    case values
    case captures
    case coach
    case order
    case sections
}

enum ValueKey: String, CaseIterable {
    case notApplicable = "not-applicable"
    case unknown
    case unknownNobody = "unknown-nobody"
}

enum CaptureKey: String, CaseIterable {
    case note
    case action
    case timeline
    case park
}

enum StopKey: String, CaseIterable {
    case id
    case title
    case why
    case ask
}

enum QuestionKey: String, CaseIterable {
    case id
    case label
    case aliases
    case ask
    case hint
    case example
    case why
    case essential
    case placeholder
    case validate
    case choices
    case computed
    case `default`
    case shape
    case horizon
    case completion
}
