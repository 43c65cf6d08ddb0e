import Diagnostics
import InterviewEngine
import Postmortems

extension Reviewer {
    /// Takes every occurrence of some words for a finding.
    static func finding(_ words: String, category: String = "omission") -> Reviewer {
        Reviewer { postmortem, _ in
            let bytes = postmortem.document.bytes
            return bytes.indices.filter { bytes[$0...].starts(with: words.utf8) }.map {
                Finding(
                    rule: words, category: category, severity: .error,
                    span: SourceSpan($0..<($0 + words.utf8.count)), message: "Not good.")
            }
        }
    }
}
