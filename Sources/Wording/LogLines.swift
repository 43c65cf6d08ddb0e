/// Lines of logs that stand in prose without backticks: what they say is nobody's wording.
enum LogLines {
    static func isLog(_ sentence: Sentence) -> Bool {
        var assignments = 0
        for index in sentence.tokens.indices {
            let token = sentence.tokens[index]
            if token.shape.contains(.allCapitals), sentence.has(.logLevel, index), index < 8,
                isMarked(index, sentence)
            {
                return true
            }
            if token.isPunctuation, token.end - token.start == 1, isAssignment(index, sentence) {
                assignments += 1
            }
        }
        return assignments >= 2
    }

    /// `ERROR:`, `[ERROR]`, or a level behind a time.
    private static func isMarked(_ index: Int, _ sentence: Sentence) -> Bool {
        let isLabelled = index + 1 < sentence.tokens.count && sentence.tokens[index + 1].isPunctuation
        return isLabelled || index > 0 && sentence.tokens[index - 1].shape.contains(.number)
    }

    /// `key=value`, without blanks.
    private static func isAssignment(_ index: Int, _ sentence: Sentence) -> Bool {
        guard index > 0, index + 1 < sentence.tokens.count else { return false }
        let token = sentence.tokens[index]
        return sentence.isEqualsSign(index) && sentence.tokens[index - 1].end == token.start
            && sentence.tokens[index + 1].start == token.end
    }
}
