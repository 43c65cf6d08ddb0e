import Diagnostics

/// Decodes trees and collects every problem on the way, so that a person is told all of them at once.
package final class YAMLReader {
    private let file: String
    package private(set) var problems: [YAMLProblem] = []

    package init(file: String) { self.file = file }

    package func problem(at node: YAMLNode, _ message: String) {
        problems.append(YAMLProblem(file: file, mark: node.mark, message: message))
    }

    /// A mapping with the keys of an enumeration; nil, and a problem, for any other node.
    package func mapping<Key: RawRepresentable & CaseIterable>(
        _ node: YAMLNode, keys: Key.Type, of name: String
    ) -> MappingReader<Key>? where Key.RawValue == String {
        mapping(node, allowed: Key.allCases.map(\.rawValue), of: name).map { MappingReader(named: $0) }
    }

    /// A mapping with some keys, for a place where the keys depend on what is read.
    package func mapping(_ node: YAMLNode, allowed: [String], of name: String) -> NamedMappingReader? {
        guard let entries = node.entries else {
            problem(at: node, "a \(name) is a mapping with \(joined(Array(allowed.prefix(4)), "and")) …")
            return nil
        }
        for (key, _) in entries {
            guard let text = key.text, !allowed.contains(text) else { continue }
            let guess =
                closest(to: text, in: allowed).map { "; did you mean '\($0)'?" }
                ?? ". Known: \(allowed.joined(separator: ", "))"
            problem(at: key, "unknown key '\(text)' in \(name)\(guess)")
        }
        return NamedMappingReader(reader: self, node: node, name: name)
    }
}

/// A mapping whose keys are given as texts.
package struct NamedMappingReader {
    private let reader: YAMLReader
    private let mapping: YAMLNode
    private let name: String

    fileprivate init(reader: YAMLReader, node: YAMLNode, name: String) {
        self.reader = reader
        mapping = node
        self.name = name
    }

    package func node(_ key: String) -> YAMLNode? { mapping[key] }

    package func string(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        if let text = node.text { return text }
        reader.problem(at: node, "'\(key)' of \(name) is a text")
        return nil
    }

    package func requiredString(_ key: String) -> String {
        guard let node = node(key) else {
            reader.problem(at: mapping, "\(name) needs '\(key)'")
            return ""
        }
        guard let text = node.text, !text.isEmpty else {
            reader.problem(at: node, "'\(key)' of \(name) is a text that is not empty")
            return ""
        }
        return text
    }

    /// A list of texts; a single text counts as a list of one.
    package func strings(_ key: String) -> [String] {
        guard let node = node(key) else { return [] }
        if let text = node.text { return [text] }
        guard let items = node.items else {
            reader.problem(at: node, "'\(key)' of \(name) is a list of texts")
            return []
        }
        return items.compactMap { item in
            if item.text == nil { reader.problem(at: item, "'\(key)' of \(name) is a list of texts") }
            return item.text
        }
    }

    package func sequence(_ key: String) -> [YAMLNode] {
        guard let node = node(key) else { return [] }
        if let items = node.items { return items }
        reader.problem(at: node, "'\(key)' of \(name) is a list")
        return []
    }

    package func bool(_ key: String) -> Bool? {
        guard let node = node(key) else { return nil }
        switch node.text {
        case "true": return true
        case "false": return false
        default:
            reader.problem(at: node, "'\(key)' of \(name) is true or false")
            return nil
        }
    }

    package func int(_ key: String) -> Int? {
        guard let node = node(key) else { return nil }
        if let number = node.text.flatMap({ Int($0) }) { return number }
        reader.problem(at: node, "'\(key)' of \(name) is a whole number")
        return nil
    }

    package func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, as type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let node = node(key) else { return nil }
        if let choice = node.text.flatMap({ Choice(rawValue: $0) }) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        let guess = node.text.flatMap { closest(to: $0, in: known) }.map { "did you mean '\($0)'?" }
        reader.problem(
            at: node, "unknown \(key) '\(node.text ?? "")'; \(guess ?? "known: \(joined(known, "and"))")")
        return nil
    }
}

/// A mapping whose keys are the cases of an enumeration.
package struct MappingReader<Key: RawRepresentable> where Key.RawValue == String {
    private let named: NamedMappingReader

    fileprivate init(named: NamedMappingReader) { self.named = named }

    package func node(_ key: Key) -> YAMLNode? { named.node(key.rawValue) }
    package func string(_ key: Key) -> String? { named.string(key.rawValue) }
    package func requiredString(_ key: Key) -> String { named.requiredString(key.rawValue) }
    package func strings(_ key: Key) -> [String] { named.strings(key.rawValue) }
    package func sequence(_ key: Key) -> [YAMLNode] { named.sequence(key.rawValue) }
    package func bool(_ key: Key) -> Bool? { named.bool(key.rawValue) }
    package func int(_ key: Key) -> Int? { named.int(key.rawValue) }

    package func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: Key, as type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        named.choice(key.rawValue, as: type)
    }
}
