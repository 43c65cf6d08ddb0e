import Foundation
import TestSupport
import Testing

@Suite("Rules and words of one's own") struct OwnRulesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(arguments, in: folder.path)
    }

    private let pack = """
        name: ours
        category: omission
        message: "'{words}' tells what a person did not do."
        question: What did they see at that point?
        rules:
          - id: lost-in-chat
            pattern: ⟦never (answered|replied)⟧
            subject: person
            flags:
              - The vendor ⟦never answered⟧ in the channel.
            passes:
              - The endpoint never answered.

        """

    @Test func aPackBesideTheDocumentsSpeaks() throws {
        folder.write(pack, to: ".debrief/wording/ours.yml")
        folder.write("The weaver never replied.\n\nThe loom never replied.\n", to: "a.md")
        folder.write(
            "name: our-people\nclasses:\n  person:\n    nouns: weaver\n", to: ".debrief/wording/words.yml")
        let review = try run("review", "a.md", "--only", "lost-in-chat")
        #expect(review.status == 1)
        #expect(review.output.hasPrefix("a.md:1:12: error: omission"))
        #expect(review.output.contains("'never replied' tells what a person did not do."))
        #expect(!review.output.contains("a.md:3:"), "a loom is no person")
        #expect(try run("rules").output.contains("lost-in-chat"))
        #expect(try run("rules", "--test").status == 0)
    }

    @Test func aPackIsCheckedWithItsExamples() throws {
        folder.write(pack, to: "ours.yml")
        let well = try run("rules", "ours.yml")
        #expect(well.output == "1 rule, 2 examples, no problem\n")
        folder.write(pack.replacing("The endpoint never", with: "The vendor never"), to: "ours.yml")
        let wrong = try run("rules", "ours.yml")
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("ours.yml:"))
        #expect(
            wrong.errors.contains("the rule 'lost-in-chat' marks 'never answered' in a sentence that passes"))
    }

    /// The pack and the word list that the documentation shows.
    @Test func theDocumentedExamplesHold() throws {
        let blocks = Repository.text("Prompts/wording/README.md").components(separatedBy: "```yaml\n")
            .dropFirst()
        #expect(blocks.count == 2)
        for (number, block) in blocks.enumerated() {
            folder.write(String(block.prefix(upTo: block.range(of: "```")!.lowerBound)), to: "\(number).yml")
        }
        #expect(try run("rules", "0.yml", "1.yml").output == "1 rule, 3 examples, no problem\n")
    }

    @Test func aRuleWithoutExamplesIsAFinding() throws {
        let bare =
            pack.split(separator: "\n").prefix { !$0.contains("flags:") }.joined(separator: "\n") + "\n"
        folder.write(bare, to: "ours.yml")
        let run = try run("rules", "ours.yml")
        #expect(run.status == 65)
        #expect(run.errors.contains("lost-in-chat") && run.errors.contains("flags"))
    }

    @Test func allProblemsOfAPackAreToldAtOnce() throws {
        folder.write(
            pack.replacing("category: omission", with: "category: omision").replacing(
                "subject: person", with: "subjekt: person"), to: ".debrief/wording/ours.yml")
        folder.write("All is well.\n", to: "a.md")
        let review = try run("review", "a.md")
        #expect(review.status == 65)
        #expect(review.errors.contains(".debrief/wording/ours.yml:"))
        #expect(review.errors.contains("did you mean 'omission'?"))
        #expect(review.errors.contains(".debrief/wording/ours.yml:8:"))
        #expect(review.errors.contains("did you mean 'subject'?"))
    }

    @Test func aLineIsExplained() throws {
        folder.write("The on-call engineer failed to check it.\n\nThe job failed to start.\n", to: "a.md")
        let told = try run("rules", "--explain", "a.md:1").output
        for part in ["engineer", "failed-to", "person"] { #expect(told.contains(part), "\(part)") }
        let silent = try run("rules", "--explain", "a.md:3").output
        #expect(silent.contains("machine"))
        #expect(try run("rules", "--explain", "a.md:2").output == "There is no prose on line 2.\n")
        #expect(try run("rules", "--explain", "a.md").status == 64)
    }
}

@Suite("Rules that are shared with Vale") struct ValeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func findings(_ rule: String, in text: String) throws -> String {
        folder.write(rule, to: ".debrief/wording/House.yml")
        folder.write(text, to: "a.md")
        return try Program.run(["review", "a.md", "--only", "House"], in: folder.path).output
    }

    @Test func existence() throws {
        let rule =
            "extends: existence\nmessage: \"'%s' is on our list\"\nlevel: error\ntokens:\n  - rock ?stars?\n  - 10x \\w+\n"
        let told = try findings(rule, in: "Our Rock Star fixed it.\n\nA 10x developer, too.\n\nA rock.\n")
        #expect(
            told.contains("'Rock Star' is on our list") && told.contains("'10x developer' is on our list"))
        #expect(told.contains("2 findings: 2 errors."))
    }

    @Test func substitution() throws {
        let rule =
            "extends: substitution\nmessage: \"Use '%s' and not '%s'\"\nlevel: warning\nswap:\n  screw[- ]?up: incident\n"
        let told = try findings(rule, in: "After the screw-up the screwup page was filled in.\n")
        #expect(told.contains("Use 'incident' and not 'screw-up'"))
        #expect(told.contains("incident"))
    }

    /// The parts of `raw` are one expression, and a bar in what to use sets two words to choose from apart.
    @Test func partsAreJoinedAndWordsOffered() throws {
        let raw = "extends: existence\nmessage: \"'%s' is on our list\"\nlevel: error\nraw:\n  - ro\n  - ck\n"
        #expect(try findings(raw, in: "A rock fell.\n").contains("'rock' is on our list"))
        let swap =
            "extends: substitution\nmessage: \"Use '%s' and not '%s'\"\nlevel: warning\nswap:\n  very: really|quite\n"
        #expect(
            try findings(swap, in: "It was very slow.\n").contains("Use 'really or quite' and not 'very'"))
    }

    @Test func occurrence() throws {
        let rule =
            "extends: occurrence\nmessage: \"'%s' once in a sentence is enough\"\nlevel: warning\nmax: 1\ntoken: very\n"
        let told = try findings(rule, in: "It was very, very, very slow.\n\nIt was very slow.\n")
        #expect(told.contains("1 finding: 1 warning."))
    }

    @Test func whatCannotBeReadIsSaid() throws {
        folder.write("extends: existence\nmessage: x\ntokens:\n  - (?<=a)b\n", to: "House.yml")
        let run = try Program.run(["rules", "House.yml"], in: folder.path)
        #expect(run.status == 65)
        #expect(run.errors.contains("House.yml:4:5: error:") && run.errors.contains("(?<=a)b"))
    }

    /// One file a rule, where the rule can be said there; what cannot is named.
    @Test func ourRulesAreWrittenAsAStyle() throws {
        let written = try Program.run(["rules", "--to", "vale", "-o", "styles"], in: folder.path)
        #expect(written.status == 0)
        #expect(written.errors.contains(" rules cannot be said in Vale: "))
        let names = folder.names.filter { $0.hasPrefix("styles/Debrief/") }
        #expect(names.count > 80)
        for name in names {
            let text = folder.text(name)
            #expect(text.hasPrefix("extends: existence\nmessage: '"), "\(name)")
            #expect(text.contains("\ntokens:\n  - '"), "\(name)")
        }
        let again = try Program.run(["rules", "--to", "vale", "-o", "styles"], in: folder.path)
        #expect(again.status == 73, "a style that is there is not written over")
    }
}
