import Diagnostics
import DisplayText
import DocumentStorage
import StrictYAML

/// `.debrief/config.yml`: what a team tells the reviewer and the checks about itself.
struct ProjectConfig: Sendable {
    /// What becomes of a rule or a category.
    enum Setting: String, CaseIterable, Sendable {
        case off
        case hint
        case warning
        case error
    }

    /// Words and phrases that are fine here, in small letters.
    var words: [String] = []
    var people: [String] = []
    var teams: [String] = []
    var systems: [String] = []
    /// By category, rule or check.
    var rules: [String: Setting] = [:]
    /// Paths that are left out where a folder is walked.
    var exclude: [GlobPattern] = []

    static let fileName = "config.yml"

    /// The nearest one: beside the documents, else the user's own; an empty one where there is none.
    ///
    /// - Parameter known: categories, rules and checks that may be named.
    static func read(_ surroundings: Surroundings, known: [String]) throws(Failure) -> ProjectConfig {
        let folders = [".debrief", ConfigFolder(environment: surroundings.environment).path]
        guard let path = folders.map({ "\($0)/\(fileName)" }).first(where: { FolderListing.exists($0) })
        else {
            return ProjectConfig()
        }
        let bytes: [UInt8]
        do {
            bytes = try documentBytes(at: path)
        } catch {
            throw Failure(error)
        }
        return try read(YAMLSource(name: path, text: String(decoding: bytes, as: UTF8.self)), known: known)
    }

    static func read(_ source: YAMLSource, known: [String]) throws(Failure) -> ProjectConfig {
        guard !source.text.split(whereSeparator: \.isNewline).allSatisfy(isRemark) else {
            return ProjectConfig()
        }
        let parsed = parse(source)
        let reader = YAMLReader(file: source.name)
        let config = parsed.node.flatMap { ConfigReader(reader: reader, known: Set(known)).config($0) }
        let problems = parsed.problems + reader.problems
        guard problems.isEmpty, let config else {
            throw Failure(
                .unreadable, problems.map { $0.rendered(in: source) }.joined(separator: "\n"))
        }
        return config
    }

    private static func isRemark(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " || $0 == "\t" }
        return text.isEmpty || text.hasPrefix("#")
    }
}

extension ProjectConfig {
    /// The findings as this team wants them: without what is off or allowed, in the severities it chose.
    func applied(to findings: [Finding], in bytes: [UInt8]) -> [Finding] {
        guard !rules.isEmpty || !words.isEmpty else { return findings }
        return findings.compactMap { finding in
            guard !allows(finding, in: bytes) else { return nil }
            var changed = finding
            switch rules[finding.rule] ?? rules[finding.category] {
            case nil: break
            case .off: return nil
            case .hint: changed.severity = .hint
            case .warning: changed.severity = .warning
            case .error: changed.severity = .error
            }
            return changed
        }
    }

    /// Whether an allowed word or phrase lies on the words that were found.
    private func allows(_ finding: Finding, in bytes: [UInt8]) -> Bool {
        guard !words.isEmpty else { return false }
        let span = finding.span.range.clamped(to: 0..<bytes.count)
        return words.contains { phrase in
            let reach = phrase.utf8.count
            let low = max(0, span.lowerBound - reach)
            let high = min(bytes.count, span.upperBound + reach)
            return Self.places(of: Array(phrase.utf8), in: bytes[low..<high]).contains { $0.overlaps(span) }
        }
    }

    /// Where a phrase stands as whole words, whatever its case.
    private static func places(of phrase: [UInt8], in text: ArraySlice<UInt8>) -> [Range<Int>] {
        guard !phrase.isEmpty, text.count >= phrase.count else { return [] }
        return (text.startIndex...(text.endIndex - phrase.count)).compactMap { start in
            let end = start + phrase.count
            let isPhrase = zip(text[start..<end], phrase).allSatisfy { lowered($0) == $1 }
            let isWhole =
                (start == text.startIndex || !isWord(text[start - 1]))
                && (end == text.endIndex || !isWord(text[end]))
            return isPhrase && isWhole ? start..<end : nil
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
    }
}
