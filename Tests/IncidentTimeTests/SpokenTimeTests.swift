import IncidentTime
import Testing

/// A sentence as words; enough for these tests, as the real reader lives with the document.
private func words(_ text: String) -> [ProseWord] {
    var pieces: [(text: String, isJoined: Bool)] = []
    var previous: Character = " "
    var kind = 0
    for character in text {
        let now =
            character.isNumber || kind == 1 && ":.".contains(character)
            ? 1 : character.isLetter || "'’".contains(character) ? 2 : character == " " ? 0 : 3
        if now == 0 {
            kind = 0
        } else if now == kind, now != 3 {
            pieces[pieces.count - 1].text.append(character)
        } else {
            pieces.append((String(character), previous != " "))
            kind = now
        }
        previous = character
    }
    return pieces.map { text, isJoined in
        ProseWord(text.lowercased(), isUppercase: text.allSatisfy(\.isUppercase), isJoined: isJoined)
    }
}

@Suite("Times of day in sentences") struct SpokenClockTests {
    @Test(
        arguments: [
            ("15:30 UTC", [930], "UTC"), ("3:30 pm", [930], nil), ("3.30 pm", [930], nil),
            ("3pm", [900], nil), ("1530 UTC", [930], "UTC"),
            ("half past three", [210, 930], nil), ("quarter to four", [225, 945], nil),
            ("ten past two", [130, 850], nil),
            ("five o'clock", [300, 1020], nil), ("15h30", [930], nil), ("12:05 am", [5], nil),
            ("a quarter past one", [75, 795], nil),
            ("14:30 CEST", [870], "CEST"), ("twenty to five", [280, 1000], nil),
        ] as [(String, [Int], String?)])
    func read(_ text: String, _ minutes: [Int], _ zone: String?) throws {
        let clock = try #require(SpokenClock(words(text)[...]))
        #expect(clock.candidates == minutes)
        #expect(clock.zone == zone)
    }

    @Test(arguments: [
        "3.30", "1530", "five to ten minutes", "25:10", "3", "half of them", "ten to twelve users", "4.17",
    ])
    func noTime(_ text: String) { #expect(SpokenClock(words(text)[...]) == nil) }
}

@Suite("Lengths of time in sentences") struct SpokenDurationTests {
    @Test(
        arguments: [
            ("about an hour", 60, .about), ("2+ hours", 120, .atLeast), ("an hour and a half", 90, .exact),
            ("within 2 minutes", 2, .atMost),
            ("90-minute", 90, .exact), ("ninety minutes", 90, .exact), ("two and a half hours", 150, .exact),
            ("half an hour", 30, .exact),
            ("1 hour 18 minutes", 78, .exact), ("1h 20min", 80, .exact), ("less than a minute", 1, .atMost),
            ("at least three hours", 180, .atLeast),
            ("a quarter of an hour", 15, .exact), ("twenty-five minutes", 25, .exact),
            ("one and a half hours", 90, .exact), ("1.5 hours", 90, .exact),
            ("an hour and twenty minutes", 80, .exact), ("just under an hour", 60, .exact),
            ("over two days", 2880, .atLeast),
        ] as [(String, Double, TimeSpan.Bound)])
    func read(_ text: String, _ minutes: Double, _ bound: TimeSpan.Bound) throws {
        let duration = try #require(SpokenDuration(words(text)[...]))
        #expect(duration.longest == minutes)
        #expect(duration.bound == bound)
    }

    /// A little less is no little more.
    @Test(arguments: [
        ("just under an hour", 45.0, 60.0), ("nearly two hours", 90, 120), ("just over an hour", 60, 78),
        ("a good half hour", 30, 39), ("a full half hour", 30, 30), ("1 hour 55", 115, 115),
    ])
    func leansToOneSide(_ text: String, _ shortest: Double, _ longest: Double) throws {
        let duration = try #require(SpokenDuration(words(text)[...]))
        #expect((duration.shortest, duration.longest) == (shortest, longest))
        #expect(duration.count == words(text).count)
    }

    @Test func aRangeHasTwoEnds() throws {
        let duration = try #require(SpokenDuration(words("10 to 15 minutes")[...]))
        #expect(duration.shortest == 10)
        #expect(duration.longest == 15)
    }

    @Test(arguments: ["a few minutes", "several hours", "two customers", "30 pods", "an error", "5 m"])
    func noLength(_ text: String) { #expect(SpokenDuration(words(text)[...]) == nil) }
}

@Suite("Cells of a timeline") struct TimelineCellTests {
    @Test(arguments: [
        ("14:30", 870, 870), ("~14:30", 865, 875), ("14:20–14:35", 860, 875), ("14:20 to 14:35", 860, 875),
        ("14:30 +1d", 2310, 2310),
        ("Next Day", 1440, 2879), ("Next Day 09:00", 1980, 1980), ("14:30 CET", 870, 870),
        ("between 14:20 and 14:35", 860, 875),
        ("about 9:05", 540, 550), ("23:50–00:10", 1430, 1450), ("2:30 pm", 870, 870),
        ("14:30 (UTC)", 870, 870),
    ])
    func read(_ text: String, _ earliest: Int, _ latest: Int) {
        let moment = IncidentMoment(text)
        #expect(moment.earliest == earliest)
        #expect(moment.latest == latest)
    }

    @Test func oneSideMayBeOpen() {
        #expect(IncidentMoment("before 14:00").latest == 840)
        #expect(IncidentMoment("before 14:00").earliest == nil)
        #expect(IncidentMoment("after 14:00").earliest == 840)
    }

    @Test func dateAndZoneAreKept() {
        let moment = IncidentMoment("2026-03-29 14:30 CEST")
        #expect(moment.date == CalendarDate(year: 2026, month: 3, day: 29))
        #expect(moment.zone == "CEST")
        #expect(IncidentMoment("14:30 Europe/Berlin").zone == "Europe/Berlin")
        #expect(IncidentMoment("14:30 UTC+2").zone == "UTC+2")
    }

    @Test(arguments: ["", "-", "soon", "25:10", "in the morning", "HH:MM"]) func noTime(_ text: String) {
        #expect(IncidentMoment(text).sortKey == nil)
    }
}
