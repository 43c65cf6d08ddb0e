import Forms
import Guides

/// The old values of this session's answers: a list and an index.
struct UndoHistory: Sendable {
    struct Change: Equatable, Sendable {
        var question: QuestionID
        var before: FormContent?
        var after: FormContent?
        /// Another answer that changed with it.
        var companion: Companion?
    }

    struct Companion: Equatable, Sendable {
        var question: QuestionID
        var before: FormContent?
        var after: FormContent?
    }

    private var changes: [Change] = []
    /// How many of the changes are in force.
    private var count = 0

    mutating func record(_ change: Change) {
        guard change.before != change.after else { return }
        changes.removeSubrange(count...)
        changes.append(change)
        count += 1
    }

    /// The change to take back, most recent first.
    mutating func undo() -> Change? {
        guard count > 0 else { return nil }
        count -= 1
        return changes[count]
    }

    /// The change to make again.
    mutating func redo() -> Change? {
        guard count < changes.count else { return nil }
        defer { count += 1 }
        return changes[count]
    }
}
