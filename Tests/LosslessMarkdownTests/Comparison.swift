import LosslessMarkdown

/// The two readings of a document.
struct Comparison {
    var scanner: [String]
    var oracle: [String]
    /// The differences that had to be taken out.
    private(set) var known: Set<KnownDifference> = []
    /// Blocks on other lines, where libcmark-gfm's own are right and nothing had to be taken out.
    private(set) var otherLines: [String] = []

    var agrees: Bool { scanner == oracle }

    init(_ bytes: [UInt8]) {
        (scanner, oracle) = Self.pictures(bytes)
        var bytes = bytes
        for difference in KnownDifference.allCases where !agrees {
            let without = difference.removed(from: bytes)
            guard without != bytes else { continue }
            bytes = without
            let pictures = Self.pictures(without)
            if pictures != (scanner, oracle) { known.insert(difference) }
            (scanner, oracle) = pictures
        }
        if agrees, known.isEmpty { otherLines = Self.otherLines(bytes) }
    }

    /// libcmark-gfm gives the first line of link definitions to the text behind them, and that of a paragraph to the
    /// table directly below it; where a block ends is right for text and cells only.
    private static func otherLines(_ bytes: [UInt8]) -> [String] {
        let document = MarkdownDocument(bytes)
        var isBehindText = false
        return zip(Outline(document).entries, CommonMarkOracle.outline(of: bytes).entries).compactMap {
            ours, theirs in
            if ours.name == "paragraph" { isBehindText = theirs.lines.lowerBound == 0 }
            if ours.name == "row" { isBehindText = false }
            let isText = ours.name == "paragraph" || ours.name == "cell"
            let agree =
                ours.lines.lowerBound == theirs.lines.lowerBound && (!isText || ours.lines == theirs.lines)
            let between = min(ours.lines.lowerBound, theirs.lines.lowerBound)..<ours.lines.lowerBound
            let isKnown = isBehindText || isDefinition(on: between, in: document)
            return agree || isKnown ? nil : "\(ours.name) on \(ours.lines), not on \(theirs.lines)"
        }
    }

    /// Whether a definition ends between the line of one reading and that of the other.
    private static func isDefinition(on lines: Range<Int>, in document: MarkdownDocument) -> Bool {
        var start = 0
        for line in 1..<max(1, lines.upperBound) {
            let range = document.lineRange(containing: start)
            if lines.contains(line), document.text(range).firstRange(of: "]:") != nil { return true }
            start = range.upperBound
        }
        return false
    }

    private static func pictures(_ bytes: [UInt8]) -> ([String], [String]) {
        let ours = Outline(MarkdownDocument(bytes))
        let theirs = CommonMarkOracle.outline(of: bytes)
        guard hasPlainWords(bytes) else {
            return (ours.entries.map(\.pictureWithoutWords), theirs.entries.map(\.pictureWithoutWords))
        }
        return (ours.picture, theirs.picture)
    }

    /// Addresses, references and entities are words to the scanner, not to libcmark-gfm.
    private static func hasPlainWords(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return !text.contains("&") && !["](", "]["].contains { text.firstRange(of: $0) != nil }
    }
}
