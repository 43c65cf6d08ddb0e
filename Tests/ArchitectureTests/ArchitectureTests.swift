import Foundation
import TestSupport
import Testing

/// A source file of the program.
private struct SourceFile {
    let path: String
    let lines: [Substring]

    var module: String { String(path.split(separator: "/")[1]) }

    var imports: Set<String> {
        Set(
            lines.compactMap {
                $0.prefixMatch(of: /(?:@testable |package |public )?import ([A-Za-z]+)/).map { String($0.1) }
            })
    }

    /// Lines that are no comment.
    var code: [Substring] { lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") } }

    func mentions(_ words: Regex<Substring>) -> Bool { code.contains { $0.firstMatch(of: words) != nil } }

    static let all: [SourceFile] = {
        let names = FileManager.default.subpaths(atPath: Repository.path("Sources")) ?? []
        return names.sorted().filter { $0.hasSuffix(".swift") }.map { name in
            let path = "Sources/\(name)"
            return SourceFile(
                path: path,
                lines: Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false))
        }
    }()
}

@Suite("The house stands as it was drawn") struct ArchitectureTests {
    @Test func onlyStrictYAMLReadsYAML() {
        #expect(SourceFile.all.filter { $0.imports.contains("Yams") }.map(\.module).unique == ["StrictYAML"])
    }

    /// What the interview and everything below it is made of does no input or output.
    @Test(arguments: [
        "Consistency", "Diagnostics", "DisplayText", "Forms", "Guides", "IncidentTime", "InterviewEngine",
        "LosslessMarkdown", "Postmortems",
        "Rendering", "StrictYAML", "Wording",
    ])
    func doesNoInputOrOutput(_ module: String) {
        let files = SourceFile.all.filter { $0.module == module }
        #expect(!files.isEmpty)
        for file in files {
            #expect(
                file.imports.isDisjoint(with: ["Glibc", "Darwin", "Foundation", "FoundationEssentials"]),
                "\(file.path)")
            #expect(
                !file.mentions(/\b(?:print|readLine|fopen|FileHandle|FileManager|contentsOf)\(/),
                "\(file.path)"
            )
        }
    }

    @Test func onlyTheProgramReadsTheClock() {
        let clocks =
            /\b(?:Date\(\)|Date\.now|time\(nil\)|time\(&|gettimeofday|CLOCK_REALTIME|SystemClock|localtime_r)/
        let readers = SourceFile.all.filter { $0.mentions(clocks) }.map(\.module).unique
        #expect(readers.filter { $0 != "debrief" } == [])
    }

    @Test func onlyDocumentStorageAndTheProgramTouchDocuments() {
        let calls = /\b(?:rename|renameat|csystem_exchange|unlink|fsync|ftruncate|mkstemp)\(/
        let touching = SourceFile.all.filter { $0.mentions(calls) }.map(\.module).unique
        #expect(Set(touching).isSubset(of: ["DocumentStorage", "TerminalIO", "debrief", "embed-prompts"]))
        #expect(touching.contains("DocumentStorage"))
    }

    @Test func onlyTheProgramDecidesTheExitStatus() {
        let exits = /\b(?:exit|_exit|ExitCode)\(|ExitStatus\./
        let leaving = SourceFile.all.filter { $0.mentions(exits) }.map(\.module).unique
        #expect(Set(leaving).isSubset(of: ["debrief", "embed-prompts", "TerminalIO"]), "\(leaving)")
    }

    @Test func noFileIsTooLongToRead() {
        for file in SourceFile.all {
            #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test(arguments: ["Core", "Utils", "Utilities", "Manager", "Helper", "Helpers", "Common", "Misc"])
    func nothingIsCalledAfterNothing(_ word: String) {
        for file in SourceFile.all {
            let name = file.path.split(separator: "/").last!.dropLast(6)
            #expect(!name.hasSuffix(word) && file.module != word, "\(file.path)")
        }
    }

    /// A target lists what its files import, nothing more.
    @Test func thePackageListsWhatIsImported() throws {
        let manifest = Repository.text("Package.swift")
        for module in Set(SourceFile.all.map(\.module)) where module != "EmbedPromptsPlugin" {
            let target = try #require(
                manifest.firstRange(of: "arget(\n            name: \"\(module)\"")
                    ?? manifest.firstRange(of: "arget(name: \"\(module)\""), "\(module)")
            let rest = manifest[target.upperBound...]
            let declaration = rest[..<(rest.firstRange(of: "arget(")?.lowerBound ?? rest.endIndex)]
            let listed = Set(declaration.matches(of: /"([A-Za-z]+)"/).map { String($0.1) })
            let files = SourceFile.all.filter { $0.module == module }
            let ours = Set(SourceFile.all.map(\.module)).union([
                "CEditline", "CSystem", "CCommonMark", "Yams", "ArgumentParser",
            ])
            let imported = files.reduce(into: Set<String>()) { $0.formUnion($1.imports) }.intersection(ours)
            #expect(imported.subtracting(listed) == [], "\(module) imports what Package.swift does not list")
        }
    }

    /// The map names each module, and no other.
    @Test func theMapNamesEveryModule() {
        let map = Repository.text("Sources/README.md")
        for module in Repository.files(in: "Sources") where module != "README.md" {
            #expect(map.contains(module), "\(module)")
        }
    }
}

extension [String] {
    fileprivate var unique: [String] { Set(self).sorted() }
}
