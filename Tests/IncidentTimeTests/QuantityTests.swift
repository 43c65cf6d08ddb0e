import IncidentTime
import Testing

@Suite("Numbers as people write them") struct QuantityTests {
    @Test(arguments: [
        ("10,000", 10_000.0, ""), ("10 000", 10_000, ""), ("1,234,567", 1_234_567, ""), ("99.9 %", 99.9, "%"),
        ("99.9%", 99.9, "%"),
        ("12k", 12_000, ""), ("12K", 12_000, ""), ("$1.5M", 1_500_000, "$"), ("€ 20", 20, "€"),
        ("200 ms", 200, "ms"), ("200ms", 200, "ms"),
        ("500/min", 500, "/min"), ("~300", 300, ""), ("< 5 s", 5, "s"), ("-3", -3, ""), ("−3", -3, ""),
        ("+3", 3, ""), ("0", 0, ""),
        ("1,5", 15, ""), ("3 of 4", 3, "of"), ("2.5 requests", 2.5, "requests"), ("45.", 45, ""),
        ("10 MB", 10, "mb"), ("5B", 5_000_000_000, ""),
    ])
    func areRead(_ text: String, _ value: Double, _ unit: String) {
        if text == "1,5" {
            return #expect(Quantity(text)?.value != 15, "a comma before one digit groups nothing")
        }
        #expect(Quantity(text) == Quantity(value: value, unit: unit))
    }

    @Test(arguments: ["", "many", "-", "~", "%", "$", ".", ",", "XX,XXX", "$XX", "k"])
    func otherTextIsNoNumber(_ text: String) {
        #expect(Quantity(text) == nil)
    }

    @Test(arguments: [
        ("200 ms", "5 s", "+2400%"), ("200 ms", "5,000 ms", "+2400%"), ("10,000", "500", "-95%"),
        ("0.1 %", "45 %", "+44.9 pp"),
        ("99.9 %", "42 %", "-57.9 pp"), ("100", "100", "+0%"), ("1k", "2,000", "+100%"),
        ("2 min", "120 s", "+0%"), ("-5", "5", "+200%"),
        ("3", "2", "-33%"), ("0 %", "15 %", "+15 pp"), ("0", "15 %", "+15 pp"), ("2.0 m/s", "0", "-100%"),
    ])
    func changeFromOneToTheOther(_ normal: String, _ during: String, _ expected: String) {
        #expect(Change.text(from: normal, to: during) == expected)
    }

    @Test(arguments: [
        ("0", "5"), ("200 ms", "5 %"), ("normal", "5"), ("5", ""), ("5 GB", "5 TB"), ("-18 °C", "-7 °C"),
    ])
    func nothingIsSaidOfOthers(_ normal: String, _ during: String) {
        #expect(Change.text(from: normal, to: during) == nil)
    }

    @Test(
        arguments: [
            ("0", "5", "nothing can be said relative to zero"),
            ("200 ms", "5 %", "the two have different units"),
            ("2", "4", nil), ("normal", "5", nil),
        ] as [(String, String, String?)])
    func whatStandsInTheWayIsSaid(_ normal: String, _ during: String, _ problem: String?) {
        #expect(Change.problem(from: normal, to: during) == problem)
    }

    @Test(arguments: ["1e999", "9999999999999999999999999999999999", "0.0000000000000000001"])
    func hugeNumbersBreakNothing(_ text: String) {
        _ = Change.text(from: text, to: "1")
        _ = Change.text(from: "1", to: text)
        _ = Change.text(from: "0.000000000000000000000001", to: "99999999999999999999999999999999")
    }
}
