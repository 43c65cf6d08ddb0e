import Diagnostics
import Forms
import Postmortems

/// All answers as JSON: `{"version":1,"guide":NAME,"answers":{section:{question:VALUE}}}`, and with them as `kept` what
/// findings a person decided to keep.
enum AnswersJSON {
    static func text(of file: AnswersFile) -> String {
        JSONText.text(
            of: .object(
                [
                    ("version", .number(AnswersFile.version)), ("guide", .text(file.guide)),
                    ("answers", JSONValue(file.answers)),
                ] + (file.kept.isEmpty ? [] : [("kept", JSONValue(file.keptValue))])))
    }
}

extension JSONValue {
    /// An answer as data.
    init(_ value: AnswerValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .list(let items): self = .list(items.map { JSONValue($0) })
        case .map(let entries): self = .object(entries.map { ($0.key, JSONValue($0.value)) })
        }
    }
}
