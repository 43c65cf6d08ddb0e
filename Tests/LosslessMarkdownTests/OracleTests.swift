import Foundation
import LosslessMarkdown
import TestSupport
import Testing

@Suite("The scanner reads blocks as libcmark-gfm does") struct OracleTests {
    private static let folder = "Tests/LosslessMarkdownTests/Corpus"

    @Test(arguments: Repository.files(in: folder)) func everyDocumentOfTheCorpus(_ name: String) {
        check(Repository.bytes("\(Self.folder)/\(name)"), name)
    }

    @Test(arguments: Repository.files(in: "Samples").filter { $0.hasSuffix(".md") })
    func everySample(_ name: String) {
        check(Repository.bytes("Samples/\(name)"), name)
    }

    /// Other line endings must not change what is read.
    @Test(arguments: Repository.files(in: folder), ["\r\n", "\r"])
    func everyDocumentWithOtherLineEndings(_ name: String, _ ending: String) {
        let text = Repository.text("\(Self.folder)/\(name)").replacing("\r\n", with: "\n").replacing(
            "\r", with: "\n")
        check(Array(text.replacing("\n", with: ending).utf8), name)
    }

    /// DEBRIEF_ORACLE_DOCUMENTS asks for more than the few that every run tries.
    @Test(arguments: 0..<4) func generatedDocuments(_ part: UInt64) {
        let asked = ProcessInfo.processInfo.environment["DEBRIEF_ORACLE_DOCUMENTS"].flatMap(UInt64.init)
        let count = (asked ?? 2000) / 4
        var known: [KnownDifference: Int] = [:]
        for seed in (part * count)..<((part + 1) * count) {
            var generator = DocumentGenerator(seed: seed)
            let comparison = check(generator.document(), "seed \(seed)")
            for difference in comparison.known { known[difference, default: 0] += 1 }
        }
        #expect(known.values.reduce(0, +) < Int(count) / 4, "most documents need no exception: \(known)")
    }

    /// Each exception has a document that shows it, and is none any more when the two agree on it.
    @Test(arguments: KnownDifference.allCases) func everyExceptionIsOne(_ difference: KnownDifference) {
        #expect(Comparison(Array(difference.example.utf8)).known == [difference])
    }

    @discardableResult private func check(_ bytes: [UInt8], _ name: String) -> Comparison {
        let comparison = Comparison(bytes)
        #expect(comparison.scanner == comparison.oracle, "\(name)")
        #expect(comparison.otherLines == [], "\(name)")
        return comparison
    }
}

extension KnownDifference {
    fileprivate var example: String {
        switch self {
        case .frontMatter: "---\ntitle: words\n---\n"
        case .boxInText: "-\n  12! [x] words\n"
        case .boxInAnotherContainer: "> - [x] words\n"
        case .boxStateOfTheLine: "- [ ] words [x]\n"
        case .ruleInAnItem: "* ---\n\n  words\n"
        case .underlineBelowDefinitions: "[x]: /url\n---\n"
        case .indentedDefinition: "- [x]: /url\n [y]: /url\n"
        case .escapedLineEnd: "[x]: <\\\nb>\n"
        case .indentedBar: "- words\n ||\n  |-\n"
        case .tableOfAHeader: "- a |\n  :-|\n- words\n"
        }
    }
}
