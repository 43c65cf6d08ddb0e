import Diagnostics
import LosslessMarkdown
import Testing

/// A document in which every `bad` is a finding of `omission` and every `sad` one of `hindsight`; those that are still to
/// be told stand in `⟦…⟧`.
struct SuppressedText {
    let document: MarkdownDocument
    private let marked: String

    init(_ marked: String) {
        self.marked = marked
        document = MarkdownDocument(
            marked.replacing("⟦", with: "").replacing("⟧", with: ""))
    }

    var findings: [Finding] {
        let kinds = [("bad", "failed-to", "omission"), ("sad", "sad", "hindsight")]
        return (0..<document.bytes.count).flatMap { at in
            kinds.filter { document.bytes[at...].starts(with: $0.0.utf8) }.map { word, rule, category in
                Finding(
                    rule: rule, category: category, severity: .error,
                    span: SourceSpan(at..<(at + word.utf8.count)), message: "Not good.")
            }
        }
    }

    /// The text with what is told put into marks, to be held against the picture.
    var told: String {
        var text = document.bytes
        for finding in Suppressions(document).open(findings).reversed() {
            text.insert(contentsOf: "⟧".utf8, at: finding.span.range.upperBound)
            text.insert(contentsOf: "⟦".utf8, at: finding.span.range.lowerBound)
        }
        return String(decoding: text, as: UTF8.self)
    }

    var unused: [String] {
        Suppressions(document).applied(to: findings).unused.map { document.text($0.range) }
    }

    func check() { #expect(told == marked) }
}

@Suite("What comments keep and switch off") struct SuppressionTests {
    @Test(arguments: [
        // A paragraph, over its lines, and no other.
        "A bad one,\nstill bad. <!-- debrief:keep omission said so -->\n\nAnother ⟦bad⟧ one.\n",
        "A bad and a ⟦sad⟧ one. <!-- debrief:keep omission -->\n",
        "A bad and a sad one. <!-- debrief:keep omission,hindsight both -->\n",
        // By the rule's own name.
        "A bad and a ⟦sad⟧ one. <!-- debrief:keep failed-to -->\n",
        // A heading, not what stands under it.
        "## A bad heading <!-- debrief:keep omission -->\n\nA ⟦bad⟧ one.\n",
        "A bad heading <!-- debrief:keep omission -->\n===\n\nA ⟦bad⟧ one.\n",
        // A cell, not its row.
        "| bad <!-- debrief:keep omission --> | ⟦bad⟧ |\n| --- | --- |\n| ⟦bad⟧ | bad <!-- debrief:keep omission x --> |\n",
        // An item, not its neighbours nor the items in it.
        "- one ⟦bad⟧\n- two bad <!-- debrief:keep omission -->\n  - in it ⟦bad⟧\n- three ⟦bad⟧\n",
        "- two bad\n\n  more bad <!-- debrief:keep omission -->\n\n- three ⟦bad⟧\n",
        "1. bad\n   <!-- debrief:keep omission -->\n2. ⟦bad⟧\n",
        "- [ ] bad <!-- debrief:keep omission -->\r\n- [ ] ⟦bad⟧\r\n",
        // On a line of its own: the block above when it touches it, else the next one.
        "A bad one.\n<!-- debrief:keep omission -->\n\nA ⟦bad⟧ one.\n",
        "A ⟦bad⟧ one.\n\n<!-- debrief:keep omission -->\n\nA bad one.\n\nA ⟦bad⟧ one.\n",
        "- ⟦bad⟧\n- bad\n<!-- debrief:keep omission -->\n",
        "| a |\n| --- |\n| ⟦bad⟧ |\n| bad |\n<!-- debrief:keep omission -->\n",
        "<!-- debrief:keep omission -->\n| a |\n| --- |\n| bad |\n\n⟦bad⟧\n",
        // A quote's paragraph.
        "> bad <!-- debrief:keep omission -->\n>\n> ⟦bad⟧\n",
        // Over lines, with other blanks.
        "A bad one. <!--debrief:keep\n  omission\n  a reason -->\n",
    ]) func keeps(_ picture: String) { SuppressedText(picture).check() }

