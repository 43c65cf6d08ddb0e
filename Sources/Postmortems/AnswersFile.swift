import Diagnostics
import Forms
import Guides

/// What in an answers file has no place in the document, as the rest of a sentence behind its key.
struct AnswersProblem: Error {
    var message: String

    init(_ message: String) { self.message = message }
}

/// All answers of a document as plain data, and back: what `export --to json` writes and `new --answers` takes.
package struct AnswersFile: Equatable, Sendable {
    package static let version = 1

    package var guide: String
    /// `{section: {question: value}}`.
    package var answers: AnswerValue
    /// Findings that were kept, with their reasons.
    package var kept: [KeptComment]

    package init(guide: String, answers: AnswerValue, kept: [KeptComment] = []) {
        self.guide = guide
        self.answers = answers
        self.kept = kept
    }

    /// The answered questions of a document, in document order.
    package init(_ postmortem: Postmortem) {
        guide = postmortem.guide.name
        kept = postmortem.keptComments
        answers = .map(
            postmortem.guide.sections.compactMap { section in
                let entries = section.questions.compactMap { Self.entry(for: $0, in: section, postmortem) }
                return entries.isEmpty ? nil : .init(section.id, .map(entries))
            })
    }

    private static func entry(
        for question: Question, in section: GuideSection, _ postmortem: Postmortem
    ) -> AnswerValue.Entry? {
        let reading = postmortem.reading(QuestionID(section.id, question.field.id))
        return reading.content.map {
            .init(question.field.id, $0.value(as: section.form.shape(of: question.field)))
        }
    }

    /// `kept` as plain data.
    package var keptValue: AnswerValue { .list(kept.map { AnswerValue($0) }) }

    /// Reads the whole file's tree; problems name the place as `answers.section.question`.
    package static func read(_ root: AnswerValue) -> (file: AnswersFile?, problems: [String]) {
        guard root.entries != nil else {
            return (nil, ["an answers file has 'version', 'guide' and 'answers'"])
        }
        var problems: [String] = []
        if let version = root["version"]?.text, version != String(Self.version) {
            problems.append("version '\(version)' is not known; this program reads version \(Self.version)")
        }
        let known = ["version", "guide", "answers", "kept"]
        for entry in root.entries ?? [] where !known.contains(entry.key) {
            problems.append("unknown key '\(entry.key)'\(guess(entry.key, known))")
        }
        guard let answers = root["answers"], answers.entries != nil else {
            return (nil, problems + ["'answers' is missing: {section: {question: value}}"])
        }
        let kept = KeptComment.read(root["kept"])
        let file = AnswersFile(
            guide: root["guide"]?.text ?? "", answers: answers, kept: kept.kept)
        return (file, problems + kept.problems)
    }

    /// The document with every answer put in, and what could not be.
    package func applied(to postmortem: Postmortem) -> (postmortem: Postmortem, problems: [String]) {
        var result = postmortem
        var problems: [String] = []
        var refused: Set<QuestionID> = []
        for section in answers.entries ?? [] {
            guard let known = postmortem.guide[section: section.key] else {
                problems.append(
                    "answers.\(section.key): unknown section\(Self.guess(section.key, postmortem.guide.sections.map(\.id)))"
                )
                continue
            }
            guard let given = section.value.entries else {
                problems.append("answers.\(section.key): expected its questions, each with an answer")
                continue
            }
            for answer in given {
                let place = "answers.\(section.key).\(answer.key)"
                switch Self.set(answer, in: known, of: result) {
                case .success(let changed): result = changed
                case .failure(let problem):
                    problems.append("\(place): \(problem.message)")
                    refused.insert(QuestionID(section.key, answer.key))
                }
            }
        }
        for (index, comment) in kept.enumerated() {
            guard postmortem.guide[comment.question] != nil else {
                problems.append("kept[\(index)]: unknown question '\(comment.question)'")
                continue
            }
            // The comments of an answer that could not be put in are no problem of their own.
            guard !refused.contains(comment.question) else { continue }
            switch result.keeping(comment) {
            case .success(let changed): result = changed
            case .failure(let problem): problems.append("kept[\(index)]: \(problem.message)")
            }
        }
        return (result, problems)
    }

    private static func set(
        _ answer: AnswerValue.Entry, in section: GuideSection, of postmortem: Postmortem
    ) -> Result<Postmortem, AnswersProblem> {
        guard let question = section.questions.first(where: { $0.field.id == answer.key }) else {
            return .failure(
                AnswersProblem("unknown question\(guess(answer.key, section.questions.map(\.field.id)))"))
        }
        do throws(AnswerProblem) {
            let content = try FormContent(answer.value, as: section.form.shape(of: question.field))
            let id = QuestionID(section.id, answer.key)
            switch postmortem.setting(id, to: postmortem.workingOutRows(of: content, for: id)) {
            case .changed(let changed): return .success(changed)
            case .unchanged: return .success(postmortem)
            case .refused(let reason): return .failure(AnswersProblem(reason))
            }
        } catch {
            return .failure(AnswersProblem(error.message))
        }
    }

    static func guess(_ word: String, _ known: [String]) -> String {
        closest(to: word, in: known).map { "; did you mean '\($0)'?" } ?? ""
    }
}
