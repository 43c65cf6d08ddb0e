import Yams

/// How much a file may hold.
package struct YAMLLimits: Sendable {
    package var bytes = 1024 * 1024
    package var nodes = 100_000
    package var depth = 32

    package init() {}
}

/// Reads one document. Aliases, anchors, tags and merge keys are refused, so that no file can grow when it is read and
/// none can mean more than it shows; every scalar stays the text it is, `14:05` and `NO` as well.
package func parse(_ source: YAMLSource, limits: YAMLLimits = YAMLLimits()) -> (
    node: YAMLNode?, problems: [YAMLProblem]
) {
    func refused(_ message: String, at mark: YAMLMark = YAMLMark(line: 1, column: 1)) -> (
        YAMLNode?, [YAMLProblem]
    ) {
        (nil, [YAMLProblem(file: source.name, mark: mark, message: message)])
    }
    guard source.text.utf8.count <= limits.bytes else {
        return refused("the file is larger than \(limits.bytes / 1024) KB")
    }
    do {
        let parser = try Parser(yaml: source.text, resolver: .basic)
        guard let root = try parser.singleRoot() else { return refused("the file is empty") }
        var conversion = YAMLConversion(file: source.name, limits: limits)
        let node = conversion.node(root, depth: 0)
        return (node, conversion.problems)
    } catch let error as YamlError {
        return (nil, [problem(error, source)])
    } catch {
        return refused("the file cannot be read as YAML")
    }
}

/// The place and a calm wording of what the parser met.
private func problem(_ error: YamlError, _ source: YAMLSource) -> YAMLProblem {
    func place(_ mark: Mark, _ message: String) -> YAMLProblem {
        YAMLProblem(file: source.name, mark: YAMLMark(line: mark.line, column: mark.column), message: message)
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        return place(mark, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
        let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
        return place(context.mark, "the key \(names) stands twice in one mapping")
    default:
        return YAMLProblem(
            file: source.name, mark: YAMLMark(line: 1, column: 1), message: "the file cannot be read as YAML")
    }
}

/// From the parser's tree to ours, with a budget.
private struct YAMLConversion {
    let file: String
    let limits: YAMLLimits
    var problems: [YAMLProblem] = []
    private var count = 0

    init(file: String, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
    }

    mutating func node(_ node: Node, depth: Int) -> YAMLNode? {
        let mark = YAMLMark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        count += 1
        guard problems.isEmpty else { return nil }
        guard count <= limits.nodes else {
            return refuse("the file holds more than \(limits.nodes) values", mark)
        }
        guard depth <= limits.depth else {
            return refuse("the file nests deeper than \(limits.depth) levels", mark)
        }
        switch node {
        case .alias:
            return refuse("aliases are not read; write the value out", mark)
        case .scalar(let scalar):
            if scalar.anchor != nil {
                return refuse("anchors are not read; write the value out where it is used", mark)
            }
            if hasTag(scalar.tag) {
                return refuse("tags such as '\(scalar.tag.description)' are not read", mark)
            }
            return YAMLNode(.scalar(scalar.string), at: mark)
        case .sequence(let sequence):
            if sequence.anchor != nil {
                return refuse("anchors are not read; write the value out where it is used", mark)
            }
            if hasTag(sequence.tag) {
                return refuse("tags such as '\(sequence.tag.description)' are not read", mark)
            }
            return YAMLNode(.sequence(sequence.compactMap { self.node($0, depth: depth + 1) }), at: mark)
        case .mapping(let mapping):
            if mapping.anchor != nil {
                return refuse("anchors are not read; write the value out where it is used", mark)
            }
            if hasTag(mapping.tag) {
                return refuse("tags such as '\(mapping.tag.description)' are not read", mark)
            }
            return self.mapping(mapping, mark, depth)
        }
    }

    private mutating func mapping(_ mapping: Node.Mapping, _ mark: YAMLMark, _ depth: Int) -> YAMLNode? {
        var entries: [(key: YAMLNode, value: YAMLNode)] = []
        for (key, value) in mapping {
            guard let name = node(key, depth: depth + 1), let content = node(value, depth: depth + 1) else {
                return nil
            }
            guard let text = name.text else { return refuse("a key is a text", name.mark) }
            guard text != "<<" else {
                return refuse("merge keys are not read; write the values out", name.mark)
            }
            entries.append((name, content))
        }
        return YAMLNode(.mapping(entries), at: mark)
    }

    private func hasTag(_ tag: Tag) -> Bool {
        let name = tag.description
        return !name.isEmpty && !name.hasPrefix("tag:yaml.org,2002:") && name != "!"
    }

    private mutating func refuse(_ message: String, _ mark: YAMLMark) -> YAMLNode? {
        problems.append(YAMLProblem(file: file, mark: mark, message: message))
        return nil
    }
}
