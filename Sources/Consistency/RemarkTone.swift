import IncidentTime

/// In which respects a remark praises something or complains of it.
struct RemarkTone: OptionSet {
    let rawValue: Int

    static let speed = RemarkTone(rawValue: 1)
    static let quality = RemarkTone(rawValue: 2)
    /// How much people were told, and how often.
    static let news = RemarkTone(rawValue: 4)
    /// It was not there at all.
    static let absence = RemarkTone(rawValue: 8)

    static func praise(in words: ArraySlice<ProseWord>) -> RemarkTone {
        var tone: RemarkTone = []
        if words.has(swift) || swiftly.stand(in: words) { tone.insert(.speed) }
        if words.has(good) || rightly.stand(in: words) { tone.insert(.quality) }
        if words.has(told) || kept.stand(in: words) { tone.insert(.news) }
        return tone
    }

    static func complaint(in words: ArraySlice<ProseWord>) -> RemarkTone {
        var tone: RemarkTone = []
        if words.has(slow) || slowly.stand(in: words) { tone.insert(.speed) }
        if words.has(poor) || inVain.stand(in: words) || isDenied(words) { tone.insert(.quality) }
        if words.has(silent) || untold.stand(in: words) || unheard.stand(in: words) { tone.insert(.news) }
        if words.has(absent) { tone.insert(.absence) }
        return tone
    }

    /// A number of seconds, minutes or hours.
    static func namesDuration(_ words: ArraySlice<ProseWord>) -> Bool {
        zip(words, words.dropFirst()).contains {
            units.contains($1.key) && ($0.isNumber || spelled.contains($0.key))
        }
    }

    /// Whether a word tells how something went, and not what it was.
    static func isOne(_ word: ProseWord) -> Bool { all.contains(word.key) }

    /// `alone did not resolve it`, `couldn't be used`
    private static func isDenied(_ words: ArraySlice<ProseWord>) -> Bool {
        words.has(denials) && !notOnly.stand(in: words)
    }

    private static let units: WordSet = ["second", "seconds", "minute", "minutes", "min", "hour", "hours"]
    private static let spelled: WordSet = [
        "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
        "fifteen",
        "twenty", "thirty", "forty", "fifty", "ninety", "several", "many", "few", "half",
    ]
    private static let swift: WordSet = [
        "fast", "quick", "quickly", "within", "early", "prompt", "promptly", "timely", "immediate",
        "immediately", "rapid", "rapidly", "swift", "swiftly", "instantly", "speedy", "inside",
    ]
    private static let swiftly: ProsePhrases = [
        "at once", "without delay", "in time", "right away", "straight away", "in no time", "on time",
        "on the spot", "record time", "a matter of",
    ]
    private static let slow: WordSet = [
        "slow", "slowly", "late", "later", "delay", "delayed", "long", "longer", "hours", "sluggish",
        "dragged",
        "dawdled", "waited", "overdue", "belated",
    ]
    private static let slowly: ProsePhrases = [
        "the whole night", "all night", "all morning", "half the night", "took ages", "an age", "forever",
        "too much time",
    ]
    private static let good: WordSet = [
        "work", "worked", "works", "clear", "clearly", "smooth", "smoothly", "effective", "effectively",
        "good",
        "well", "helped", "help", "success", "successful", "successfully", "reliable", "complete", "proven",
        "accurate", "accurately", "solid", "strong", "intended", "designed", "planned", "flawless", "clean",
        "cleanly", "excellent", "great", "right", "correct", "seamless", "easy", "easily", "held", "useful",
        "led", "guided", "perfectly", "exemplary", "painless", "safe", "safely", "together",
    ]
    private static let rightly: ProsePhrases = [
        "as it should", "as they should", "as expected", "up to date",
    ]
    private static let poor: WordSet = [
        "fail", "failed", "fails", "failing", "insufficient", "unclear", "confusing", "confused",
        "incomplete",
        "stale", "outdated", "wrong", "stuck", "broken", "poor", "contradictory", "inconsistent",
        "misleading",
        "misled", "useless", "alone", "hard", "difficult", "unable", "chaotic", "clumsy", "painful", "rocky",
        "bumpy", "messy", "unusable", "obsolete", "unhelpful", "duplicated", "twice", "manual", "manually",
        "blind",
    ]
    private static let inVain: ProsePhrases = [
        "no effect", "no use", "no help", "in vain", "out of date", "not enough", "at cross purposes",
        "each other's way", "did nothing", "to nothing", "a dead end",
    ]
    private static let denials: WordSet = [
        "didn't", "not", "couldn't", "wasn't", "weren't", "doesn't", "don't", "cannot", "can't", "could",
    ]
    private static let notOnly: ProsePhrases = ["not only", "not just"]
    private static let told: WordSet = [
        "frequent", "frequently", "regular", "regularly", "steady", "steadily", "informed", "updated",
        "every",
        "always", "throughout", "received", "clear", "timely", "constant", "constantly", "fresh",
    ]
    private static let kept: ProsePhrases = [
        "in the loop", "in the picture", "up to date", "heard from us", "knew what", "all the way through",
        "most apart", "an hour", "well informed",
    ]
    private static let silent: WordSet = [
        "silence", "silent", "uninformed", "rarely", "seldom", "sparse", "infrequent", "only", "gap", "gaps",
        "stale", "nothing", "irregular", "forgotten", "guessing", "wondering", "little", "scarce", "late",
        "hardly", "scarcely", "barely",
    ]
    private static let untold: ProsePhrases = [
        "no update", "no updates", "no information", "without information", "without a word", "too little",
        "left alone", "left to guess", "did not know", "didn't know", "had to ask", "had to guess",
        "on their own", "no idea", "not much",
    ]
    /// Said of people who heard nothing, wherever it stands.
    static let unheard: ProsePhrases = [
        "in the dark", "without news", "no news", "no word", "heard nothing", "heard little", "not told",
        "not informed", "left wondering", "left guessing", "nothing new", "never told", "never informed",
        "told nothing", "nobody told", "no one told",
    ]
    private static let absent: WordSet = [
        "no", "nobody", "none", "never", "nothing", "missing", "missed", "lack", "lacked", "lacking",
        "without",
        "absent", "absence", "gap",
    ]
    private static let all = [swift, slow, good, poor, denials, told, silent, absent].reduce(WordSet([])) {
        $0.union($1)
    }
}
