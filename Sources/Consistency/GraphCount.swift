import Diagnostics
import Forms
import IncidentTime
import LosslessMarkdown

/// The graphs that are there, held against those that the words speak of: `three graphs follow`, `the second shows …`,
/// `screenshot attached`, `see the graph of the queue`.
struct GraphCount {
    private let document: CheckedDocument
    private let passages: [Passage]
    /// Drawings in code or HTML, and tables.
    private let blocks: [Block]

    /// Nil without a section of graphs, or where nothing is shown in it.
    init?(_ document: CheckedDocument) {
        guard let section = document.postmortem.section("graphs") else { return nil }
        self.document = document
        passages = document.passages(in: "graphs").filter { $0.block.kind != .heading }
        blocks = [.fencedCode, .html, .table].flatMap { document.document.blocks(of: $0, in: section.body) }
        guard shown > 0 else { return nil }
    }

    var findings: [Finding] { tooFew + attached + elsewhere }

    private var shown: Int {
        passages.reduce(blocks.count) { sum, passage in
            sum + passage.words.count { $0.text == WordScanner.link }
        }
    }

    // MARK: how many are spoken of

    private var tooFew: [Finding] {
        passages.flatMap(\.sentences).compactMap { sentence in
            guard !sentence.has(Self.denials), let count = Self.promised(in: sentence), count > shown,
                let range = sentence.bytes
            else { return nil }
            let there = counted(shown, "is there", plural: "are there")
            return finding(at: range, "\"\(document.quoted(range))\" speaks of \(count), and \(there).")
        }
    }

    private static func promised(in sentence: ArraySlice<ProseWord>) -> Int? {
        for index in sentence.indices where MissingGraphCheck.pictures.contains(sentence[index].key) {
            let before = sentence[max(sentence.startIndex, index - 2)..<index]
            if sentence[index].text.hasSuffix("s") {
                if before.has(["both"]) { return 2 }
                if let number = before.lazy.compactMap({ number($0) }).first, number < 30 { return number }
            } else if before.has(["first"]) {
                return ordinals.lastIndex { sentence.has([$0]) }.map { $0 + 1 }
            }
        }
        return nil
    }

    private static func number(_ word: ProseWord) -> Int? { NumberWords.value(word) ?? word.whole }

    private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]
    private static let denials: WordSet = [
        "not", "no", "none", "missing", "expired", "deleted", "kept", "old",
    ]

    // MARK: attached to an item

    /// Items that promise a picture of their own, where there are fewer loose ones.
    private var attached: [Finding] {
        let items = passages.filter { passage in
            MissingGraphCheck.isItem(passage, document) && passage.words.has(MissingGraphCheck.pictures)
                && passage.words.has(["attached", "below", "above", "enclosed", "appended"])
                && !passage.words.contains { $0.text == WordScanner.link || $0.text == WordScanner.code }
        }
        let loose = passages.count { $0.words.first?.text == "!" } + blocks.count
        return items.dropFirst(loose).map {
            finding(at: $0.range, "\"\(document.quoted($0.range))\" promises a picture that is not there.")
        }
    }

    // MARK: pointed at from elsewhere

    /// `see the graph of the queue`, where no graph that is shown says a word of it.
    private var elsewhere: [Finding] {
        let outside = document.sentences(holding: MissingGraphCheck.pictures).filter { passage, _ in
            !MissingGraphCheck.isGraphs(passage.section) && passage.block.kind != .heading
        }
        let told = outside.compactMap { Self.subject(in: $0.sentence) }
        guard !told.isEmpty else { return [] }
        let captions = captions
        return told.compactMap { subject in
            let words = SubjectWords(subject)
            guard let range = subject.bytes, !words.isEmpty, words.shared(with: captions) == 0 else {
                return nil
            }
            return finding(
                at: range,
                "A graph of \"\(document.quoted(range))\" is pointed at, and none that is shown is of it.")
        }
    }

    /// What the graph that a sentence sends its reader to is of.
    private static func subject(in sentence: ArraySlice<ProseWord>) -> ArraySlice<ProseWord>? {
        guard let picture = sentence.firstIndex(where: { MissingGraphCheck.pictures.contains($0.key) }),
            let of = sentence[(picture + 1)...].first, of.text == "of",
            !sentence.contains(where: { $0.text == WordScanner.link })
        else { return nil }
        let isSent = sentence[max(sentence.startIndex, picture - 4)..<picture].has(["see", "cf"])
        let subject = sentence[(picture + 2)...].prefix { !subjectEnds.contains($0.key) }
        let behind = sentence[subject.endIndex...].prefix(4)
        let isHere = behind.prefix(1).has(["below", "above", "attached"]) || behind.has(here)
        return isHere || isSent && !behind.prefix(1).has(["in", "on", "at", "from"]) ? subject : nil
    }

    /// Names of the document's own places.
    private static let here: WordSet = ["supporting", "appendix", "graphs", "section"]

    private static let subjectEnds: WordSet = [
        "under", "in", "below", "above", ")", ",", ":", "–", "(", "at", "from", "which", "that", "attached",
        "on",
        "and", "over", "during",
    ]

    private var captions: SubjectWords {
        let pictures = document.passages.filter { passage in
            MissingGraphCheck.isGraphs(passage.section)
                || zip(passage.words, passage.words.dropFirst()).contains { $0.text == "!" && $1.text == "[" }
        }
        return blocks.reduce(SubjectWords(pictures.flatMap(\.words))) {
            $0.union(SubjectWords(document.document.text($1.range)))
        }
    }

    private func finding(at range: Range<Int>, _ message: String) -> Finding {
        CheckID.missingGraph.finding(
            at: range, message, ask: "Where can a reader see it?",
            settle: [Suggestion("Add the picture or a link to it, or take the pointer out.")])
    }
}
