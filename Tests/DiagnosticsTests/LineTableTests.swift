import Diagnostics
import Testing

@Suite("Lines and columns") struct LineTableTests {
    @Test func everyLineEndCounts() {
        let bytes = Array("a\nbb\r\ncc\rd".utf8)
        let table = LineTable(bytes)
        #expect((0..<4).map { table.range(of: $0, in: bytes) } == [0..<1, 2..<4, 6..<8, 9..<10])
        #expect(table.position(of: 7, in: bytes) == LinePosition(line: 3, column: 2, byteColumn: 2))
    }

    @Test func countingOnFromAKnownPlaceGivesTheSame() {
        let bytes = Array("é日本👩‍💻x\nyé z\r\n".utf8)
        let table = LineTable(bytes)
        for first in 0...bytes.count {
            let known = (offset: first, position: table.position(of: first, in: bytes))
            for second in first...bytes.count {
                #expect(
                    table.position(of: second, after: known, in: bytes)
                        == table.position(of: second, in: bytes))
            }
        }
    }
}
