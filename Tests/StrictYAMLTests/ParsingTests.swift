import StrictYAML
import Testing

@Suite("YAML files are read strictly") struct ParsingTests {
    private func read(_ text: String) -> (node: YAMLNode?, problems: [YAMLProblem]) {
        parse(YAMLSource(name: "own.yml", text: text))
    }

    @Test func everyScalarStaysTheTextItIs() throws {
        let node = try #require(read("[14:05, NO, 0777, 1e3, 1.10, 2026-11-23, ~, 'a b', \"c\\u00e9\"]").node)
        #expect(
            node.items?.map(\.text) == ["14:05", "NO", "0777", "1e3", "1.10", "2026-11-23", "~", "a b", "cé"])
    }

    @Test(arguments: [
        ("a: &x 1\nb: *x", "anchors are not read"), ("a: !own 1", "tags such as"),
        ("<<: {a: 1}", "merge keys"),
        ("a: 1\na: 2", "stands twice"), ("", "empty"), ("a: [1", "own.yml:"),
    ]) func whatCouldMeanMoreThanItShowsIsRefused(_ text: String, _ expected: String) {
        let result = read(text)
        #expect(result.problems.first.map { $0.headline.contains(expected) } == true, "\(result.problems)")
    }

    @Test func anAliasBombCostsNothing() {
        let levels = (1...9).map {
            "l\($0): &l\($0) [*l\($0 - 1), *l\($0 - 1), *l\($0 - 1), *l\($0 - 1), *l\($0 - 1), *l\($0 - 1)]"
        }
        #expect(!read((["l0: &l0 x"] + levels).joined(separator: "\n")).problems.isEmpty)
    }

    @Test func deepNestingIsRefused() {
        #expect(
            read(String(repeating: "[", count: 200) + String(repeating: "]", count: 200)).problems.first?
                .message.contains("deeper") == true)
    }

    @Test func jsonIsRead() throws {
        let node = try #require(
            read("{\"version\": 1, \"answers\": {\"a\": [\"x\", \"\\u00e9 \\\"q\\\"\"]}}").node)
        #expect(node["version"]?.text == "1")
        #expect(node["answers"]?["a"]?.items?.map(\.text) == ["x", "é \"q\""])
    }

    @Test func aProblemPointsAtItsPlace() {
        let source = YAMLSource(name: "Prompts/own.yml", text: "name: x\nform: tabel\n")
        let problem = YAMLProblem(
            file: source.name, mark: YAMLMark(line: 2, column: 7), message: "unknown form 'tabel'")
        #expect(
            problem.rendered(in: source) == """
                Prompts/own.yml:2:7: error: unknown form 'tabel'
                  2 | form: tabel
                    |       ^
                """)
    }

    @Test func anEncodedTreeReadsBack() throws {
        let node = try #require(read("a: [x, {b: é}]\nc: |\n  two\n  lines\n").node)
        let copy = YAMLNode(decoding: node.encoded)
        #expect(copy.encoded == node.encoded)
        #expect(copy["c"]?.text == "two\nlines\n")
        #expect(copy["a"]?.items?[1]["b"]?.mark == YAMLMark(line: 1, column: 12))
    }
}
