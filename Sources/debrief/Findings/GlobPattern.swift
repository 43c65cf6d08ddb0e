/// A pattern over paths: `*`, `?` and `[a-z]` within a name, `**` for any folders. Without a slash it is about names
/// alone, and a folder's pattern covers what lies in it.
struct GlobPattern: Sendable {
    let text: String
    private let parts: [[UInt8]]
    private let isAboutNames: Bool

    init(_ text: String) {
        self.text = text
        var path = text[...]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        while path.hasSuffix("/") { path = path.dropLast() }
        parts = Self.parts(of: path)
        isAboutNames = parts.count == 1
    }

    /// Why a pattern can never match, nil where it can.
    static func problem(in text: String) -> String? {
        for part in parts(of: text[...]) {
            var rest = part[...]
            while let sign = rest.first {
                guard sign == UInt8(ascii: "[") else {
                    rest = rest.dropFirst()
                    continue
                }
                guard let set = ByteSet(rest) else {
                    return
                        "the pattern '\(text)' opens a set that no ']' closes; '[[]' stands for the sign itself"
                }
                if set.isEmpty {
                    let written = String(decoding: rest[..<set.end], as: UTF8.self)
                    return "the set '\(written)' holds nothing; a range begins with its lower end"
                }
                rest = rest[set.end...]
            }
        }
        return nil
    }

    /// Whether a text has a pattern's signs in it.
    static func isPattern(_ text: String) -> Bool { text.utf8.contains { "*?[".utf8.contains($0) } }

    /// The folder that everything a pattern can match lies in, empty for the present one.
    static func base(of text: String) -> String {
        let fixed = text.split(separator: "/", omittingEmptySubsequences: false).prefix {
            !isPattern(String($0))
        }
        let base = fixed.joined(separator: "/")
        return base.isEmpty && text.hasPrefix("/") ? "/" : base
    }

    /// Whether a whole path matches.
    func matches(_ path: String) -> Bool { Self.match(parts[...], Self.parts(of: Self.bare(path))[...]) }

    /// Whether a path or a folder above it matches; a pattern without a slash may match any name on the way.
    func covers(_ path: String) -> Bool {
        let names = Self.parts(of: Self.bare(path))
        if isAboutNames { return names.contains { Self.match(parts[...], [$0][...]) } }
        return names.indices.contains { Self.match(parts[...], names[...$0]) }
    }

    private static func bare(_ path: String) -> Substring {
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        return rest
    }

    private static func parts(of path: Substring) -> [[UInt8]] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    }

    private static func match(_ parts: ArraySlice<[UInt8]>, _ names: ArraySlice<[UInt8]>) -> Bool {
        guard let part = parts.first else { return names.isEmpty }
        if part == Array("**".utf8) {
            return match(parts.dropFirst(), names) || !names.isEmpty && match(parts, names.dropFirst())
        }
        guard let name = names.first, matchName(part[...], name[...]) else { return false }
        return match(parts.dropFirst(), names.dropFirst())
    }

    /// One name against one part; after a star that does not lead on, only the last star is tried again.
    private static func matchName(_ part: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
        var part = part
        var name = name
        var retry: (part: ArraySlice<UInt8>, name: ArraySlice<UInt8>)?
        while !(part.isEmpty && name.isEmpty) {
            if part.first == UInt8(ascii: "*") {
                part = part.dropFirst()
                retry = (part, name)
            } else if let rest = matchOne(part, name) {
                (part, name) = (rest, name.dropFirst())
            } else if let last = retry, !last.name.isEmpty {
                retry = (last.part, last.name.dropFirst())
                (part, name) = (last.part, last.name.dropFirst())
            } else {
                return false
            }
        }
        return true
    }

    /// The part behind what matches the name's first byte, nil where nothing does.
    private static func matchOne(_ part: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let sign = part.first, let byte = name.first else { return nil }
        if sign == UInt8(ascii: "?") { return part.dropFirst() }
        if sign == UInt8(ascii: "["), let set = ByteSet(part) {
            return set.contains(byte) ? part[set.end...] : nil
        }
        return sign == byte ? part.dropFirst() : nil
    }
}

/// `[abc]`, `[a-z]`, `[!a]`.
private struct ByteSet {
    private var ranges: [ClosedRange<UInt8>] = []
    private var isNegated = false
    /// After the closing bracket.
    private(set) var end = 0

    init?(_ part: ArraySlice<UInt8>) {
        var at = part.startIndex + 1
        if at < part.endIndex, "!^".utf8.contains(part[at]) {
            isNegated = true
            at += 1
        }
        let first = at
        while at < part.endIndex, part[at] != UInt8(ascii: "]") || at == first {
            let isRange =
                at + 2 < part.endIndex && part[at + 1] == UInt8(ascii: "-")
                && part[at + 2] != UInt8(ascii: "]")
            let last = isRange ? part[at + 2] : part[at]
            if part[at] <= last { ranges.append(part[at]...last) }
            at += isRange ? 3 : 1
        }
        guard at < part.endIndex else { return nil }
        end = at + 1
    }

    var isEmpty: Bool { ranges.isEmpty && !isNegated }

    func contains(_ byte: UInt8) -> Bool { ranges.contains { $0.contains(byte) } != isNegated }
}
