import Forms
import Testing

@Suite("Headings are known however they are written") struct HeadingNameTests {
    @Test(arguments: [
        ("3. Résumé:", "résumé"), ("Re\u{301}sume\u{301}", "Résumé"),
        ("WHAT  WENT **wrong**", "What went wrong"),
        ("Detection & Response", "detection and response"), ("Section 5: Impact", "impact"), ("影響 ", "影響"),
    ])
    func same(_ heading: String, _ name: String) {
        let (one, other) = (HeadingName(heading), HeadingName(name))
        #expect(one == other && one.hashValue == other.hashValue)
    }

    @Test(arguments: [("Résumé", "Resume"), ("Impact", "Impacts"), ("影響", "影")])
    func different(_ heading: String, _ name: String) { #expect(HeadingName(heading) != HeadingName(name)) }
}
