import LosslessMarkdown

/// A group as it stands in a document.
struct NestedGroup {
    let name: String
    let items: [String]
    private let document: MarkdownDocument
    let item: Block
    /// The list below the name; nil where there is none, or where an item stands on the name's own line.
    private let list: Block?

    /// Nil where an item of the list is anything else than a name, with an item behind it or a list below it.
    static func all(of list: Block, in document: MarkdownDocument, _ names: [String]) -> [NestedGroup]? {
        var groups: [NestedGroup] = []
        for item in document.children(of: list) {
            guard let group = NestedGroup(item, in: document, names) else { return nil }
            groups.append(group)
        }
        return groups
    }

    private init?(_ item: Block, in document: MarkdownDocument, _ names: [String]) {
        self.init(any: item, in: document, names)
        // What has no name is no group that could be written again.
        guard !name.isEmpty else { return nil }
    }

    private init?(any item: Block, in document: MarkdownDocument, _ names: [String]) {
        let blocks = document.children(of: item)
        guard let first = blocks.first, first.kind == .paragraph, blocks.count <= 2 else { return nil }
        let source = Prose.line(withoutComments(document.text(first.range)))
        let below = blocks.dropFirst().first
        guard below == nil || below?.kind == .list else { return nil }
        (self.document, self.item, list) = (document, item, below)
        let keyed = Self.keyed(first, in: document, names)
        if let below {
            guard keyed?.text.isEmpty ?? true else { return nil }
            let found = document.children(of: below).map { NestedItem.text(of: $0, in: document) }
            guard found.allSatisfy({ $0 != nil }) else { return nil }
            (name, items) = (Self.bareName(source), found.compactMap { $0 })
            return
        }
        if let keyed, !keyed.text.isEmpty {
            (name, items) = (keyed.name, [keyed.text])
            return
        }
        (name, items) = (Self.bareName(source), [])
        let isName = source.hasPrefix("**") && source.hasSuffix("**") || source.hasSuffix(":")
        guard keyed != nil || isName || Self.isOffered(name, names) else { return nil }
    }

    /// `**Name:** text`, or `Name: text` where the guide offers the name.
    private static func keyed(_ paragraph: Block, in document: MarkdownDocument, _ names: [String])
        -> (name: String, text: String)?
    {
        guard let keyed = document.keyed(paragraph) ?? document.keyed(paragraph, bare: true),
            document.keyed(paragraph) != nil || isOffered(keyed.key, names)
        else { return nil }
        let end = paragraph.lines.last?.upperBound ?? keyed.valueRange.upperBound
        let start = keyed.valueRange.lowerBound
        let text = document.text(start..<max(start, end))
        return (bareName(keyed.key), Prose.line(withoutComments(text)))
    }

    private static func isOffered(_ name: String, _ names: [String]) -> Bool {
        names.contains { HeadingName($0) == HeadingName(name) }
    }

    /// The group's source with other items in it; nil where its form does not take them.
    func bytes(holding wanted: [String], number: Int?) -> [UInt8]? {
        guard wanted == items || list != nil else { return nil }
        var bytes = Array(document.bytes[item.range])
        if wanted != items, let list {
            let text = ListItemText(style: .bullets, mark: "", values: .none)
            let content = ListContent(document: document, list: list, text: text, values: items)
            for edit in content.edits(to: wanted).reversed() {
                let start = edit.range.lowerBound - item.range.lowerBound
                bytes.replaceSubrange(start..<(start + edit.range.count), with: edit.replacement)
            }
        }
        guard let number else { return bytes }
        // With a digit more or less, what is below the name would need another indentation.
        let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
        guard digits == String(number).count else { return nil }
        bytes.replaceSubrange(0..<digits, with: Array(String(number).utf8))
        return bytes
    }

    private static func bareName(_ source: String) -> String {
        var name = source.filter { $0 != "*" }.trimmed
        while name.last == ":" { name.removeLast() }
        return name.trimmed
    }
}
