import Diagnostics
import Forms
import Guides
import Postmortems

/// One of the names of a place.
private struct PlaceName {
    var name: String
    var target: QuestionID
    /// What the place is called where several are offered; it leads there as well.
    var shown: String
    /// Another name that a heading goes by.
    var isAlias = false
}

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
        let (places, questions) = (placeNames, questionNames)
        let wanted = Self.plain(name)
        // A place is the larger thing, but for its other names; questions of one name are told apart by their section.
        let named = places.filter { Self.plain($0.name) == wanted }
        if let place = named.first(where: { !$0.isAlias }) { return .question(place.target) }
        let exact = questions.filter { Self.plain($0.name) == wanted }
        if let place = named.first, Set(exact.map(\.target)).count != 1 { return .question(place.target) }
        let near = (places + questions).filter { Self.plain($0.name).hasPrefix(wanted) }
        return choice(among: exact.isEmpty ? near : exact)
            ?? .none(guess: closest(to: name, in: (places + questions).map(\.name)))
    }

    /// `action-items` is 'Action Items' as well.
    private static func plain(_ name: String) -> String { name.lowercased().replacing("-", with: " ") }

    /// Nil where nothing matches.
    private func choice(among matches: [PlaceName]) -> NamedPlace? {
        let targets = matches.reduce(into: [PlaceName]()) { targets, match in
            if !targets.contains(where: { $0.target == match.target }) { targets.append(match) }
        }
        guard let first = targets.first else { return nil }
        return targets.count == 1 ? .question(first.target) : .several(targets.map(\.shown))
    }

    /// What is said of a name that leads to no place, or to several.
    func noSuchPlace(_ name: String) -> String {
        switch place(named: name) {
        case .question(let id): return "'\(name)' is \(id)."
        case .several(let names):
            let (named, others) = (names.prefix(4).map { "'\($0)'" }, names.count - 4)
            let rest = others > 0 ? ["one of \(others) more that ':list' shows"] : []
            return "'\(name)' could be \(joined(named + rest, "or"))."
        case .none(let guess):
            if guide.captures.timeline == nil, Self.plain(name) == "timeline" {
                return "This guide has no timeline. ':list' shows what it asks."
            }
            let hint = guess.map { " Did you mean '\($0)'?" } ?? ""
            return "No section or question is called '\(name)'.\(hint) ':list' shows them all."
        }
    }

    private func firstOpen(in stop: Stop) -> QuestionID? { stop.questions.first { isOpen($0) } }

    /// Stops first, then headings.
    private var placeNames: [PlaceName] {
        let stops = route.stops.flatMap { stop -> [PlaceName] in
            guard let first = stop.questions.first else { return [] }
            return [stop.title, stop.id].map { PlaceName(name: $0, target: first, shown: stop.title) }
        }
        let sections = guide.sections.flatMap { section -> [PlaceName] in
            guard let first = firstQuestion(of: section) else { return [] }
            let shown = section.heading ?? section.id
            return [section.id, shown].map { PlaceName(name: $0, target: first, shown: shown) }
                + section.aliases.map { PlaceName(name: $0, target: first, shown: shown, isAlias: true) }
        }
        return stops + sections
    }

    /// By label, by the name that `:list` shows, and by the part of it behind the point.
    private var questionNames: [PlaceName] {
        guide.questionIDs.flatMap { id in
            [label(of: id), id.description, id.question].map {
                PlaceName(name: $0, target: id, shown: id.description)
            }
        }
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
