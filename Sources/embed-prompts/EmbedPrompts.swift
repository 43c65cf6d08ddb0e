import Foundation
import Guides
import StrictYAML
import Wording

/// Checks the prompts and writes them as Swift, so that a program with a broken guide is never built.
///
/// Usage: `embed-prompts OUTPUT FOLDER FILE...`, the files below the folder.
@main
enum EmbedPrompts {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { exit(64) }
        let files = arguments.dropFirst(3).sorted().map { PromptFile(path: $0, folder: arguments[2]) }
        let read = try files.map { try $0.read() }
        let wording = WordingPrompts(zip(files, read).map { ($0.name, $1.node) })
        let problems = read.flatMap(\.problems) + wording.problems
        for problem in problems { FileHandle.standardError.write(Data((problem + "\n").utf8)) }
        guard problems.isEmpty else { exit(1) }
        try source(zip(files, read).map { ($0.name, $1.node?.encoded ?? "") }, wording: wording.encoded)
            .write(
                toFile: arguments[1], atomically: true, encoding: .utf8)
    }

    private static func source(_ files: [(name: String, encoded: String)], wording: String) -> String {
        let cases = files.map { "        case \(literal($0.name)): \(literal($0.encoded))" }.joined(
            separator: "\n")
        let names = files.map { literal($0.name) }.joined(separator: ", ")
        return """
            // Made from Prompts/ by embed-prompts.
            enum EmbeddedPrompts {
                static let names: [String] = [\(names)]

                static let wording: StaticString = \(literal(wording))

                static func tree(_ name: String) -> StaticString? {
                    switch name {
            \(cases)
                    default: nil
                    }
                }
            }

            """
    }

    /// A string literal on one line.
    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}

/// One file below Prompts/.
struct PromptFile {
    let path: String
    let folder: String

    /// The path below the folder, by which the program asks for it.
    var name: String { String(path.dropFirst(folder.count + 1)) }

    /// The tree, or what is wrong with the file.
    func read() throws -> (node: YAMLNode?, problems: [String]) {
        let source = YAMLSource(
            name: "Prompts/\(name)", text: try String(contentsOfFile: path, encoding: .utf8))
        let parsed = StrictYAML.parse(source)
        guard let node = parsed.node, parsed.problems.isEmpty else {
            return (nil, parsed.problems.map { $0.rendered(in: source) })
        }
        return (node, check(node, source).map { $0.rendered(in: source) })
    }

    /// A file in the folder itself is a guide; those in folders below are read by their own modules.
    private func check(_ node: YAMLNode, _ source: YAMLSource) -> [YAMLProblem] {
        if !name.contains("/") { return GuideReader.read(node, file: source.name).problems }
        if name.hasPrefix("wording/lexicon/") { return LexiconPack.read(node, file: source.name).problems }
        return name.hasPrefix("wording/") ? RulePack.read(node, file: source.name).problems : []
    }
}
