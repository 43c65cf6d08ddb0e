/// What of a refused entry comes back on its line, where what is typed next goes behind it.
enum RefusedEntry {
    /// All but a key: a letter or two, or a number, which only has to be another one.
    static func kept(_ text: String) -> String {
        let key = text.trimmed
        return key.count < 3 || key.allSatisfy(\.isNumber) ? "" : text
    }
}
