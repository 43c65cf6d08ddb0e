import TerminalIO
import Testing

@Suite("The line that tells how far work has come") struct ProgressLineTests {
    /// What a terminal was given while files were read at some moments.
    private func written(_ moments: [(seconds: Double, done: Int)], cleared: Bool = false) -> [String] {
        let now = Box(0.0)
        let said = Box([String]())
        var line = ProgressLine(
            { "\($0) of 1000 files" }, clock: { now.value }, put: { said.value.append($0) })
        for moment in moments {
            now.value = moment.seconds
            line.show(moment.done)
        }
        if cleared { line.clear() }
        return said.value
    }

    @Test func shortWorkSaysNothing() {
        #expect(written([(0.2, 300), (0.7, 800), (1.0, 1000)], cleared: true) == [])
    }

    @Test func longWorkIsToldTenTimesASecondAtMost() {
        #expect(
            written([(0.9, 10), (1.1, 20), (1.15, 30), (1.25, 40)]) == [
                "\r20 of 1000 files", "\r40 of 1000 files",
            ])
    }

    @Test func itIsBlankedBeforeAReport() {
        #expect(
            written([(1.5, 120), (1.7, 9)], cleared: true) == [
                "\r120 of 1000 files", "\r9 of 1000 files  ",
                "\r" + String(repeating: " ", count: 17) + "\r",
            ])
    }
}

private final class Box<Value> {
    var value: Value

    init(_ value: Value) { self.value = value }
}
