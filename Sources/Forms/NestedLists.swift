import Diagnostics
import LosslessMarkdown

/// A list of names with a list under each. Groups and items that stay keep their bytes.
struct NestedLists {
    let isNumbered: Bool
    /// Groups that the guide offers.
    let names: [String]

    func read(_ field: Field, in place: SectionPlace) -> Reading {
        let blocks = blocks(in: place)
        let lists = lists(in: place)
        guard let list = lists.first, let last = lists.last else {
            return ItemsReading(style: .bullets).read(field, in: place, blocks: blocks)
        }
        guard lists.count == 1, let groups = NestedGroup.all(of: list, in: place.document, names) else {
            let range = list.range.lowerBound..<last.range.upperBound
            return Reading(.answered, .markdown(place.source(range)), at: range)
        }
        let items = groups.flatMap(\.items)
        let answered = groups.map { ContentGroup($0.name, $0.items.filter { !field.isOpen($0) }) }
            .filter { !$0.items.isEmpty }
        guard !answered.isEmpty else { return Reading(.open, at: list.range) }
        let state: AnswerState = items.contains(where: field.isOpen) ? .open : .answered
        return Reading(state, .groups(answered), at: list.range)
    }

    /// Edits to the list; `blank` is what an unanswered one looks like.
    func edits(_ blank: [ContentGroup], to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        let lists = lists(in: place)
        switch content {
        case .markdown(let text)?:
            return place.replacing(lists.isEmpty ? blocks(in: place) : lists, with: text)
        case .groups(let groups)?:
            guard lists.count == 1, let list = lists.first,
                let old = NestedGroup.all(of: list, in: place.document, names)
            else {
                return replacing(lines(groups), in: place)
            }
            return edits(to: groups, from: old, list, in: place)
        case nil:
            return replacing(lines(blank), in: place)
        case .text?, .list?, .table?, .whys?, .checklist?, .notApplicable?:
            return nil
        }
    }

    func lines(_ groups: [ContentGroup]) -> [String] {
        let blocks = groups.enumerated().map { lines($0.element, number: $0.offset + 1) }
        return isNumbered ? Array(blocks.joined(separator: [""])) : blocks.flatMap { $0 }
    }

    /// The groups as they read back; items that are in the document stay as they are.
    static func canonical(_ groups: [ContentGroup], beside known: Set<String> = []) -> [ContentGroup] {
        groups.map { group in
            var name = Prose.line(group.name).replacing("*", with: "")
            while name.last == ":" { name.removeLast() }
            let items = group.items.map { known.contains($0) ? $0 : NestedItem.canonical($0) }
            return ContentGroup(name.trimmed, items.filter { !$0.isEmpty })
        }.filter { !$0.items.isEmpty && !$0.name.isEmpty }
    }

    // MARK: writing

    private func lines(_ group: ContentGroup, number: Int) -> [String] {
        lines(group, marker: isNumbered ? "\(number). " : "- ")
    }

    private func lines(_ group: ContentGroup, marker: String) -> [String] {
        let name = isNumbered ? "**\(group.name):**" : "**\(group.name)**"
        let indent = marker.map { _ in " " }.joined()
        return [marker + name] + group.items.flatMap { NestedItem.lines($0).map { indent + $0 } }
    }

    /// The list with its groups turned into others, each of which keeps what it has of them.
    private func edits(
        to groups: [ContentGroup], from old: [NestedGroup], _ list: Block, in place: SectionPlace
    ) -> [TextEdit] {
        let manner = ListManner(list, in: place, isLoose: isNumbered)
        var bytes: [UInt8] = []
        var rest = old
        var last: NestedGroup?
        for (index, group) in groups.enumerated() {
            let number = list.start + index
            let found = rest.firstIndex { $0.name == group.name }
            let kept = found.flatMap {
                rest[$0].bytes(holding: group.items, number: list.isOrdered ? number : nil)
            }
            let present = kept == nil ? nil : found.map { rest[$0] }
            if index > 0 { bytes += manner.gap(between: last, and: present) }
            let indent = index > 0 ? manner.indent : ""
            bytes += kept ?? manner.bytes(lines(group, marker: manner.marker(number)), indent: indent)
            if let found { rest.remove(at: found) }
            last = present
        }
        return Region(document: place.document, range: list.range).edit(to: bytes)
    }

