/// A YAML tree in our own words: every scalar is a text, every node knows its place.
package struct YAMLNode: Sendable {
    package enum Content: Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    package var content: Content
    package var mark: YAMLMark

    package init(_ content: Content, at mark: YAMLMark = YAMLMark(line: 0, column: 0)) {
        self.content = content
        self.mark = mark
    }

    package var text: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    package var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    package var entries: [(key: YAMLNode, value: YAMLNode)]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    package subscript(key: String) -> YAMLNode? {
        entries?.first { $0.key.text == key }?.value
    }
}

/// Line and column from 1, the column in Unicode code points; 0 where a tree came from no file.
package struct YAMLMark: Equatable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
