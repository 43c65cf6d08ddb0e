import Diagnostics
import Forms
import Guides
import Postmortems

/// What a name after `:goto` or `:show` turned out to be.
enum NamedPlace {
    case question(QuestionID)
    case several([String])
    case none(guess: String?)
}

extension InterviewSession {
    /// A stop by number, or a stop, section or question by name; the first letters are enough.
    func place(named name: String) -> NamedPlace {
        if let number = Int(name) {
            guard route.stops.indices.contains(number - 1) else { return .none(guess: nil) }
            return route.stops[number - 1].questions.first.map {
                .question(firstOpen(in: route.stops[number - 1]) ?? $0)
            } ?? .none(guess: nil)
        }
        if let id = QuestionID(name), guide[id] != nil { return .question(id) }
        let wanted = name.lowercased()
        let names = placeNames
        let exact = names.filter { $0.name.lowercased() == wanted }
        let matches = exact.isEmpty ? names.filter { $0.name.lowercased().hasPrefix(wanted) } : exact
        let targets = matches.reduce(into: [QuestionID]()) {
            if !$0.contains($1.target) { $0.append($1.target) }
        }
        switch targets.count {
        case 0: return .none(guess: closest(to: name, in: names.map(\.name)))
        case 1: return .question(targets[0])
        default: return exact.isEmpty ? .several(Array(matches.map(\.name).prefix(4))) : .question(targets[0])
        }
    }

    private func firstOpen(in stop: Stop) -> QuestionID? { stop.questions.first { isOpen($0) } }

    /// Stops first, so that a name means the larger thing; then headings, then single questions.
    private var placeNames: [(name: String, target: QuestionID)] {
        let stops = route.stops.flatMap { stop in
            stop.questions.first.map { first in [(stop.id, first), (stop.title, first)] } ?? []
        }
        let sections = guide.sections.flatMap { section -> [(String, QuestionID)] in
            guard let first = firstQuestion(of: section) else { return [] }
            return ([section.id] + [section.heading].compactMap { $0 } + section.aliases).map { ($0, first) }
        }
        let questions = guide.questionIDs.map { (label(of: $0), $0) }
        return (stops + sections + questions).map { (name: $0.0, target: $0.1) }
    }

    private func firstQuestion(of section: GuideSection) -> QuestionID? {
        if let first = section.questions.first { return QuestionID(section.id, first.field.id) }
        return guide.children(of: section).lazy.compactMap { firstQuestion(of: $0) }.first
    }

    /// The parts of an answer that can be named by number.
    func parts(of id: QuestionID) -> ContentParts {
        ContentParts(editableContent(of: id) ?? postmortem.reading(id).content)
    }

    /// An answer as it is shown above its line.
    func currentLines(of id: QuestionID) -> [String] {
        let content = postmortem.reading(id).content ?? editableContent(of: id)
        return ContentParts(content).shown
    }

    func lines(of content: FormContent?) -> [String] { ContentParts(content).shown }

    func noSuchPart(_ argument: String) -> String {
        guard let current, let count = editableContent(of: current)?.partCount, count > 0 else {
            return "This answer has no numbered rows or items."
        }
        return "Which one? A number from 1 to \(count), as ':show' lists them; '\(argument)' is none of them."
    }
}
