import Forms
import Guides
import LosslessMarkdown
import TestSupport
import Testing

@Suite("The guides that come with the program") struct BuiltInGuideTests {
    private static let names = Repository.files(in: "Prompts").filter { $0.hasSuffix(".yml") }.map {
        String($0.dropLast(4))
    }

    @Test(arguments: names) func everyQuestionHasWhatItNeeds(_ name: String) throws {
        for section in try TestGuides.guide(name).sections where !section.isOnDemand {
            let isAsked = !section.questions.isEmpty && section.level > 1
            #expect(!isAsked || !section.why.isEmpty, "\(section.id) says why it is asked")
            for question in section.questions {
                let id = "\(section.id).\(question.field.id)"
                #expect(!question.ask.isEmpty && !question.hint.isEmpty && !question.example.isEmpty, "\(id)")
                #expect(question.ask.contains { "?.:".contains($0) }, "\(id) is a sentence")
                #expect(question.field.placeholder.isEmpty || isOpen(question), "\(id) starts open")
            }
        }
    }

    /// The short questions, of the coach and within the whys and the fishbone, are the guide's as well.
    @Test(arguments: names) func theShortQuestionsAreItsOwn(_ name: String) throws {
        let text = Repository.text("Prompts/\(name).yml")
        for key in ["factor", "vague", "owner", "due", "proposed-due", "measure", "seen"] {
            #expect(text.contains("\n  \(key): "), "coach has '\(key)'")
        }
        let forms = try TestGuides.guide(name).sections.map(\.form)
        let phrasings = forms.compactMap { ($0 as? FiveWhysForm)?.phrasing }
        let whys = try #require(phrasings.first)
        #expect(![whys.askNext, whys.askMore, whys.askEvidence, whys.askEnding].contains(""))
        let fishbones = forms.compactMap { $0 as? FishboneForm }
        let fishbone = try #require(fishbones.first)
        #expect(!fishbone.askCategory.isEmpty)
    }

    private func isOpen(_ question: Question) -> Bool {
        placeholder(in: question.field.placeholder, choices: [question.field.choices]) != nil
    }

    @Test(arguments: names) func everyQuestionIsAskedOnce(_ name: String) throws {
        let guide = try TestGuides.guide(name)
        let asked = guide.stops.flatMap(\.questions)
        #expect(Set(asked).count == asked.count)
        let onDemand = guide.sections.filter(\.isOnDemand).map(\.id)
        #expect(Set(asked) == Set(guide.questionIDs.filter { !onDemand.contains($0.section) }))
    }

    /// A document can grow from the short guide to the standard one without retyping.
    @Test func theShortGuideAsksQuestionsOfTheStandardOne() throws {
        let standard = Set(try TestGuides.standard().questionIDs)
        for id in try TestGuides.short().questionIDs { #expect(standard.contains(id), "\(id)") }
    }

    @Test func theEssentialQuestionsFitAMeeting() throws {
        let questions = try TestGuides.standard().sections.flatMap(\.questions)
        #expect((25...30).contains(questions.count(where: \.isEssential)))
    }

    /// Factors before the primary cause, and the quick summary last.
    @Test func describesFirstAndConfirmsLast() throws {
        let asked = try TestGuides.standard().stops.flatMap(\.questions).map { "\($0)" }
        func place(_ id: String) throws -> Int {
            try #require(asked.firstIndex { $0.hasPrefix(id) }, "\(id)")
        }
        #expect(try place("five-whys") < place("root-cause.factors"))
        #expect(try place("root-cause.factors") < place("root-cause.primary-cause"))
        #expect(try place("timeline") < place("actions"))
        #expect(asked.last?.hasPrefix("quick-summary") == true)
    }
}
