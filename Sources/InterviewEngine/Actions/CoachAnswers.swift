import Consistency
import DisplayText
import Forms
import Guides
import Postmortems

extension InterviewSession {
    mutating func take(_ text: String, _ coaching: Coaching) -> [InterviewOutput] {
        aside = nil
        if RowSyntax.cells(in: text) != nil {
            // What was asked about is asked about behind the new row.
            deferredCoaching.append(coaching)
            return settle(takeEntry(Entry(text: text, isBlock: false)))
        }
        var rest = coaching
        let step = rest.steps.removeFirst()
        guard !text.isEmpty else { return goOn(rest) }
        switch step {
        case .factor:
            let labels = labels(in: text)
            guard !labels.isEmpty else {
                aside = .coach(coaching)
                let known = trace.factors.compactMap(\.label).map(\.description).joined(separator: ", ")
                return refuse(text, "'\(text)' is none of the factors: \(known).")
            }
            return change(rest) { FactorLabel.suffixed($0, with: labels) }
        case .vague:
            return change(rest) { FactorLabel.bracketed(in: Self.keepingLabels(of: $0, in: text)) }
        case .measure:
            let isWhole = text.lowercased().hasPrefix("seen ")
            let pattern = isWhole ? "{action}, {answer}" : guide.coach.seen
            return change(rest) { action in
                let bare = FactorLabel.withoutSuffix(action)
                let seen = pattern.replacing("{action}", with: bare).replacing("{answer}", with: text)
                return FactorLabel.suffixed(seen, with: bare == action ? [] : FactorLabel.named(in: action))
            }
        case .owner: return change(rest, column: .person) { _ in text }
        case .due, .proposedDue:
            let context = dialogContext()
            guard
                case .accepted(let date) = Validator(name: "Due Date", kind: .date).check(
                    text, context.validation)
            else {
                guard text.contains(where: \.isNumber) else { return leave(text) }
                aside = .coach(coaching)
                return refuse(
                    text, "'\(text)' is no date; one such as \(context.validation.today) would do.")
            }
            return change(rest, column: .date) { _ in date }
        }
    }

    /// Words that are no date were meant for the next line, and are put there; nothing more is asked about the action.
    private mutating func leave(_ text: String) -> [InterviewOutput] {
        let told = StyledText(
            "That is no date, so the date stays; what was typed is on the line below.", .hint)
        (coaching, returned) = (nil, text)
        return [.tell(told)] + ask()
    }

    private mutating func goOn(_ rest: Coaching) -> [InterviewOutput] {
        if !rest.steps.isEmpty { coaching = rest }
        return ask()
    }

    /// `2`, `F2`, `1 3`, `F1, F3`, the first letters of a name.
    private func labels(in text: String) -> [FactorLabel] {
        let known = trace.factors.compactMap(\.label)
        let words = text.split { " ,;".contains($0) }.filter { $0 != "and" }
        let named = words.compactMap { word in FactorLabel(word) ?? Int(word).map { FactorLabel($0) } }
        if named.count == words.count, named.allSatisfy({ known.contains($0) }) { return named }
        let typed = text.lowercased()
        let titled = trace.factors.filter { !$0.title.isEmpty && $0.title.lowercased().hasPrefix(typed) }
        return titled.count == 1 ? titled.compactMap(\.label) : []
    }

    private static func keepingLabels(of old: String, in new: String) -> String {
        let labels = FactorLabel.named(in: new).isEmpty ? FactorLabel.named(in: old) : []
        return FactorLabel.suffixed(new, with: labels)
    }

    /// Changes the part, or the cell of it under the first column of a kind, and asks on.
    private mutating func change(
        _ rest: Coaching, column kind: AnswerKind? = nil, _ change: (String) -> String
    ) -> [InterviewOutput] {
        let id = rest.question
        var rest = rest
        var content = postmortem.reading(id).content
        guard rest.isIn(ContentParts(content).lines) else {
            let what = "'\(truncated(rest.text, to: 60))' reads otherwise by now, so nothing was changed."
            return [.tell(StyledText(what, .problem))] + ask()
        }
        switch content {
        case .table(var rows)?:
            guard let columns = columns(of: id),
                let column = columns.firstIndex(where: { kind == nil ? $0.computed == nil : $0.kind == kind })
            else { return ask() }
            rows[rest.part].cells[column] = change(rows[rest.part].cells[column])
            content = .table(rows)
        case .groups(let groups)?:
            content = .groups(groups.changing(rest.part, change))
        case .text?, .list?, .whys?, .checklist?, .notApplicable?, .markdown?, nil: return ask()
        }
        rest.text = ContentParts(content).lines[rest.part]
        coaching = rest.steps.isEmpty ? nil : rest
        return record(content, for: id, then: .askOn, saying: StyledText("  \(rest.text)", .value))
    }
}

extension [ContentGroup] {
    /// The groups with one item changed, named by its number over all of them.
    fileprivate func changing(_ part: Int, _ change: (String) -> String) -> [ContentGroup] {
        var rest = part
        var changed = self
        for index in indices {
            let items = changed[index].items
            if rest < items.count {
                changed[index].items[rest] = change(items[rest])
                break
            }
            rest -= items.count
        }
        return changed
    }
}
