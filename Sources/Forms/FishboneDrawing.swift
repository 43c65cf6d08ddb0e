import DisplayText

/// A fishbone of plain characters in 80 columns: bones above and below a spine that points at the effect.
package struct FishboneDrawing: Sendable {
    private let groups: [ContentGroup]
    private let effect: String

    private static let boneWidth = 27
    private static let effectWidth = 20
    private static let bonesPerSide = 2

    package init(_ groups: [ContentGroup], effect: String = "") {
        self.groups = groups
        self.effect = effect
    }

    package var lines: [String] {
        let perFish = Self.bonesPerSide * 2
        let parts = stride(from: 0, to: groups.count, by: perFish).map {
            Array(groups[$0..<min($0 + perFish, groups.count)])
        }
        let drawn = parts.enumerated().map { index, part in fish(part, isLast: index == parts.count - 1) }
        return Array(drawn.joined(separator: [""]))
    }

    /// The upper bones, the spine and the lower bones.
    private func fish(_ bones: [ContentGroup], isLast: Bool) -> [String] {
        let upper = Array(bones.prefix((bones.count + 1) / 2))
        let lower = Array(bones.dropFirst(upper.count))
        return sideBySide(upper.map(text), alignBottom: true) + ribs(upper.count, "\\", offsets: [7, 8])
            + spine(isLast: isLast)
            + (lower.isEmpty
                ? []
                : ribs(lower.count, "/", offsets: [8, 7]) + sideBySide(lower.map(text), alignBottom: false))
    }

    private func text(_ bone: ContentGroup) -> [String] {
        wrap(bone.name.uppercased(), to: Self.boneWidth - 2)
            + bone.items.flatMap { item in
                wrap(item.replacing("\n", with: " "), to: Self.boneWidth - 4).enumerated().map {
                    ($0.offset == 0 ? "- " : "  ") + $0.element
                }
            }
    }

    private func sideBySide(_ columns: [[String]], alignBottom: Bool) -> [String] {
        let height = columns.map(\.count).max() ?? 0
        let filled = columns.map { column -> [String] in
            let blank = Array(repeating: "", count: height - column.count)
            return alignBottom ? blank + column : column + blank
        }
        return (0..<height).map { row in
            trimmedEnd("  " + filled.map { padded($0[row], to: Self.boneWidth) }.joined())
        }
    }

    private func ribs(_ count: Int, _ stroke: String, offsets: [Int]) -> [String] {
        offsets.map { offset in
            trimmedEnd(
                "  "
                    + (0..<count).map { _ in
                        padded(String(repeating: " ", count: offset) + stroke, to: Self.boneWidth)
                    }.joined())
        }
    }

    private func spine(isLast: Bool) -> [String] {
        let line = "  " + String(repeating: "=", count: Self.boneWidth * Self.bonesPerSide)
        guard isLast else { return [line] }
        let words = effect.isEmpty ? ["Effect"] : wrap(effect, to: Self.effectWidth)
        let indent = String(repeating: " ", count: line.count + 3)
        return [line + "> " + words[0]] + words.dropFirst().map { indent.dropLast() + $0 }
    }

    private func wrap(_ text: String, to width: Int) -> [String] {
        let lines = wrapped(StyledText(text), width: width).map(\.text)
        return lines.isEmpty ? [""] : lines
    }

    private func trimmedEnd(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
