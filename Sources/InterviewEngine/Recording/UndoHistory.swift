/// The old values of this session's answers: a list and an index.
struct UndoHistory: Sendable {
    /// How a change moves the history.
    enum Step: Sendable {
        case new, undo, redo
        /// It is in the history already, or is not to be.
        case none
    }

    private var changes: [AnswerChange] = []
    /// How many of the changes are in force.
    private var count = 0

    /// The change to take back, most recent first.
    var undoable: AnswerChange? { count > 0 ? changes[count - 1] : nil }

    /// The change to make again.
    var redoable: AnswerChange? { count < changes.count ? changes[count] : nil }

    /// Takes note of a change that is in force now.
    mutating func record(_ change: AnswerChange, as step: Step) {
        switch step {
        case .new:
            changes.removeSubrange(count...)
            changes.append(change)
            count += 1
        case .undo: count -= 1
        case .redo: count += 1
        case .none: break
        }
    }

    /// A comment was put beside the words of the change to take back: it goes and comes with them.
    mutating func extendUndoable(from old: [UInt8], to new: [UInt8]) {
        guard count > 0, let before = changes[count - 1].bytes?.reversed.applied(to: old) else { return }
        changes[count - 1].bytes = ByteChange(from: before, to: new)
    }

    /// Lets go of the change to take back; its answer was changed by somebody else since.
    mutating func forgetUndoable() {
        count -= 1
        changes.remove(at: count)
    }

    /// Lets go of what could be made again.
    mutating func forgetRedoable() { changes.removeSubrange(count...) }
}
