import Diagnostics
import Forms
import Guides
import LosslessMarkdown
import Postmortems

/// Sections and questions that hold nothing, and *not applicable* without its reason.
enum UnansweredCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let taken = document.placeholders.map(\.range)
        let isOwn = follows(document)
        var found: [Finding] = []
        for section in document.guide.sections
        where !section.isOnDemand && !(section.form is StaticForm) && !section.questions.isEmpty {
            guard let place = document.postmortem.section(section.id) else {
                if let finding = missing(section, isOwn, document) { found.append(finding) }
                continue
            }
            found += answers(to: section, in: place, isOwn, taken, document)
        }
        return isOwn ? found : found + [elsewhere(document)].compactMap { $0 }
    }

    /// A document in a form of its own is not measured by the guide's; what of the story it has no heading for is named once.
    private static func elsewhere(_ document: CheckedDocument) -> Finding? {
        let guide = document.guide
        let chapters = guide.sections.filter { chapter in
            chapter.level == 2 && !chapter.isOnDemand
                && ([chapter] + guide.children(of: chapter)).contains { section in
                    section.questions.contains(where: \.isEssential)
                }
        }
        let absent = chapters.filter { chapter in
            ([chapter] + guide.children(of: chapter)).allSatisfy {
                document.postmortem.section($0.id) == nil
            }
        }
        let names = absent.compactMap(\.heading).map { "\"\($0)\"" }
        guard !names.isEmpty else { return nil }
        return CheckID.unanswered.finding(
            at: title(document),
            "Of what the guide '\(guide.name)' tells, this document has no \(joined(names, "or")).",
            ask: "Which of these would a reader miss?", quietly: true)
    }

    /// Whether the document means to have all of the guide's sections.
    private static func follows(_ document: CheckedDocument) -> Bool {
        let headed = document.guide.sections.filter { $0.heading != nil && !$0.isOnDemand }
        let present = headed.count { document.postmortem.section($0.id) != nil }
        return present * 10 >= headed.count * 7
    }

    private static func missing(_ section: GuideSection, _ isOwn: Bool, _ document: CheckedDocument)
        -> Finding?
    {
        guard let heading = section.heading, isOwn else { return nil }
        if let parent = section.parent.flatMap({ document.guide[section: $0] }),
            parent.form is NoForm || parent.heading != nil,
            document.postmortem.section(parent.id) == nil, parent.questions.isEmpty
        {
            guard document.guide.children(of: parent).first?.id == section.id else { return nil }
            return finding(
                "The document has no section \"\(parent.heading ?? heading)\".", at: title(document), section,
                true)
        }
        return finding(
            "The document has no section \"\(heading)\".", at: parentPlace(section, document), section,
            section.questions.contains(where: \.isEssential))
    }

    private static func answers(
        to section: GuideSection, in place: Section, _ isOwn: Bool, _ taken: [Range<Int>],
        _ document: CheckedDocument
    ) -> [Finding] {
        let readings = section.questions.map {
            ($0, document.postmortem.reading(QuestionID(section.id, $0.field.id)))
        }
        let bare = readings.compactMap { question, reading in
            noReason(question, reading, section, place, document)
        }
        let isEmpty = place.blocks.isEmpty && place.children.isEmpty
        if isEmpty, let heading = place.heading, isOwn || readings.count == 1 {
            return [
                finding(
                    "\"\(document.quoted(heading.range).trimmingMarks)\" has nothing below it.",
                    at: heading.range, section, true)
            ]
        }
        if readings.count > 1, !isOwn { return bare }
        return bare
            + readings.compactMap { question, reading in
                guard reading.state == .open || reading.state == .absent else { return nil }
                let range = reading.place ?? place.heading?.range ?? 0..<0
                let whole = min(range.lowerBound, range.upperBound)..<max(range.upperBound, range.lowerBound)
                if taken.contains(where: {
                    $0.overlaps(whole) || whole.contains($0.lowerBound) || $0.lowerBound == whole.lowerBound
                }) {
                    return nil
                }
                if reading.state == .open, isSampled(document, whole) || isDrawn(place) { return nil }
                let name = question.field.label.isEmpty ? section.heading ?? section.id : question.field.label
                let isLoud = question.isEssential && reading.state == .open
                return finding("\"\(name)\" is not answered.", at: point(range, place), section, isLoud)
            }
    }

    /// Placeholders of the guide's own kind are the placeholder check's.
    private static func isSampled(_ document: CheckedDocument, _ range: Range<Int>) -> Bool {
        let text = document.document.text(range)
        return text.contains("[") && text.contains("]")
    }

    /// A drawing or another block of code says something that its form does not read.
    private static func isDrawn(_ place: Section) -> Bool {
        place.blocks.contains { $0.kind == .fencedCode || $0.kind == .html }
    }

    private static func point(_ range: Range<Int>, _ place: Section) -> Range<Int> {
        range.isEmpty || range.count > 2000 ? place.heading?.range ?? range : range
    }

    private static func finding(
        _ message: String, at range: Range<Int>, _ section: GuideSection, _ isLoud: Bool
    ) -> Finding {
        CheckID.unanswered.finding(
            at: range, message, ask: section.questions.first?.ask,
            settle: [Suggestion("Answer it, or write \"Not applicable: reason\".")], quietly: !isLoud)
    }

    // MARK: not applicable

    private static func noReason(
        _ question: Question, _ reading: Reading, _ section: GuideSection, _ place: Section,
        _ document: CheckedDocument
    ) -> Finding? {
        guard let range = reading.place else { return nil }
        let isBare: Bool
        switch reading.content {
        case .notApplicable(let reason)?: isBare = BareReason.says(nothing: reason)
        case .text(let text)?, .markdown(let text)?: isBare = BareReason.isAll(of: text)
        case .list(let items)?: isBare = items.count == 1 && BareReason.isAll(of: items[0])
        case .table?, .groups?, .whys?, .checklist?, nil: isBare = false
        }
        guard isBare else { return nil }
        let isSection = section.questions.count == 1
        let name = question.field.label.isEmpty ? section.heading ?? section.id : question.field.label
        return CheckID.missingReason.finding(
            at: range, "\"\(name)\" is marked as not applicable, without a reason.",
            ask: "What makes it not apply here?",
            settle: [Suggestion("Write \"Not applicable: reason\".")], quietly: !isSection)
    }

    private static func title(_ document: CheckedDocument) -> Range<Int> {
        document.document.sections.first { $0.heading != nil }?.heading?.range ?? 0..<0
    }

    private static func parentPlace(_ section: GuideSection, _ document: CheckedDocument) -> Range<Int> {
        section.parent.flatMap { document.postmortem.section($0)?.heading?.range } ?? title(document)
    }
}

extension String {
    /// Without the marks of a heading.
    fileprivate var trimmingMarks: String { String(drop { $0 == "#" || $0 == " " }) }
}
