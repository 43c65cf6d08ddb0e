import Diagnostics
import DisplayText

/// What a walk through findings wants done, in order. After `save` nothing is asked until the answer to it has come in.
package enum FixOutput: Sendable {
    case tell(StyledText)
    /// A finding with the line it is on, and how many are left with it.
    case frame(Finding, left: Int)
    case ask(Prompt)
    case save([UInt8])
    case finish(FixEnding)
}

/// How a walk through findings ended.
package enum FixEnding: String, CaseIterable, Sendable {
    case nothingLeft
    case stopped
}

/// What became of the findings.
package struct FixTally: Equatable, Sendable {
    package var rewritten = 0
    package var kept = 0
    package var left = 0

    package init() {}

    /// `2 sentences rewritten, 1 finding kept, 3 left as they are`.
    package var sentence: String {
        var parts: [String] = []
        if rewritten > 0 { parts.append("\(counted(rewritten, "sentence")) rewritten") }
        if kept > 0 { parts.append("\(counted(kept, "finding")) kept") }
        if left > 0 { parts.append("\(left) left as \(left == 1 ? "it is" : "they are")") }
        return parts.isEmpty ? "Nothing was changed" : parts.joined(separator: ", ")
    }
}
