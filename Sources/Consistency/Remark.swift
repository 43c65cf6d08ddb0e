import IncidentTime
import LosslessMarkdown

/// An item of what went well or wrong, read for what it is about and how it is told.
struct Remark {
    let passage: Passage
    /// The words before the colon.
    let key: ArraySlice<ProseWord>
    let body: ArraySlice<ProseWord>
    /// What its key and its first words are about; a subject named in passing is another remark's.
    let subjects: Set<ResponseSubject>

    init(_ passage: Passage) {
        self.passage = passage
        let words = passage.words
        let colon = words.firstIndex { $0.text == ":" }
        key = words[..<(colon ?? 0)]
        body = words[(colon.map { $0 + 1 } ?? 0)...]
        let inKey = ResponseSubject.named(in: key)
        let first = ResponseSubject.named(in: Self.withoutAnchors(body.prefix(key.isEmpty ? 8 : 6)))
        let told: Set<ResponseSubject> = RemarkTone.unheard.stand(in: words) ? [.communication] : []
        subjects = inKey.union(first.subtracting([.staffing, .documentation, .vendor])).union(told)
    }

    /// `after the alert` tells when, and not what.
    private static func withoutAnchors(_ words: ArraySlice<ProseWord>) -> ArraySlice<ProseWord> {
        words.indices.filter { !words[..<$0].suffix(2).has(anchors) }.map { words[$0] }[...]
    }

    private static let anchors: WordSet = ["after", "before", "from", "since", "until"]

    static func all(_ kind: String, in document: CheckedDocument) -> [Remark] {
        document.passages.filter {
            $0.kind == kind && document.document.parent(of: $0.block)?.kind == .listItem
        }.map { Remark($0) }
    }

    var words: ArraySlice<ProseWord> { passage.words[...] }

    // MARK: tone

    /// What it praises of a subject where it is told as a success.
    func praise(of subject: ResponseSubject) -> RemarkTone {
        var tone = RemarkTone.praise(in: words)
        if RemarkTone.namesDuration(words) { tone.insert(.speed) }
        guard subject == .communication else { return tone.subtracting(.news) }
        return tone.isDisjoint(with: .news) && tone.contains(.speed) ? .speed : .news
    }

    /// What it complains of where it is told as a difficulty, without what it praises in the same breath.
    func complaint(of subject: ResponseSubject) -> RemarkTone {
        var tone = RemarkTone.complaint(in: words)
        let praise = RemarkTone.praise(in: words)
        if subject == .communication {
            return tone.isEmpty ? [] : tone.intersection(.speed).union(.news)
        }
        if RemarkTone.namesDuration(body) { tone.insert(.speed) }
        return tone.subtracting(praise.intersection(.speed)).subtracting(.news)
    }

    /// Whether its key says nothing but the subject.
    func isHeaded(by subject: ResponseSubject) -> Bool {
        guard !key.isEmpty, key.count <= 4 else { return false }
        let named = subject.places(in: key).flatMap { Array($0) }
        return !named.isEmpty
            && key.indices.allSatisfy {
                named.contains($0) || !key[$0].beginsWithLetter || Self.stops.contains(key[$0].key)
            }
    }

    /// Whether it says itself how both can be so: `worked, but`, `even if`.
    var concedes: Bool { words.has(Self.bridges) || Self.concessions.stand(in: words) }

    /// Whether the complaint is of the beginning alone.
    var isAboutTheBeginning: Bool { words.has(Self.beginnings) }

    private static let bridges: WordSet = [
        "although", "though", "however", "yet", "despite", "but", "nevertheless", "whereas", "except",
        "albeit",
    ]
    private static let concessions: ProsePhrases = [
        "even if", "even so", "once the", "once it", "once we", "once they", "apart from", "other than",
        "at least", "in spite", "on the other hand", "in the end", "after that", "from then on", "not always",
    ]
    private static let beginnings: WordSet = [
        "first", "initially", "until", "before", "beginning", "opening", "start", "initial", "later",
        "afterwards",
    ]

    /// The parts that a concession stands between.
    var parts: [ArraySlice<ProseWord>] { body.split { Self.bridges.contains($0.key) } }

    // MARK: what exactly

    /// The words that say which one of its kind a subject is: `disk` of a disk alarm, `pool` of alerts on the pool.
    func object(of subject: ResponseSubject) -> SubjectWords {
        let near = [key, body.prefix(12)].flatMap { words in
            subject.places(in: words).flatMap { place -> [ProseWord] in
                let before = words[..<place.lowerBound].suffix(4).reversed().prefix {
                    !Self.stops.contains($0.key)
                }
                let after = words[place.upperBound...]
                let isTold = after.first.map { Self.links.contains($0.key) } ?? false
                return before + (isTold || words.startIndex == key.startIndex ? Array(after.prefix(5)) : [])
            }
        }
        return SubjectWords(near.filter { !RemarkTone.isOne($0) && !Self.plain.contains($0.key) })
    }

    private static let links: WordSet = [
        "on", "for", "about", "of", "at", "against", "to", "with", "towards", "before", "during", "in",
    ]
    private static let stops: WordSet = [
        "the", "a", "an", "our", "this", "that", "was", "were", "is", "are", "had", "has", ",", ".", ":",
        "and",
    ]
    private static let plain: WordSet = [
        "first", "too", "far", "very", "quite", "so", "page", "chapter", "section", "issue", "issues",
        "symptoms", "trouble", "it", "incident", "problem", "outage", "fault", "procedure", "process", "time",
        "it", "us",
        "capability",
    ]
}
