import IncidentTime
import Testing

@Suite("Days and times that there are not") struct ImpossibleMomentTests {
    @Test(arguments: [
        ("31 April 2026", "31 April"), ("Feb 30, 2026", "Feb 30"), ("2026-02-30", "2026-02-30"),
        ("2026-02-30T14:00Z", "2026-02-30"), ("31.11.2026", "31.11.2026"), ("11/31/2026", "11/31/2026"),
        ("14:20-25:10", "25:10"), ("14:20–14:75", "14:75"), ("25:99", "25:99"),
        ("28 Feb – 31 Apr 2026", "31 Apr"), ("29 Feb 2026", "29 Feb"),
    ])
    func seen(_ text: String, _ what: String) { #expect(ImpossibleMoment.first(in: text) == what) }

    @Test(arguments: [
        "28 Feb – 31 Mar 2026", "30 September – 31 October 2026", "2 Feb, 30 minutes after the deploy",
        "29 Feb", "24:00", "14:20-15:10", "2026-02-28T14:00Z", "31.12.2026", "12/31/2026", "31/12/2026",
        "Mar 3 and Apr 30", "1-2-3", "10:05 +1d",
    ])
    func passed(_ text: String) { #expect(ImpossibleMoment.first(in: text) == nil) }
}
