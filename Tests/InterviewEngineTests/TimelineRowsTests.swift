import BuiltInPrompts
import Forms
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing
import Wording

@testable import InterviewEngine

@Suite("Rows of a timeline as they are typed while a room talks") struct TimelineRowsTests {
    /// A conversation at the first table of the timeline, in an incident of today, or of another day.
    private static func atTimeline(on day: String = "2026-03-02") throws -> Conversation {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto summary.date")
        talk.type(day)
        talk.type(":goto discovery")
        return talk
    }

    private static func rows(_ talk: Conversation, _ id: String = "timeline.discovery") -> [String] {
        guard case .table(let rows)? = talk.answer(id) else { return [] }
        return rows.map { RowSyntax.line(of: $0.cells) }
    }

    @Test(arguments: ["10:10 | trams stop", "10:10 | trams stop | -"])
    func aWholeRowIsNoCellOfTheRowBefore(_ short: String) throws {
        var talk = try Self.atTimeline()
        talk.type(short)
        #expect(talk.prompt?.label.hasPrefix("Discovery Phase · ") == true)
        talk.type("10:12 | drivers call | calls taken | drivers")
        talk.type("1014 | power room joins | - | duty lead")
        #expect(
            Self.rows(talk) == [
                "10:10 | trams stop | - | -", "10:12 | drivers call | calls taken | drivers",
                "10:14 | power room joins | - | duty lead",
            ])
    }

    /// A row keeps the zone it was told in, and stands where its moment belongs.
    @Test func aRowInAnotherZoneFindsItsPlace() throws {
        var talk = try Self.atTimeline()
        talk.type(":goto summary.start")
        talk.type("21:00 UTC")
        talk.type(":goto discovery")
        for line in [
            "21:10 | trams stop | - | -", "21:40 | trams run | - | -", "23:20 CEST | a driver calls | - | -",
        ] {
            talk.type(line)
        }
        #expect(
            Self.rows(talk) == [
                "21:10 | trams stop | - | -", "23:20 CEST | a driver calls | - | -",
                "21:40 | trams run | - | -",
            ])
    }

    /// A log in another zone, pasted among rows in UTC.
    @Test func aSourceInAnotherZoneIsNamedOnce() throws {
        var talk = try Self.atTimeline()
        for line in [
            "21:10 | trams stop | - | -", "21:40 | trams run | - | -", ":zone cest", "23:20 a driver calls",
            "~23:30 +0d | the bridge is clear | - | -", ":zone off", "+5m | all quiet | - | -",
        ] { talk.type(line) }
        #expect(
            Self.rows(talk) == [
                "21:10 | trams stop | - | -", "23:20 CEST | a driver calls | - | -",
                "~23:30 CEST +0d | the bridge is clear | - | -", "23:35 CEST +0d | all quiet | - | -",
                "21:40 | trams run | - | -",
            ], "\(talk.said())")
    }

    @Test(arguments: [
        ("ist", "has several meanings"), ("berlin", "no zone"), ("", "the document's own, UTC"),
    ])
    func aZoneThatCannotBeMeantIsAskedAbout(_ name: String, _ said: String) throws {
        var talk = try Self.atTimeline()
        talk.type(":zone \(name)")
        #expect(talk.said().contains(said), "\(talk.said())")
    }

    /// A dash between the time and the words is no part of them.
    @Test(arguments: ["10:10 - trams stop", "10:10 – trams stop", "10:10: trams stop", "10am - trams stop"])
    func whatSetsTheTimeOffIsLeftOut(_ line: String) throws {
        var talk = try Self.atTimeline()
        talk.type(line)
        #expect(Self.rows(talk).first?.hasSuffix(" | trams stop | - | -") == true, "\(Self.rows(talk))")
    }

    /// Twenty hours on is another day, though the clock alone would be earlier on the same.
    @Test func aLongStepGoesOnToTheNextDay() throws {
        var talk = try Self.atTimeline()
        for line in ["22:10 | trams stop | - | -", "+20h | trams run | - | -", "+30m | all quiet | - | -"] {
            talk.type(line)
        }
        #expect(
            Self.rows(talk) == [
                "22:10 | trams stop | - | -", "18:10 +1d | trams run | - | -",
                "18:40 +1d | all quiet | - | -",
            ])
    }

    /// A morning time behind rows past midnight may be of either day; it is asked once.
    @Test func aTimeBeforeAllRowsBehindOneAfterMidnightIsAskedAbout() throws {
        var talk = try Self.atTimeline()
        for time in ["09:30", "23:50", "00:20"] { talk.type("\(time) | it is \(time) | - | -") }
        talk.type("08:15 | trams run | - | -")
        #expect(talk.said().contains("the morning after is '08:15 +1d'"), "\(talk.said())")
        talk.type("08:15 +1d | trams run | - | -")
        #expect(Self.rows(talk).last == "08:15 +1d | trams run | - | -")
    }

    /// Where a day is asked for, several words before a bar are another action.
    @Test func aRowOfFewCellsTypedAtADayIsARowOfItsOwn() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":coach off")
        talk.type(":goto actions.immediate")
        talk.type("Void the double invoices | Ana")
        #expect(talk.prompt?.label.hasSuffix("Due Date") == true, "\(talk.prompt?.label ?? "")")
        talk.type("Name the jobs to hold | Dana | in two days")
        let rows = Self.rows(talk, "actions.immediate")
        #expect(rows.count == 2 && rows[0].contains("Void the double invoices | Ana"), "\(rows)")
        #expect(rows.last?.contains("Name the jobs to hold | Dana | 2026-03-04") == true, "\(rows)")
    }

    /// The cells that are left, with words where a day or one of a few words is asked for, are asked about.
    @Test(arguments: [
        ("Void the double invoices | Ana", "end of quarter | Pending"),
        ("Void the double invoices | Ana", "end of quarter | Open"),
        ("Void the double invoices | Ana | 2026-03-04", "Blocked on vendor | High"),
    ])
    func theRestOfARowIsNoRowOfItsOwn(_ row: String, _ rest: String) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [":coach off", ":goto actions.immediate", row, rest] { talk.type(line) }
        #expect(talk.prompt?.prefill == rest, "\(talk.said())")
        talk.type(rest)
        let rows = Self.rows(talk, "actions.immediate")
        #expect(rows.count == 1 && rows[0].contains(rest.prefix { $0 != "|" }), "\(rows)")
    }

    /// Words that were refused as a row are on no line of the row that came instead.
    @Test func aRefusedRowIsNoCellOfTheNext() throws {
        var talk = try Self.atTimeline()
        let refused = "half past nothing | snapshot taken"
        talk.type(refused)
        #expect(talk.prompt?.prefill == refused)
        talk.type(refused + "2026-03-01 23:50 | snapshot taken")
        #expect(talk.prompt?.label == "Discovery Phase · Action Taken")
        #expect(talk.prompt?.prefill == "")
    }

    /// It does not stay behind in silence.
    @Test func aRowThatIsLeftHalfFilledIsNamed() throws {
        var talk = try Self.atTimeline()
        talk.type("10:10 | trams stop")
        let mark = talk.lines.count
        talk.type(":skip")
        #expect(talk.said(since: mark).contains("Row 1 keeps what it has; ':row 1' there fills the rest."))
    }

    /// The line of a chat or a pager, with the time it was sent in brackets.
    @Test(arguments: [
        ("[20:41] tom: crews at Marsh Green", "20:41"), ("[20:41:05] tom: crews at Marsh Green", "20:41"),
        ("(20:41) tom: crews at Marsh Green", "20:41"),
        ("[20:41 UTC] tom: crews at Marsh Green", "20:41 UTC"),
        ("[2026-03-01 20:41:05] tom: crews at Marsh Green", "2026-03-01 20:41"),
        ("[01.03.2026, 20:41:05] tom: crews at Marsh Green", "2026-03-01 20:41"),
        ("20:41:05 tom: crews at Marsh Green", "20:41"),
    ])
    func aTimeInBracketsIsATime(_ line: String, _ time: String) throws {
        var talk = try Self.atTimeline()
        talk.paste(line + "\n" + "[20:44] ines: no leak so far")
        #expect(
            Self.rows(talk) == [
                "\(time) | tom: crews at Marsh Green | - | -", "20:44 | ines: no leak so far | - | -",
            ], "\(talk.said())")
    }

    @Test func aNumberBehindATimeIsNoZone() throws {
        var talk = try Self.atTimeline()
        talk.type("21:12 -14 on the lobby screen")
        talk.type("23:14 +02:00 | the clocks differ | - | -")
        #expect(
            Self.rows(talk) == [
                "21:12 | -14 on the lobby screen | - | -", "23:14 +02:00 | the clocks differ | - | -",
            ], "\(talk.said())")
    }

    /// Typed without looking, where a finding about the row before is asked about.
    @Test func aRowTypedAtAFindingIsARow() throws {
        var talk = Conversation(
            .blank(try TestGuides.standard()),
            reviewer: Reviewer(WordingChecker(decoding: BuiltInPrompts.wordingRules)))
        for line in [
            ":goto discovery", "22:19 | the operator forgot to update the list | - | -",
            "22:40 interlock released by hand", "22:50 | key found | - | -",
        ] { talk.type(line) }
        #expect(
            Self.rows(talk).map { String($0.prefix(5)) } == ["22:19", "22:40", "22:50"], "\(talk.said())")
    }

    @Test(arguments: ["(10:30 graph) error rate peaks at 15 %", "[1:30 ratio of gates] to clerks"])
    func wordsInBracketsAreNoTime(_ words: String) throws {
        var talk = try Self.atTimeline()
        talk.type("10:10")
        talk.type(words)
        #expect(Self.rows(talk).first?.contains(words) == true, "\(talk.said())")
    }

    /// The last cell of a row is asked for when the next row comes.
    @Test(arguments: [false, true]) func moreCellsThanAreLeftAreARow(_ isPiped: Bool) throws {
        var talk = Conversation(.blank(try TestGuides.standard()), isPiped: isPiped)
        talk.type(":goto discovery")
        talk.type("17:30 low pressure | nothing to be seen")
        talk.type("1835 log says steady | ticked | operator")
        talk.type("18:40 | crew is sent")
        if !isPiped { talk.type("18:50 | crew is there") }
        if !isPiped { talk.type("1432 customers told | help desk") }
        #expect(
            Self.rows(talk) == [
                "17:30 | low pressure | nothing to be seen | -",
                "18:35 | log says steady | ticked | operator",
            ]
                + (isPiped
                    ? ["18:40 | crew is sent |  | "]
                    : [
                        "18:40 | crew is sent | - | -",
                        "18:50 | crew is there | 1432 customers told | help desk",
                    ]),
            "\(talk.said())")
    }

    @Test func aTimeWhereWordsAreAskedForIsARow() throws {
        var talk = try Self.atTimeline()
        talk.type("10:10 | trams stop")
        talk.type("10:12 drivers call")
        talk.type("10:20 | power is back")
        talk.type("1432 passengers are told")
        talk.type("")
        #expect(
            Self.rows(talk) == [
                "10:10 | trams stop | - | -", "10:12 | drivers call | - | -",
                "10:20 | power is back | 1432 passengers are told | -",
            ])
    }

    @Test func linesThatAreRowsMayBePastedThere() throws {
        var talk = try Self.atTimeline()
        talk.type("10:10 | trams stop")
        talk.paste("10:12 drivers call\n10:14 power room joins")
        #expect(Self.rows(talk).count == 3)
    }

    @Test func whatALineWithCellsFilledIsShown() throws {
        var talk = try Self.atTimeline()
        talk.type("10:10 | trams stop")
        talk.type("ran ps aux | grep redis")
        #expect(talk.lines.contains("Row 1: 10:10 | trams stop | ran ps aux | grep redis"))
    }

    @Test func cellsOfOneLineAreTakenBackTogether() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto actions.immediate")
        for line in ["Switch the feed over", "Ann | 2026-03-03", ":undo"] { talk.type(line) }
        #expect(talk.prompt?.label.hasSuffix("· Owner") == true)
    }

    /// Whatever its bars, a line of a script is the cell that it stands for.
    @Test func aScriptFillsCellByCell() throws {
        var talk = Conversation(.blank(try TestGuides.standard()), isPiped: true)
        for line in [":goto discovery", "10:10 | trams stop", "ran a | b | c", "duty lead", ""] {
            talk.type(line)
        }
        #expect(Self.rows(talk) == ["10:10 | trams stop | ran a \\| b \\| c | duty lead"])
    }

    @Test func wordsCorrectARowWithoutItsOtherCells() throws {
        var talk = try Self.atTimeline()
        talk.type("09:14 | b | looked | Ann")
        talk.type(":row 1")
        talk.type("09:44 feed is down")
        #expect(Self.rows(talk) == ["09:44 | feed is down | looked | Ann"])
    }

    @Test(arguments: [
        ("14:05 DB down", "14:05 | DB down | - | -"), ("14:05 UTC down", "14:05 UTC | down | - | -"),
        ("2:05 PM API slow", "14:05 | API slow | - | -"),
    ]) func capitalsAreAZoneOnlyWhereOneIsCalledSo(_ line: String, _ row: String) throws {
        var talk = try Self.atTimeline()
        talk.type(line)
        #expect(Self.rows(talk) == [row])
    }

    @Test func theRestOfARowMayComeOnOneLine() throws {
        var talk = try Self.atTimeline()
        talk.type("10:10 | trams stop")
        talk.type("power is switched over | duty lead")
        #expect(Self.rows(talk) == ["10:10 | trams stop | power is switched over | duty lead"])
        #expect(talk.prompt?.label == "Discovery Phase 2")
    }

    @Test func moreCellsThanARowHasLeftComeBack() throws {
        var talk = try Self.atTimeline()
        talk.type("10:10 | trams stop")
        talk.type("one | two | three")
        #expect(talk.prompt?.prefill == "one | two | three")
        let problem = "3 cells for what is left of the row (Action Taken, Actor)"
        #expect(talk.lines.contains { $0.hasPrefix(problem) })
    }

    @Test func anActionTypedWholeIsNoOwner() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto actions.immediate")
        talk.type("Switch the feed over")
        talk.type("Put the probe back | Ann | 2026-03-03 | done | high")
        let rows = Self.rows(talk, "actions.immediate").map { $0.split(separator: " | ").map(String.init) }
        #expect(rows.map { $0[1] } == ["Switch the feed over", "Put the probe back"])
        #expect(rows.map { $0[2] } == ["-", "Ann"])
    }

    @Test func aTimeAndWordsMayStandBeforeTheFirstBar() throws {
        var talk = try Self.atTimeline()
        talk.type("01:20 new certificate requested | sent the form | on-call engineer")
        #expect(Self.rows(talk) == ["01:20 | new certificate requested | sent the form | on-call engineer"])
    }

    @Test func aTimeAndWordsAreARow() throws {
        var talk = try Self.atTimeline()
        talk.type("10:10 trams stop")
        talk.type("+4m power room joins")
        #expect(Self.rows(talk) == ["10:10 | trams stop | - | -", "10:14 | power room joins | - | -"])
        #expect(talk.prompt?.label == "Discovery Phase 3")
    }

    @Test func aBarThatIsMeantIsEscapedInACellOfItsOwnToo() throws {
        var talk = try Self.atTimeline()
        talk.type("10:10 | trams stop")
        talk.type("ran `a \\| b`")
        talk.type("duty lead")
        #expect(Self.rows(talk) == ["10:10 | trams stop | ran `a \\| b` | duty lead"])
    }

    @Test func aGuessStandsWhereItSays() throws {
        var talk = try Self.atTimeline()
        talk.paste("9:12 | a | - | x\n~9:17 | b | - | x\n09:20 | c | - | x")
        talk.type("0914 | d | - | x")
        talk.type("~9:18 | e | - | x")
        #expect(
            Self.rows(talk).map { String($0.prefix { $0 != " " }) } == [
                "09:12", "09:14", "~09:17", "~09:18", "09:20",
            ])
    }

    @Test func aCorrectedTimeMovesItsRow() throws {
        var talk = try Self.atTimeline()
        talk.paste("9:12 | a | - | x\n9:14 | b | - | x\n09:20 | c | - | x")
        talk.type(":row 2")
        talk.type("09:44 | b | - | x")
        #expect(Self.rows(talk).last == "09:44 | b | - | x")
        #expect(talk.lines.contains { $0.hasPrefix("Row 3: 09:44") })
        talk.type(":row 1")
        talk.type("9:12 | a, at last | - | x")
        #expect(Self.rows(talk).first == "09:12 | a, at last | - | x")
    }

    /// Written by hand, and the same time in the program's own way.
    @Test func aCorrectedWordMovesNoRow() throws {
        let table =
            "| Time | Event | Action Taken | Actor |\n|---|---|---|---|\n| 9:14 | A | - | - |\n| 9:14 | B | - | - |\n"
        let text = "# Incident Postmortem: Trams\n\n## Timeline\n\n### Discovery Phase\n\n" + table
        var talk = Conversation(Postmortem(MarkdownDocument(text), guide: try TestGuides.standard()))
        talk.type(":goto discovery")
        talk.type(":row 1")
        talk.type("9:14 | A, at last | - | -")
        #expect(Self.rows(talk) == ["09:14 | A, at last | - | -", "9:14 | B | - | -"])
    }

    @Test func nowIsTodayInAnIncidentOfAnotherDay() throws {
        var talk = try Self.atTimeline(on: "2026-02-27")
        talk.type("23:50 | trams stop | - | x")
        talk.type("now | the report is asked for | - | x")
        #expect(Self.rows(talk).last == "2026-03-02 16:20 | the report is asked for | - | x")
    }

    @Test func rowsOfANightAreInOrderHoweverTheyCome() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [":goto summary.date", "2026-03-01", "23:40", "03:05", ":goto users"] { talk.type(line) }
        talk.type(":timeline 00:20 the ward calls the help desk")
        talk.type(":goto discovery")
        talk.type("23:40 the certificate expires")
        talk.type("~23:55 | first pager stays silent | - | -")
        #expect(
            Self.rows(talk).map { String($0.prefix { $0 != " " }) } == ["23:40", "~23:55", "00:20"])
    }

    @Test func aRowThatIsThereIsTold() throws {
        var talk = try Self.atTimeline()
        for _ in 1...2 { talk.type("10:10 trams stop") }
        #expect(talk.lines.last { $0.hasPrefix("Row 2") }?.contains("':drop 2' takes this one out") == true)
    }

    @Test func theEndCountsFromTheStart() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto summary.start")
        talk.type("9:05")
        talk.type("+40m")
        #expect(talk.answer("summary.end") == .text("09:45 UTC"))
    }
}
