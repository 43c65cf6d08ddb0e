import Forms
import Postmortems

/// What `debrief export --to` can write. One file a format.
package enum ExportFormat: String, CaseIterable, Sendable {
    case json

    /// The whole export as text.
    package func text(of postmortem: Postmortem) -> String {
        switch self {
        case .json: AnswersJSON.text(of: AnswersFile(postmortem))
        }
    }
}
