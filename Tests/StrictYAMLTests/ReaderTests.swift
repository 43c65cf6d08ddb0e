import StrictYAML
import Testing

@Suite("Decoding tells all problems at once") struct ReaderTests {
    private enum Key: String, CaseIterable { case name, form, count, tags, open }
    private enum Form: String, CaseIterable { case table, list }

    @Test func everyProblemIsTold() throws {
        let node = try #require(
            parse(
                YAMLSource(
                    name: "own.yml",
                    text: """
                        nam: x
                        form: tabel
                        count: many
                        tags: {a: b}
                        open: maybe
                        """)
            ).node)
        let reader = YAMLReader(file: "own.yml")
        let map = try #require(reader.mapping(node, keys: Key.self, of: "guide"))
        _ = (
            map.requiredString(.name), map.choice(.form, as: Form.self), map.int(.count), map.strings(.tags),
            map.bool(.open)
        )
        #expect(
            reader.problems.map(\.headline) == [
                "own.yml:1:1: error: unknown key 'nam' in guide; did you mean 'name'?",
                "own.yml:1:1: error: guide needs 'name'",
                "own.yml:2:7: error: unknown form 'tabel'; did you mean 'table'?",
                "own.yml:3:8: error: 'count' of guide is a whole number",
                "own.yml:4:7: error: 'tags' of guide is a list of texts",
                "own.yml:5:7: error: 'open' of guide is true or false",
            ])
    }

    @Test func aSingleTextIsAListOfOne() throws {
        let node = try #require(parse(YAMLSource(name: "own.yml", text: "tags: one")).node)
        let reader = YAMLReader(file: "own.yml")
        #expect(reader.mapping(node, keys: Key.self, of: "guide")?.strings(.tags) == ["one"])
        #expect(reader.problems.isEmpty)
    }
}
