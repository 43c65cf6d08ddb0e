import LosslessMarkdown
import Testing

@testable import Wording

/// Who does what: the subject of the marked verb.
@Suite struct SubjectsTests {
    @Test(arguments: [
        ("Ana, our DBA, ⟦forgot⟧ the flag.", "third"),
        ("The engineer, who was new, ⟦forgot⟧ the flag.", "third"),
        ("The fitter who hung the sensor ⟦forgot⟧ the label.", "third"),
        ("The script that the fitter had started ⟦failed⟧ twice.", "machine"),
        ("The job that the operator started ⟦failed⟧ again.", "machine"),
        ("The restart of the service by the vendor ⟦failed⟧ twice.", "thing"),
        ("Ana restarted the broker and ⟦forgot⟧ the flag.", "third"),
        ("During the deploy the engineer ⟦forgot⟧ the flag.", "third"),
        ("In the morning Ana ⟦forgot⟧ the flag.", "third"),
        ("The owner of the service ⟦forgot⟧ the flag.", "third"),
        ("Our team ⟦forgot⟧ the flag.", "own"),
        ("The pods restarted but they ⟦failed⟧ to connect.", "machine"),
        ("The health check ⟦failed⟧ twice.", "machine"),
        ("One of the reviewers ⟦forgot⟧ the flag.", "third"),
        ("⟦Forgot⟧ to rotate the key.", "none"),
        ("Nobody on the team ⟦noticed⟧ it.", "everyone"),
        ("Whoever ⟦merged⟧ this checked the notes.", "everyone"),
        ("Whoever merged this ⟦forgot⟧ the notes.", "third"),
        ("Whoever was on call that night ⟦forgot⟧ the flag.", "third"),
        ("Whoever merged this did not ⟦run⟧ the tests.", "third"),
        ("Whoever merged that change ⟦forgot⟧ the notes.", "third"),
        ("Whoever wrote the script that cleans the cache ⟦forgot⟧ the flag.", "third"),
        ("Whoever saw that it had stopped ⟦forgot⟧ to say so.", "third"),
        ("Whoever was on duty when the alarm rang ⟦ignored⟧ it.", "third"),
        ("Whoever was on call after lunch ⟦forgot⟧ the flag.", "third"),
        ("Whoever then owned the cache ⟦forgot⟧ the flag.", "third"),
        ("Whoever merged the fix and tested it ⟦forgot⟧ the flag.", "third"),
        ("We paged whoever owned the service because the script ⟦failed⟧ to check the lock.", "machine"),
        ("Whoever deployed it saw that the script ⟦forgot⟧ the flag.", "machine"),
        ("Whoever deployed it saw that scripts ⟦ignored⟧ the flag.", "machine"),
        ("The alert reached whoever was on call while the pipeline ⟦neglected⟧ the backlog.", "machine"),
        ("The alert reached whoever was on call and the pipeline ⟦neglected⟧ the backlog.", "machine"),
        ("We told whoever had merged it after the script ⟦forgot⟧ the flag.", "machine"),
        ("Whoever owned the cache did not know why the nightly job ⟦neglected⟧ the backlog.", "machine"),
        ("Whoever was on call, the pager ⟦failed⟧ to ring.", "machine"),
        ("The Kubernetes operator ⟦failed⟧ twice.", "machine"),
        ("Change 4412 ⟦removed⟧ the index.", "machine"),
        ("The pump driver ⟦forgot⟧ its calibration.", "machine"),
        ("The crane driver ⟦forgot⟧ the hook.", "third"),
        ("The helpdesk agent ⟦forgot⟧ the ticket.", "third"),
        ("The log agent ⟦forgot⟧ the last line.", "machine"),
        ("The licensing people ⟦forgot⟧ the form.", "third"),
        ("Most people ⟦forgot⟧ the form.", "everyone"),
        ("The team \"Atlas\" ⟦forgot⟧ the flag.", "third"),
        ("The job \"nightly\" ⟦failed⟧ twice.", "machine"),
        ("The vendor's \"expert\" ⟦restarted⟧ it.", "thing"),
        ("Technician, half asleep, ⟦reseats⟧ the blade.", "third"),
        ("Fixed the flag, ⟦restarted⟧ the pod.", "none"),
        ("During the night, ⟦restarted⟧ the pod.", "none"),
        ("The tollkeeper ⟦forgot⟧ the flag.", "third"),
        ("Two draughtswomen ⟦forgot⟧ the flag.", "third"),
        ("The shorthand ⟦failed⟧ twice.", "thing"),
        ("IT ⟦forgot⟧ the flag.", "third"),
        ("It ⟦forgot⟧ the flag.", "thing"),
        ("THE JOB RAN AND IT ⟦FORGOT⟧ THE FLAG.", "thing"),
        ("Acme Hosting ⟦failed⟧ twice.", "name"),
        ("The Hosting ⟦failed⟧ twice.", "thing"),
        ("Appointing a manager ⟦helped⟧ a lot.", "thing"),
    ])
    func subject(_ picture: String, _ kind: String) throws {
        let marked = picture.drop { $0 != "⟦" }.dropFirst().prefix { $0 != "⟧" }
        let text = picture.replacing("⟦", with: "").replacing("⟧", with: "")
        var found: SubjectKind?
        Packs.checker.eachSentence(in: MarkdownDocument(text), within: nil, WordingContext(), all: true) {
            sentence, prose, _, _ in
            for index in sentence.tokens.indices
            where String(decoding: prose.bytes[sentence.tokens[index].range], as: UTF8.self) == marked {
                found = SubjectFinder(sentence: sentence).subject(of: index).kind
            }
        }
        #expect(found?.rawValue == kind)
    }

