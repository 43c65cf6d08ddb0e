import Diagnostics
import Forms
import Guides
import Postmortems

extension Trace {
    package init(_ postmortem: Postmortem) {
        let reader = TraceReader(postmortem: postmortem)
        (factors, actions, measures) = (reader.factors, reader.actions, reader.measures)
        declined = reader.declined
    }
}

/// Finds factors, actions and measures by the kinds of a guide's sections.
struct TraceReader {
    typealias Factor = Trace.Factor
    typealias Action = Trace.Action
    typealias Measure = Trace.Measure
    typealias Declined = Trace.Declined
    typealias Place = Trace.Place

    let postmortem: Postmortem

    private var guide: Guide { postmortem.guide }

    private func questions(kind: String) -> [(section: GuideSection, id: QuestionID)] {
        guide.sections.filter { $0.kind == kind }.flatMap { section in
            section.questions.map { (section, QuestionID(section.id, $0.field.id)) }
        }
    }

    // MARK: factors

    /// The items of the list of factors; while it has none, those causes of a fishbone that carry a label.
    var factors: [Factor] {
        let lists = questions(kind: "factors")
        let listed = lists.filter { guide[$0.id]?.field.shape == .keyedNumberedList }
            .flatMap { parts(of: $0.id).map(Self.factor) }
        guard listed.isEmpty else { return listed }
        return lists.filter { $0.section.form is FishboneForm }.flatMap { parts(of: $0.id) }.map(Self.factor)
            .filter { $0.label != nil }.sorted { ($0.label?.number ?? 0) < ($1.label?.number ?? 0) }
    }

    private static func factor(_ part: Part) -> Factor {
        let leading = FactorLabel.leading(in: part.text)
        let rest = leading?.rest ?? part.text
        guard let colon = rest.place(of: ": "), rest[..<colon.lowerBound].count <= 60 else {
            return Factor(label: leading?.label, title: "", condition: rest, place: part.place)
        }
        return Factor(
            label: leading?.label, title: String(rest[..<colon.lowerBound]),
            condition: String(rest[colon.upperBound...]), place: part.place)
    }

    // MARK: actions

    var actions: [Action] { questions(kind: "actions").flatMap { actions(in: $0.section, $0.id) } }

    private func actions(in section: GuideSection, _ id: QuestionID) -> [Action] {
        guard let question = guide[id], case .table(let columns) = section.form.shape(of: question.field),
            case .table(let rows)? = postmortem.reading(id).content,
            let text = columns.firstIndex(where: { $0.computed == nil })
        else { return [] }
        let places = postmortem.cellPlaces(text, of: columns, in: postmortem.partPlaces(of: id))
        return rows.enumerated().compactMap { index, row in
            guard isWritten(row.cells[text]) else { return nil }
            let range = index < places.count ? places[index] : 0..<0
            func cell(_ column: Int?) -> String { column.map { row.cells[$0] } ?? "" }
            return Action(
                number: cell(columns.firstIndex { $0.computed == .number }), text: row.cells[text],
                owner: cell(columns.firstIndex { $0.kind == .person }),
                due: cell(columns.firstIndex { $0.kind == .date }), horizon: question.horizon,
                labels: FactorLabel.named(in: row.cells[text]),
                place: Place(question: id, part: index + 1, range: range))
        }
    }

    // MARK: measures and declined ideas

    var measures: [Measure] {
        questions(kind: "prevention").flatMap { grouped(of: $0.id) }
            .filter { isWritten($0.part.text) && !DeclinedIdea.isOne($0.part.text) }
            .map { group, part in
                Measure(
                    group: group, text: part.text, labels: FactorLabel.named(in: part.text),
                    actionNumbers: Self.actionNumbers(in: part.text),
                    isStanding: DeclinedIdea.isStanding(part.text), place: part.place)
            }
    }

    /// In the measures, the meeting notes, the lessons and the parking lot, and in what stands beside the tables of actions
    /// and the lists of measures.
    var declined: [Declined] {
        let kinds = ["prevention", "meeting", "lessons", "factors"]
        let ids = kinds.flatMap { questions(kind: $0).map(\.id) } + [guide.captures.park].compactMap { $0 }
        let listed = ids.flatMap { parts(of: $0, where: DeclinedIdea.isOne) }
        let known = Set(listed.map(\.place.range))
        return (listed + notes.filter { note in !known.contains { $0.overlaps(note.place.range) } }).map {
            Declined(text: $0.text, labels: FactorLabel.named(in: $0.text), place: $0.place)
        }
    }

    private var notes: [Part] {
        let document = postmortem.document
        var read: Set<Int> = []
        return ["actions", "prevention"].flatMap { questions(kind: $0) }.flatMap { question in
            guard let section = postmortem.section(question.section.id) else { return [Part]() }
            return document.blocks(of: .paragraph, in: section.subtree).compactMap { block in
                guard read.insert(block.range.lowerBound).inserted else { return nil }
                let text = document.text(block.range)
                return DeclinedIdea.isOne(text)
                    ? Part(text: text, place: Place(question: question.id, part: 1, range: block.range)) : nil
            }
        }
    }

    /// `action 5`, `actions 5 and 7`, `#5`
    private static func actionNumbers(in text: String) -> [String] {
        guard text.withBytes({ $0.contains { (0x30...0x39).contains($0) } }) else { return [] }
        let lower = text.lowercased()
        guard ["#", "action", "item"].contains(where: lower.holds) else { return [] }
        let words = lower.words(with: "#")
        var isAfterAction = false
        return words.compactMap { word in
            if word == "action" || word == "actions" || word == "item" || word == "items" {
                isAfterAction = true
                return nil
            }
            let digits = word.drop { $0 == "#" }
            guard !digits.isEmpty, digits.allSatisfy(\.isNumber), isAfterAction || word.first == "#" else {
                if word != "and" { isAfterAction = false }
                return nil
            }
            return String(digits)
        }
    }

    // MARK: parts

    struct Part {
        var text: String
        var place: Place
    }

    private func parts(of id: QuestionID, where isWanted: (String) -> Bool = { _ in true }) -> [Part] {
        guard let content = postmortem.reading(id).content, content.partCount != nil else { return [] }
        let texts = ContentParts(content).lines
        guard texts.contains(where: isWanted) else { return [] }
        return zip(texts, postmortem.partPlaces(of: id)).enumerated().compactMap { index, part in
            isWanted(part.0)
                ? Part(text: part.0, place: Place(question: id, part: index + 1, range: part.1)) : nil
        }
    }

    private func grouped(of id: QuestionID) -> [(group: String, part: Part)] {
        guard case .groups(let groups)? = postmortem.reading(id).content else {
            return parts(of: id).map { ("", $0) }
        }
        let names = groups.flatMap { group in group.items.map { _ in group.name } }
        return Array(zip(names, parts(of: id))).map { (group: $0.0, part: $0.1) }
    }

    /// No dash, no placeholder.
    private func isWritten(_ text: String) -> Bool {
        text.contains { $0.isLetter } && !(text.hasPrefix("[") && text.hasSuffix("]"))
            && guide.values.reason(in: text) == nil
    }
}
