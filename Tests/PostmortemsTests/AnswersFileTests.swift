import Forms
import Guides
import LosslessMarkdown
import Postmortems
import StrictYAML
import TestSupport
import Testing

@Suite("Answers files") struct AnswersFileTests {
    @Test(arguments: [
        "2026-03-02-checkout-latency", "2026-02-11-build-queue", "2026-04-14-label-printers",
        "2026-05-17-seed-freezers", "2026-06-09-night-buses",
    ])
    func aDocumentMadeByTheProgramComesBackByteForByte(_ sample: String) throws {
        let postmortem = try Samples.postmortem(sample)
        let made = AnswersFile(postmortem).applied(to: .blank(postmortem.guide))
        #expect(made.problems == [])
        #expect(
            String(decoding: made.postmortem.document.bytes, as: UTF8.self)
                == String(decoding: postmortem.document.bytes, as: UTF8.self))
    }

    @Test(arguments: Samples.names) func whatIsExportedIsExportedAgain(_ sample: String) throws {
        let first = AnswersFile(try Samples.postmortem(sample))
        let made = first.applied(to: .blank(try Samples.postmortem(sample).guide))
        #expect(made.problems == [])
        #expect(AnswersFile(made.postmortem) == first)
    }

    @Test(arguments: ["2026-03-02-checkout-latency", "2026-05-17-seed-freezers", "2026-06-09-night-buses"])
    func theSampleAnswersMakeTheSampleDocument(_ sample: String) throws {
        let name = "Samples/\(sample)"
        let node = try #require(
            StrictYAML.parse(YAMLSource(name: name, text: Repository.text("\(name).answers.yml"))).node)
        let read = AnswersFile.read(AnswerValue(node))
        #expect(read.problems == [])
        let made = try #require(read.file).applied(to: .blank(try TestGuides.standard()))
        #expect(made.problems == [])
        #expect(
            String(decoding: made.postmortem.document.bytes, as: UTF8.self) == Repository.text("\(name).md"))
    }

    /// The comments beside a field, an item, a cell and a paragraph, of which two share their words.
    @Test func whatWasKeptIsKeptAgain() throws {
        var postmortem = Postmortem.blank(try TestGuides.standard())
        let answers: [(String, FormContent)] = [
            ("user-impact.users", .text("careless about 300")),
            ("successes.items", .list(["Calm: they were careless", "Two: things"])),
            ("timeline.discovery", .table([TableRecord(["14:05", "a careless row", "-", "Ana"])])),
            ("quick-summary.text", .text("It began early.\n\nSomebody was careless.")),
        ]
        for (name, content) in answers {
            guard let id = QuestionID(name), case .changed(let next) = postmortem.setting(id, to: content)
            else { return _ = Issue.record("\(name) takes no answer") }
            postmortem = next
        }
        for reason in ["their word", "said twice"] {
            for (name, _) in answers {
                let id = try #require(QuestionID(name))
                let place = try #require(postmortem.reading(id).place)
                let text = postmortem.document.text(place)
                let words = try #require(text.range(of: "careless"))
                let offset =
                    place.lowerBound + text.utf8.distance(from: text.startIndex, to: words.lowerBound)
                postmortem = try #require(postmortem.keeping("character", reason: reason, at: offset))
            }
        }
        let file = AnswersFile(postmortem)
        #expect(file.kept.count == 8)
        let made = file.applied(to: .blank(postmortem.guide))
        #expect(made.problems == [])
        #expect(
            String(decoding: made.postmortem.document.bytes, as: UTF8.self)
                == String(decoding: postmortem.document.bytes, as: UTF8.self))
        let read = AnswersFile.read(
            .map([
                .init("guide", .text(file.guide)), .init("answers", file.answers),
                .init("kept", file.keptValue),
            ]))
        #expect(read.file == file)
        #expect(read.problems == [])
    }

    /// Two rows, items and paragraphs read alike, and the finding was kept beside the second; a third time beside both.
    @Test(arguments: [[2], [1, 2], [2, 2], [3]]) func ofEqualWordsTheSameOnesKeepTheirComment(_ beside: [Int])
        throws
    {
        let row = { TableRecord([$0, "a careless row", "-", "Ana"]) }
        let paragraph = "Somebody was careless."
        let answers: [(String, FormContent)] = [
            ("timeline.discovery", .table([row("14:05"), row("14:06"), row("14:07")])),
            (
                "successes.items",
                .list(["Calm: careless", "Two: things", "Calm: careless", "Calm: careless"])
            ),
            (
                "quick-summary.text",
                .text([paragraph, paragraph, "Then.", paragraph].joined(separator: "\n\n"))
            ),
        ]
        var postmortem = Postmortem.blank(try TestGuides.standard())
        for (name, content) in answers {
            let id = try #require(QuestionID(name))
            guard case .changed(let next) = postmortem.setting(id, to: content) else {
                return _ = Issue.record("\(name) takes no answer")
            }
            postmortem = next
            for (index, number) in beside.enumerated() {
                let place = try #require(postmortem.reading(id).place)
                let word = try #require(
                    postmortem.document.text(place).ranges(of: "careless").dropFirst(number - 1).first)
                let text = postmortem.document.text(place)
                let offset = text.utf8.distance(from: text.startIndex, to: word.lowerBound)
                postmortem = try #require(
                    postmortem.keeping("character", reason: "said \(index)", at: place.lowerBound + offset))
            }
        }
        let file = AnswersFile(postmortem)
        // Files from before there was an occurrence mean the first.
        let written = beside.map { $0 == 1 ? nil : String($0) }
        #expect(file.keptValue.items?.map { $0["occurrence"]?.text } == answers.flatMap { _ in written })
        let root: AnswerValue = .map([
            .init("guide", .text(file.guide)), .init("answers", file.answers), .init("kept", file.keptValue),
        ])
        let made = try #require(AnswersFile.read(root).file).applied(to: .blank(postmortem.guide))
        #expect(made.problems == [])
        #expect(made.postmortem.document.bytes == postmortem.document.bytes)
    }

    /// What a comment can stand beside, in documents of many hands, it stands beside again.
    @Test(arguments: Samples.names) func commentsFindTheirPlacesAgain(_ sample: String) throws {
        let postmortem = try Samples.postmortem(sample)
        var commented = postmortem
        for (index, block) in postmortem.document.blocks.enumerated().reversed() where index % 10 == 4 {
            let place = block.range.lowerBound
            commented = commented.keeping("character", reason: "\(index)", at: place) ?? commented
        }
        let kept = AnswersFile(commented).kept
        #expect(kept.count > 2)
        let made = AnswersFile(commented).applied(to: .blank(postmortem.guide))
        #expect(made.problems == [])
        let places = { (kept: [KeptComment]) in Set(kept.map { "\($0.question) \($0.reason)" }) }
        #expect(places(AnswersFile(made.postmortem).kept) == places(kept))
    }

    @Test func whatCannotBeKeptIsToldWithItsPlace() throws {
        let entry = { (keys: [(String, String)]) -> AnswerValue in
            .map(
                [
                    .init("answer", .text("quick-summary.text")), .init("text", .text("We were careless")),
                    .init("category", .text("character")),
                ].filter { known in !keys.contains { $0.0 == known.key } }
                    + keys.map { .init($0.0, .text($0.1)) })
        }
        let problems = { (kept: AnswerValue) throws -> [String] in
            let read = AnswersFile.read(
                .map([
                    .init(
                        "answers",
                        .map([.init("quick-summary", .map([.init("text", .text("We were careless"))]))])),
                    .init("kept", kept),
                ]))
            return read.problems
                + (try #require(read.file).applied(to: .blank(try TestGuides.standard())).problems)
        }
        #expect(try problems(.list([entry([])])) == [])
        #expect(try problems(.text("")) == [])
        #expect(
            try problems(entry([])) == [
                "kept: expected a list of entries with 'answer', 'text', 'category' and 'reason'"
            ])
        #expect(
            try problems(
                .list([
                    .text("calm"), entry([("reson", "x")]), entry([("occurrence", "none")]), entry([]),
                ])) == [
                    "kept[0]: it has 'answer' (SECTION.QUESTION), 'text', 'category' and 'reason'",
                    "kept[1]: unknown key 'reson'; did you mean 'reason'?",
                    "kept[2]: 'occurrence' is a whole number from 1 on: which of equal texts it is",
                ])
        #expect(
            try problems(
                .list([
                    entry([("text", "We were careful")]), entry([("occurrence", "2")]),
                    entry([("answer", "quick-summary.txet")]),
                    entry([("answer", "successes.items")]),
                ])) == [
                    "kept[0]: 'quick-summary.text' has no cell, item or paragraph that reads 'We were careful'",
                    "kept[1]: 'quick-summary.text' has 'We were careless' 1 time, so there is no occurrence 2",
                    "kept[2]: unknown question 'quick-summary.txet'",
                    "kept[3]: 'successes.items' has no cell, item or paragraph that reads 'We were careless'",
                ])
    }

    @Test func whatIsUnknownIsNamedWithItsPlace() throws {
        let answers: AnswerValue = .map([
            .init("version", .text("1")), .init("guide", .text("standard")),
            .init(
                "answers",
                .map([
                    .init("sumary", .map([])),
                    .init("summary", .map([.init("strat", .text("x")), .init("date", .list([]))])),
                    .init(
                        "timeline", .map([.init("discovery", .list([.map([.init("Tiem", .text("14:00"))])]))])
                    ),
                    .init("quick-summary", .text("all of it in one text")),
                    .init(
                        "five-whys",
                        .map([
                            .init(
                                "chain",
                                .map([
                                    .init(
                                        "chains",
                                        .map([
                                            .init(
                                                "happened",
                                                .map([
                                                    .init("question", .text("Why?")),
                                                    .init(
                                                        "causes",
                                                        .list([
                                                            .map([
                                                                .init("text", .text("one key")),
                                                                .init("evidnce", .text("the drawer")),
                                                            ])
                                                        ])),
                                                ]))
                                        ]))
                                ]))
                        ])),
                ])),
        ])
        let file = try #require(AnswersFile.read(answers).file)
        #expect(
            file.applied(to: .blank(try TestGuides.standard())).problems == [
                "answers.sumary: unknown section; did you mean 'summary'?",
                "answers.summary.strat: unknown question; did you mean 'start'?",
                "answers.summary.date: expected a text",
                "answers.timeline.discovery: unknown column 'Tiem'; the columns are Time, Event, Action Taken, Actor",
                "answers.quick-summary: expected its questions, each with an answer",
                "answers.five-whys.chain: unknown key 'evidnce', did you mean 'evidence'?",
            ])
    }
}
