/// What a person is to write, between the signs of a tag: `<insert what the customer told us>`, `<Name of the team>`.
enum BlankTags {
    /// Where such a mark ends that begins at a `<`; nil for a tag, a comment, an address and a comparison.
    static func end(from start: Int, to limit: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var stop = start + 1
        while stop < limit, stop - start < longest, bytes[stop] != UInt8(ascii: ">") {
            if foreign.contains(bytes[stop]) { return nil }
            stop += 1
        }
        guard stop < limit, bytes[stop] == UInt8(ascii: ">"), stop > start + 2,
            !isInCode(start, bytes), start == 0 || !isWord(bytes[start - 1])
        else { return nil }
        let words = String(decoding: bytes[(start + 1)..<stop], as: UTF8.self).lowercased().split(
            separator: " ")
        guard let first = words.first, let last = words.last, bytes[start + 1] != 0x20 else { return nil }
        if ["no", "not", "unknown", "missing", "null", "empty", "same"].contains(first) { return nil }
        let isBlank =
            words.count == 1
            ? nouns.contains(String(first)) : verbs.contains(first) || nouns.contains(String(last))
        return isBlank ? stop + 1 : nil
    }

    private static let longest = 100
    /// Of tags with attributes, addresses and lines that end.
    private static let foreign = Set("=/@<\"\n\r|".utf8)

    private static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
    }

    /// Between backticks of its own line.
    private static func isInCode(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = at
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        return bytes[start..<at].count { $0 == UInt8(ascii: "`") } % 2 == 1
    }

    private static let verbs: Set<Substring> = [
        "insert", "add", "fill", "describe", "enter", "explain", "state", "paste", "attach", "put", "write",
        "give", "summarise", "summarize", "replace", "specify", "include", "provide", "mention", "note",
        "choose", "select", "pick", "ask", "check", "confirm", "copy", "quote", "your", "who", "what", "when",
        "where", "how", "why", "which", "name", "names", "date", "time", "number", "link", "list", "brief",
        "short", "one", "to", "please", "details", "reason", "tbd", "todo", "if", "amount",
    ]
    private static let nouns: Set<String> = [
        "name", "names", "owner", "date", "topic", "team", "role", "number", "person", "link", "url", "text",
        "value", "reason", "ticket", "service", "tbd", "todo", "who", "when", "what", "where", "how", "why",
        "id", "region", "system", "amount", "count", "description", "placeholder", "here", "later", "minutes",
        "hours", "users", "time",
    ]
}
