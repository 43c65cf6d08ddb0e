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

    @Test func everyCauseIsDrawnHoweverMany() {
        let names = ["People", "Process", "Technology", "Environment"]
        let groups = names.map { name in
            ContentGroup(name, (1...12).map { "\(name)-\($0) was part of a rather long chain of conditions" })
        }
        let drawing = FishboneDrawing(groups, effect: "Gates refused valid tickets")
        let words = Set(drawing.lines.flatMap { $0.split(separator: " ").map(String.init) })
        for name in names { for number in 1...12 { #expect(words.contains("\(name)-\(number)")) } }
        #expect(drawing.lines.allSatisfy { displayWidth($0) <= 80 })
    }
}