    @Test func namesThatTheDocumentListsArePeople() {
        let document = MarkdownDocument("Xqwyz broke the build.")
        #expect(Packs.checker.findings(in: document, WordingContext()).isEmpty)
        #expect(Packs.checker.findings(in: document, WordingContext(people: ["Xqwyz Tarn"])).count == 1)
    }

    /// A role, a team, a given name or a firm that is a system here; of a name of several words the whole of it.
    @Test(arguments: [
        ("Support failed to check the queue.", "Support", 0),
        ("Clara forgot the flag.", "Clara", 0),
        ("Clara Silva forgot the flag.", "Atlas", 1),
        ("Cloudflare forgot to tell us.", "Cloudflare", 0),
        ("Vitrum forgot the flag.", "Vitrum", 0),
        ("The Order Desk failed to check the queue.", "Order Desk", 0),
        ("The help desk failed to check the queue.", "Order Desk", 1),
        ("The Ops's night crew failed to check the queue.", "Ops", 1),
        ("The Atlas gateway failed to check the queue.", "Order Gateway", 0),
    ])
    func whatIsDeclaredToBeASystemIsNobody(_ text: String, _ system: String, _ count: Int) {
        let context = WordingContext(systems: [system], flagsNames: false)
        #expect(Packs.checker.findings(in: MarkdownDocument(text), context).count == count)
    }

    @Test func aSystemsNameIsNobodysName() {
        let document = MarkdownDocument("Clara merged the rows.")
        let context = WordingContext(people: ["Clara Silva"], systems: ["Clara"], flagsNames: true)
        #expect(Packs.checker.findings(in: document, context).isEmpty)
    }

    @Test func namesAreToldOnlyWhereTheyAreUnwanted() {
        let document = MarkdownDocument("Ana Silva merged the fix.")
        #expect(Packs.checker.findings(in: document, WordingContext()).isEmpty)
        let strict = Packs.checker.findings(in: document, WordingContext(flagsNames: true))
        #expect(strict.map { document.text($0.span.range) } == ["Ana Silva"])
        let field = MarkdownDocument(
            "**Incident Commander:** Ana Silva\n\nThe lead, Ana Silva, restarted it.\n")
        let told = Packs.checker.findings(in: field, WordingContext(flagsNames: true))
        #expect(told.map { field.position(of: $0.span.range.lowerBound).line } == [3])
        let signed = WordingContext(sections: [(0..<30, "people")], flagsNames: true)
        #expect(Packs.checker.findings(in: document, signed).isEmpty)
    }
}