    private func replacing(_ lines: [String], in place: SectionPlace) -> [TextEdit] {
        let text = lines.joined(separator: "\n")
        let lists = lists(in: place)
        guard !lists.isEmpty else {
            let blocks = blocks(in: place)
            if blocks.isEmpty, let first = place.contentBlocks.first {
                let start = first.range.lowerBound
                return [
                    TextEdit(
                        start..<start, text.replacing("\n", with: place.ending) + place.ending + place.ending)
                ]
            }
            return place.replacing(blocks, with: text)
        }
        return place.replacing(lists, with: text)
    }

    // MARK: blocks

    /// All but drawings.
    private func blocks(in place: SectionPlace) -> [Block] {
        place.contentBlocks.filter { $0.kind != .fencedCode }
    }

    private func lists(in place: SectionPlace) -> [Block] { place.contentBlocks.filter { $0.kind == .list } }
}

/// How the groups of a list are set apart and marked.
private struct ListManner {
    let indent: String
    private let list: Block
    private let document: MarkdownDocument
    private let ending: String
    private let isLoose: Bool

    /// - Parameter isLoose: whether an empty line parts the groups of a list that has only one yet.
    init(_ list: Block, in place: SectionPlace, isLoose: Bool) {
        (self.list, document, ending) = (list, place.document, place.ending)
        let line = document.lineRange(containing: list.range.lowerBound).lowerBound
        indent = document.text(line..<list.range.lowerBound)
        let items = document.children(of: list)
        self.isLoose = items.count > 1 ? !list.isTight : isLoose
    }

    func marker(_ number: Int) -> String {
        let sign = String(UnicodeScalar(list.marker))
        return list.isOrdered ? "\(number)\(sign) " : "\(sign) "
    }

    func bytes(_ lines: [String], indent: String) -> [UInt8] {
        let all = lines.enumerated().map { ($0.offset == 0 ? indent : self.indent) + $0.element }
        return Array(all.joined(separator: ending).utf8)
    }

    /// What stands between two groups that were neighbours, else what the list uses.
    func gap(between first: NestedGroup?, and second: NestedGroup?) -> [UInt8] {
        if let second, let first {
            let between =
                first.item.range.upperBound..<max(first.item.range.upperBound, second.item.range.lowerBound)
            let isNext =
                document.children(of: list).contains { between.contains($0.range.lowerBound) } == false
            if isNext, !between.isEmpty { return Array(document.bytes[between]) }
        }
        return Array((ending + (isLoose ? ending : "") + (second == nil ? "" : indent)).utf8)
    }
}

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

/// An item of a group: a line, and what stands below it in a list of its own.
enum NestedItem {
    /// Nil where anything else than paragraphs and a list stands in the item.
    static func text(of item: Block, in document: MarkdownDocument) -> String? {
        let blocks = document.children(of: item)
        guard blocks.first?.kind == .paragraph || blocks.isEmpty else { return nil }
        let below = blocks.drop { $0.kind == .paragraph }
        guard below.isEmpty || below.count == 1 && below.first?.kind == .list else { return nil }
        return tidy(withoutComments(document.itemText(item)))
    }

    /// The item as it reads back.
    static func canonical(_ text: String) -> String {
        let lines = tidy(Escaping.normalized(text)).split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first else { return "" }
        let below = lines.dropFirst().map { Escaping.blockLines(String($0)) }
        return ([Escaping.itemLine(String(first))] + below).joined(separator: "\n")
    }

    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
    }

    /// The words on one line, and a list below them on its own.
    private static func tidy(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.trimmed.isEmpty }
        let words = lines.enumerated().prefix { $0.offset == 0 || !isListed($0.element) }.map(\.element)
        let below = lines.dropFirst(words.count).map { line in
            var kept = line
            while let last = kept.last, last == " " || last == "\t" { kept.removeLast() }
            return String(kept)
        }
        return ([words.map(\.trimmed).joined(separator: " ")] + below).joined(separator: "\n")
    }

    private static func isListed(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " }
        if ["- ", "* ", "+ "].contains(where: text.hasPrefix) { return true }
        let digits = text.prefix(while: \.isNumber)
        return !digits.isEmpty && [". ", ") "].contains { text.dropFirst(digits.count).hasPrefix($0) }
    }
}
