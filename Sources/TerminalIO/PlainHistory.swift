/// Earlier lines of this session by what they answered, for Up and Down where nothing is redrawn.
struct PlainHistory {
    private var texts: [String: [String]] = [:]
    private var key = ""
    /// How many texts back the line is; 0 is the one being typed.
    private var steps = 0
    private var typed = ""

    mutating func add(_ text: String, under key: String) {
        guard !text.isEmpty else { return }
        texts[key, default: []].removeAll { $0 == text }
        texts[key, default: []].append(text)
    }

    /// A new line under a key.
    mutating func begin(_ key: String) { (self.key, steps, typed) = (key, 0, "") }

    /// The text before the one on the line; nil at the oldest.
    mutating func older(than line: String) -> String? {
        guard steps < known.count else { return nil }
        if steps == 0 { typed = line }
        steps += 1
        return known[known.count - steps]
    }

    /// The text after the one on the line, at last the one that was being typed; nil there.
    mutating func newer() -> String? {
        guard steps > 0 else { return nil }
        steps -= 1
        return steps == 0 ? typed : known[known.count - steps]
    }

    private var known: [String] { texts[key] ?? [] }
}