    @Test(arguments: [
        "⟦bad⟧\n\n<!-- debrief:off -->\n\nbad sad\n\n<!-- debrief:on -->\n\n⟦bad⟧\n",
        "<!-- debrief:off omission -->\n\nbad ⟦sad⟧\n\n- bad\n\n<!-- debrief:on -->\n\n⟦bad⟧\n",
        "<!-- debrief:off omission -->\n<!-- debrief:off hindsight -->\n\nbad sad\n\n<!-- debrief:on omission -->\n\n⟦bad⟧ sad\n",
        "⟦bad⟧ <!-- debrief:off --> bad <!-- debrief:on --> " + "⟦bad⟧\n",
        "| " + "⟦bad⟧ | <!-- debrief:off omission --> bad |\n| - | - |\n| bad | bad <!-- debrief:on --> |\n",
        "- a\n  <!-- debrief:off -->\n- bad\n\n# bad\n\nto the end bad\n",
    ]) func switchesOff(_ picture: String) { SuppressedText(picture).check() }

    @Test(arguments: [
        "A ⟦bad⟧ one, `<!-- debrief:keep omission -->` is how.\n",
        "A ⟦bad⟧ one, ``a ` <!-- debrief:keep omission -->`` is how.\n",
        "A ⟦bad⟧ one \\<!-- debrief:keep omission -->\n",
        "```\n<!-- debrief:off -->\n```\n\n⟦bad⟧\n",
        "    <!-- debrief:off -->\n\n⟦bad⟧\n",
        "---\ntitle: <!-- debrief:off -->\n---\n\n⟦bad⟧\n",
        "A ⟦bad⟧ one <!-- debrief:keep hindsight -->\n",
        "A ⟦bad⟧ one <!-- debrief:keep -->\n",
        "A ⟦bad⟧ one <!-- debrief:kep omission -->\n",
        "A ⟦bad⟧ one <!-- a note: debrief:keep omission -->\n",
        "A ⟦bad⟧ one <!-- debrief:keep omission\n",
    ]) func leavesAlone(_ picture: String) { SuppressedText(picture).check() }

    @Test func anOpenTickIsNoCode() {
        SuppressedText("A ` bad one <!-- debrief:keep omission -->\n").check()
    }

    @Test func unusedCommentsAreKnown() {
        let text = SuppressedText(
            "bad <!-- debrief:keep omission -->\n\nfine <!-- debrief:keep omission -->\n\n<!-- debrief:on -->\n\n<!-- debrief:off hindsight -->\n\nbad\n"
        )
        #expect(
            text.unused == [
                "<!-- debrief:keep omission -->", "<!-- debrief:on -->", "<!-- debrief:off hindsight -->",
            ])
    }

    @Test func unknownNamesAreTold() {
        let document = MarkdownDocument(
            "x <!-- debrief:keep omision why -->\n\n<!-- debrief:off everything -->\n\n<!-- debrief:kepp omission -->\n\n<!-- debrief:keep -->\n\n<!-- debrief:guide standard -->\n"
        )
        let problems = Suppressions(document).problems(known: ["omission", "failed-to"])
        #expect(
            problems.map(\.rule) == [
                "unknown-category", "unknown-category", "unknown-comment", "unknown-comment",
            ])
        #expect(problems[0].question == "Did you mean 'omission'?")
        #expect(problems[1].question == nil)
        #expect(problems[2].question == "Did you mean 'debrief:keep'?")
    }

    @Test func whatIsInsertedCovers() throws {
        for text in [
            "A bad one.\n", "- a bad item\n", "## bad\n", "bad\n---\n", "| bad |\n| - |\n| bad |\n",
            "## bad ##\n", "> bad\n",
        ] {
            let document = MarkdownDocument(text)
            let at = document.bytes.firstIndex(of: UInt8(ascii: "b"))!
            let comment = Directive.keeping("omission", reason: "a --> b | c\nd")
            let edit = try #require(document.insertingComment(comment, at: at))
            let kept = MarkdownDocument(document.bytes.applying([edit]))
            #expect(Suppressions(kept).applied(to: []).unused.count == 1, "\(text)")
            let finding = Finding(
                rule: "r", category: "omission", severity: .error, span: SourceSpan(at..<(at + 3)),
                message: "m")
            #expect(Suppressions(kept).open([finding]).isEmpty, "\(text)")
        }
    }

    @Test func manyCommentsTakeNoLongerThanTheirNumber() {
        let text = SuppressedText(
            String(repeating: "bad <!-- debrief:keep omission -->\n\n", count: 20_000)
                + String(repeating: "<!-- debrief:keep omission -->\n\n", count: 20_000))
        #expect(text.unused.count == 20_000)
    }
}
