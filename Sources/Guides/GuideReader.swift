import Diagnostics
import Forms
import StrictYAML

/// Turns a guide file into a guide, collecting every problem on the way.
package struct GuideReader {
    let reader: YAMLReader
    var sectionIDs: Set<String> = []
    var sections: [GuideSection] = []

    /// The guide, or everything that is wrong with the file.
    package static func read(_ source: YAMLSource) -> (guide: Guide?, problems: [YAMLProblem]) {
        let parsed = StrictYAML.parse(source)
        guard let node = parsed.node else { return (nil, parsed.problems) }
        let read = read(node, file: source.name)
        return (parsed.problems.isEmpty ? read.guide : nil, parsed.problems + read.problems)
    }

    /// The same from a tree that was parsed before.
    package static func read(_ node: YAMLNode, file: String) -> (guide: Guide?, problems: [YAMLProblem]) {
        var reading = GuideReader(reader: YAMLReader(file: file))
        let guide = reading.guide(node)
        let problems = reading.reader.problems.sorted {
            ($0.mark.line, $0.mark.column) < ($1.mark.line, $1.mark.column)
        }
        return (problems.isEmpty ? guide : nil, problems)
    }

    private mutating func guide(_ node: YAMLNode) -> Guide? {
        guard let top = reader.mapping(node, keys: GuideKey.self, of: "guide") else { return nil }
        let values = values(top)
        for section in top.sequence(.sections) { readSection(section, parent: nil, level: 2) }
        let captures = captures(top, values)
        var guide = Guide(
            name: name(top), title: top.requiredString(.title), description: top.string(.description) ?? "",
            values: values, sections: sections, stops: [], captures: captures)
        guide.coach = coach(top)
        return withStops(top, guide, at: node)
    }

    private func name(_ top: MappingReader<GuideKey>) -> String {
        let name = top.requiredString(.name)
        if let node = top.node(.name),
            !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
        {
            reader.problem(at: node, "a guide's name has small letters, digits and hyphens, not '\(name)'")
        }
        return name
    }

    private func values(_ top: MappingReader<GuideKey>) -> StateValues {
        let fallback = StateValues(
            notApplicable: "Not applicable: {reason}", unknown: "Open question: {who} might know",
            unknownToAll: "Open question")
        guard let node = top.node(.values), let map = reader.mapping(node, keys: ValueKey.self, of: "values")
        else {
            return fallback
        }
        return StateValues(
            notApplicable: map.string(.notApplicable) ?? fallback.notApplicable,
            unknown: map.string(.unknown) ?? fallback.unknown,
            unknownToAll: map.string(.unknownNobody) ?? fallback.unknownToAll)
    }

    /// The questions after an action; what a guide leaves out keeps the program's words.
    private func coach(_ top: MappingReader<GuideKey>) -> CoachPhrasing {
        var coach = CoachPhrasing()
        guard let node = top.node(.coach), let map = reader.mapping(node, keys: CoachKey.self, of: "coach")
        else { return coach }
        coach.factor = map.string(.factor) ?? coach.factor
        coach.vague = map.string(.vague) ?? coach.vague
        coach.owner = map.string(.owner) ?? coach.owner
        coach.due = map.string(.due) ?? coach.due
        coach.proposedDue = map.string(.proposedDue) ?? coach.proposedDue
        coach.measure = map.string(.measure) ?? coach.measure
        coach.seen = map.string(.seen) ?? coach.seen
        return coach
    }

    // MARK: captures

    private mutating func captures(_ top: MappingReader<GuideKey>, _ values: StateValues) -> Captures {
        guard let node = top.node(.captures),
            let map = reader.mapping(node, keys: CaptureKey.self, of: "captures")
        else {
            return Captures()
        }
        return Captures(
            note: map.node(.note).flatMap { questionID($0) },
            action: map.node(.action).flatMap { sectionID($0) },
            timeline: map.node(.timeline).flatMap { sectionID($0) },
            park: map.string(.park).map { parkingLot($0) })
    }

    /// The list that is made when something is first parked.
    private mutating func parkingLot(_ heading: String) -> QuestionID {
        let field = Field(id: "items", label: heading, placeholder: "[Thought]", shape: .list)
        let question = Question(field: field, ask: "What is worth coming back to?")
        sections.append(
            GuideSection(
                id: "parking-lot", heading: heading, level: 2, form: ListForm(style: .bullets),
                questions: [question],
                isOnDemand: true))
        return QuestionID("parking-lot", "items")
    }

    func questionID(_ node: YAMLNode) -> QuestionID? {
        guard let text = node.text else {
            reader.problem(at: node, "a question is named as section.question")
            return nil
        }
        if let id = QuestionID(text),
            section(id.section)?.questions.contains(where: { $0.field.id == id.question }) == true
        {
            return id
        }
        let known = sections.flatMap { section in section.questions.map { "\(section.id).\($0.field.id)" } }
        reader.problem(at: node, "unknown question '\(text)'" + guess(text, known))
        return nil
    }

    private func sectionID(_ node: YAMLNode) -> String? {
        guard let text = node.text else {
            reader.problem(at: node, "a section is named by its id")
            return nil
        }
        if section(text) != nil { return text }
        reader.problem(at: node, "unknown section '\(text)'" + guess(text, sections.map(\.id)))
        return nil
    }

    private func section(_ id: String) -> GuideSection? { sections.first { $0.id == id } }

    private func guess(_ word: String, _ known: [String]) -> String {
        closest(to: word, in: known).map { "; did you mean '\($0)'?" } ?? ""
    }

    // MARK: the order of asking

    private func withStops(_ top: MappingReader<GuideKey>, _ guide: Guide, at node: YAMLNode) -> Guide {
        var complete = guide
        var seen: Set<QuestionID> = []
        guard let order = top.node(.order) else {
            if !guide.questionIDs.isEmpty { reader.problem(at: node, "guide needs 'order'") }
            return guide
        }
        let stops = top.sequence(.order)
        complete.stops = stops.compactMap { node -> Stop? in
            guard let map = reader.mapping(node, keys: StopKey.self, of: "stop") else { return nil }
            let questions = map.sequence(.ask).flatMap { asked(at: $0) }.filter { seen.insert($0).inserted }
            return Stop(
                id: map.requiredString(.id), title: map.requiredString(.title), why: map.string(.why) ?? "",
                questions: questions)
        }
        guard complete.stops.count == stops.count else { return complete }
        for id in guide.askedQuestions {
            if seen.insert(id).inserted { reader.problem(at: order, "'order' does not ask '\(id)'") }
        }
        return complete
    }

    /// One question, or all of a section.
    private func asked(at node: YAMLNode) -> [QuestionID] {
        guard let text = node.text else { return [] }
        if let section = section(text) {
            return section.questions.map { QuestionID(section.id, $0.field.id) }
        }
        return questionID(node).map { [$0] } ?? []
    }
}
