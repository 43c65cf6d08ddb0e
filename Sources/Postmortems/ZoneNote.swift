import IncidentTime
import LosslessMarkdown

/// The sentence that says in which zone the times of a document are.
extension Postmortem {
    /// The zone of `Times are in UTC`, `All times CET` or `Times are local (CEST)`, in capitals; nil where no sentence
    /// names one.
    package var zoneNote: String? {
        let bytes = document.bytes
        var at = 0
        while let place = bytes.firstPlace(of: Self.times, from: at) {
            at = place + Self.times.count
            if let zone = zone(inSentenceAround: place) { return zone }
        }
        return nil
    }

    private static let times = Array("imes".utf8)

    private func zone(inSentenceAround place: Int) -> String? {
        let block = document.block(at: place)
        guard block.kind == .paragraph || block.kind == .tableCell, block.range.count < 600,
            let line = block.lines.first(where: { $0.contains(place) })
        else { return nil }
        let ends = Array(".;!?".utf8)
        let start = document.bytes[line.lowerBound..<place].lastIndex(where: ends.contains) ?? line.lowerBound
        let end = document.bytes[place..<line.upperBound].firstIndex(where: ends.contains) ?? line.upperBound
        let words = words(of: document.text(start..<end))
        guard words.contains(where: { $0.lowercased() == "times" }) else { return nil }
        return words.first { $0 == $0.uppercased() && ZoneNames.isKnown(String($0)) }.map { String($0) }
    }

    private func words(of sentence: String) -> [Substring] {
        sentence.split { !$0.isLetter && !$0.isNumber }
    }
}
