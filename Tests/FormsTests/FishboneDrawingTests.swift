import DisplayText
import Forms
import Testing

@Suite("A fishbone is drawn in 80 columns") struct FishboneDrawingTests {
    @Test func longNamesAreWrappedAndStandApart() {
        let drawing = FishboneDrawing([
            ContentGroup("Agreements with suppliers of every kind", ["one key"]),
            ContentGroup("Technology", ["no clock"]), ContentGroup("People", ["two on call"]),
        ])
        #expect(
            drawing.lines.prefix(3) == [
                "  AGREEMENTS WITH SUPPLIERS",
                "  OF EVERY KIND              TECHNOLOGY",
                "  - one key                  - no clock",
            ])
        #expect(drawing.lines.allSatisfy { displayWidth($0) <= 80 })
    }
}
