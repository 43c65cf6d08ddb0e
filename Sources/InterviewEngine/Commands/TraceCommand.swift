import Consistency
import DisplayText

enum TraceCommand: InterviewCommand {
    static let usage = ":trace"
    static let help = [
        "Shows each factor with the actions and measures that answer it.",
        "What answers nothing, and what nothing answers, stands at the end.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        let lines = TraceLines(session.trace).lines
        guard !lines.isEmpty else {
            return session.answered("There are no factors, actions or measures yet.", .hint)
        }
        return [.show(lines)] + session.ask()
    }
}

/// A trace as lines of 80 columns.
struct TraceLines {
    private let trace: Trace

    init(_ trace: Trace) { self.trace = trace }

    var lines: [StyledText] {
        let parts = trace.factors.map(lines) + [looseActions, looseMeasures, declined, strays]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [StyledText("")]))
    }

    private func lines(_ factor: Trace.Factor) -> [StyledText] {
        let actions = trace.actions(for: factor)
        let declined = trace.declined(for: factor)
        var lines = entry(StyledText(factor.name, .strong), lead: "")
        lines += actions.flatMap { entry(text(of: $0), lead: "  action \($0.number)  ") }
        lines += trace.measures(for: factor).flatMap {
            entry(StyledText($0.text, .value), lead: "  measure  ")
        }
        lines += declined.flatMap { entry(StyledText($0.text, .hint), lead: "  ") }
        if actions.isEmpty, declined.isEmpty {
            lines.append(StyledText("  no action yet, and no declined note", .problem))
        }
        return lines
    }

    private var looseActions: [StyledText] {
        let isWithoutFactors = trace.factors.isEmpty
        let title =
            isWithoutFactors ? "Actions, while no factor is written down" : "Actions that name no factor"
        return section(title, isWithoutFactors ? trace.actions : trace.looseActions) {
            entry(text(of: $0), lead: "  action \($0.number)  ")
        }
    }

    private var looseMeasures: [StyledText] {
        section("Measures that no action brings about", trace.looseMeasures) {
            entry(StyledText($0.text, .value), lead: "  measure  ")
        }
    }

    /// Declined ideas that no factor above shows.
    private var declined: [StyledText] {
        let shown = Set(trace.factors.flatMap { trace.declined(for: $0) })
        return section("Declined", trace.declined.filter { !shown.contains($0) }) {
            entry(StyledText($0.text, .value), lead: "  ")
        }
    }

    private var strays: [StyledText] {
        section("Labels that no factor has", trace.strayLabels.map(\.label)) {
            [StyledText("  \($0)", .problem)]
        }
    }

    private func text(of action: Trace.Action) -> StyledText {
        let who = [action.owner, action.due].filter { !$0.isEmpty && $0 != "-" }.joined(separator: ", ")
        return StyledText(action.text, .value) + StyledText(who.isEmpty ? "" : "  \(who)", .hint)
    }

    private func section<Part>(_ title: String, _ parts: [Part], _ show: (Part) -> [StyledText])
        -> [StyledText]
    {
        parts.isEmpty ? [] : [StyledText(title, .strong)] + parts.flatMap(show)
    }

    private func entry(_ text: StyledText, lead: String) -> [StyledText] {
        wrapped(StyledText(lead, .hint) + text, width: 80, indent: lead.count)
    }
}
