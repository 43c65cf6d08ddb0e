import Guides

/// To a question out of turn, and what becomes of the one that is left for it.
extension InterviewSession {
    mutating func jump(to id: QuestionID) -> [InterviewOutput] {
        interrupt(for: id, isCorrection: !isPiped && !isOpen(id))
        return timesOfTimeline(before: id) + move(to: id)
    }

    /// What is asked now was not let go by a jump: it is put again when its turn comes, as is what was left open from `id`
    /// on.
    ///
    /// - Parameter isCorrection: the jump is to an answer, behind which the interview comes back at once.
    mutating func interrupt(for id: QuestionID, isCorrection: Bool) {
        if let left = current, left != id {
            asked.remove(left)
            if isCorrection, isOpen(left) { interrupted.insert(left) }
        }
        askAgain(from: id)
    }

    /// What was left open from here on is put again.
    mutating func askAgain(from id: QuestionID) {
        guard route.stop(of: id) != nil else { return }
        asked = asked.filter { route.number(of: $0) < route.number(of: id) }
    }
}
