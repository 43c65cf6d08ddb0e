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
                ])),
        ])
        let file = try #require(AnswersFile.read(answers).file)
        #expect(
            file.applied(to: .blank(try TestGuides.standard())).problems == [
                "answers.sumary: unknown section; did you mean 'summary'?",
                "answers.summary.strat: unknown question; did you mean 'start'?",
                "answers.summary.date: expected a text",
                "answers.timeline.discovery: unknown column 'Tiem'; the columns are Time, Event, Action Taken, Actor",
            ])
    }
}
