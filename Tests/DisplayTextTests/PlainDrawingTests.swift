import DisplayText
import Testing

@Suite("Drawings in plain characters") struct PlainDrawingTests {
    @Test(arguments: [
        ("a │ b", "a | b"), ("──┼──", "--+--"), ("├─ x", "|- x"), ("└─ x", "`- x"), ("┌┬┐╰━╯║", "++++-+|"),
        ("a b", "a b"),
    ]) func keepTheirShape(_ drawn: String, _ plain: String) {
        #expect(plainDrawing(drawn) == plain)
    }
}
