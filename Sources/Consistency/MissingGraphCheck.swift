import Diagnostics
import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// A graph that is announced and not there.
enum MissingGraphCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let plain = list(in: document) + mentions(in: document) + promises(in: document)
        return plain.isEmpty ? (GraphCount(document)?.findings ?? []) : plain
    }

    /// `(graph to follow)`, whatever other pictures there are.
    private static func promises(in document: CheckedDocument) -> [Finding] {
        document.sentences(holding: pictures).compactMap { passage, sentence in
            guard passage.block.kind != .heading,
                let word = sentence.firstIndex(where: { pictures.contains($0.key) }),
                toFollow.stand(in: sentence[word...].prefix(5)), let range = sentence.bytes
            else { return nil }
            return CheckID.missingGraph.finding(
                at: range, "\"\(document.quoted(range))\" announces a picture that is not there yet.",
                ask: "Where can a reader see it?",
                settle: [Suggestion("Add the picture or a link to it, or take the announcement out.")])
        }
    }

    private static let toFollow: ProsePhrases = [
        "to follow", "to come", "to be added", "to be attached", "will follow", "will be added",
        "will be attached", "still to be added", "still missing",
    ]

    /// The items of a graph section without a link or a picture.
    private static func list(in document: CheckedDocument) -> [Finding] {
        let passages = document.passages.filter { isGraphs($0.section) && $0.block.kind == .paragraph }
        let items = passages.filter { isItem($0, document) }
        guard let first = items.first, !passages.contains(where: { hasTrace($0, document) }) else {
            return []
        }
        let taken = document.placeholders
        let named = items.filter { item in
            !taken.contains { $0.range.overlaps(item.range) } && item.words.first?.text != "["
        }
        guard !named.isEmpty, !isReason(first, document) else { return [] }
        let names = named.map { "\"\(document.quoted($0.range))\"" }
        return [
            CheckID.missingGraph.finding(
                at: named[0].range,
                "\(counted(named.count, "graph is", plural: "graphs are")) named here without a link or a picture: \(joined(names, "and")).",
                ask: "Where can a reader see \(named.count == 1 ? "it" : "them")?",
                settle: [
                    Suggestion("Add a link or a picture with the hours it shows, or say that none was kept.")
                ])
        ]
    }

    static func isGraphs(_ section: String) -> Bool { section == "graphs" }

    static func isItem(_ passage: Passage, _ document: CheckedDocument) -> Bool {
        document.document.parent(of: passage.block)?.kind == .listItem
    }

    static func isReason(_ passage: Passage, _ document: CheckedDocument) -> Bool {
        let reading = document.postmortem.reading(QuestionID(passage.section, "items"))
        return reading.state == .notApplicable || reading.state == .unknown
            || passage.words.has(["none", "no", "kept", "not", "expired", "deleted", "missing"])
    }

    private static func hasTrace(_ passage: Passage, _ document: CheckedDocument) -> Bool {
        passage.words.contains { $0.text == WordScanner.link || $0.text == WordScanner.code }
            || passage.words.has(["dashboard", "attached", "file", "png"]) && passage.words.has([".", "/"])
                && passage.words.has(["png", "svg", "jpg"])
    }

    // MARK: mentions

    static let pictures: WordSet = [
        "graph", "graphs", "chart", "charts", "screenshot", "screenshots", "diagram", "diagrams", "figure",
        "figures", "plot",
        "plots", "picture", "pictures", "curve", "curves",
    ]
    private static let pointers: WordSet = ["below", "above", "attached", "following", "see"]

    /// *as the graph below shows*, in a document without any picture or link to one.
    private static func mentions(in document: CheckedDocument) -> [Finding] {
        let told = document.sentences(holding: pictures).filter { passage, _ in
            passage.block.kind != .heading && passage.section != "fishbone"
                && !(isGraphs(passage.section) && isItem(passage, document))
        }
        guard !told.isEmpty, !hasAny(document) else { return [] }
        return told.compactMap { passage, sentence in
            guard let word = sentence.firstIndex(where: { pictures.contains($0.key) }),
                isGraphs(passage.section)
                    ? sentence.has(pointers)
                    : sentence[max(sentence.startIndex, word - 4)..<min(sentence.endIndex, word + 4)]
                        .has(pointers),
                !sentence.contains(where: { $0.text == WordScanner.link }), let range = sentence.bytes
            else { return nil }
            return CheckID.missingGraph.finding(
                at: range,
                "\"\(document.quoted(range))\" points at a picture, and the document has none.",
                ask: "Where can a reader see it?",
                settle: [Suggestion("Add the picture or a link to it, or take the pointer out.")])
        }
    }

    private static func hasAny(_ document: CheckedDocument) -> Bool {
        document.document.bytes.withUnsafeBufferPointer { bytes in
            bytes.indices.dropLast(3).contains { bytes[$0] == 0x21 && bytes[$0 + 1] == 0x5B }
        } || document.passages.contains { isGraphs($0.section) && hasTrace($0, document) }
            || document.document.blocks(of: .html).contains {
                document.document.text($0.range).contains("<img")
            }
    }
}
