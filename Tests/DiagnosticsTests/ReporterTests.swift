import Diagnostics
import TestSupport
import Testing

@Suite("Reports in every format") struct ReporterTests {
    @Test(arguments: ReportFormat.allCases) func readsAsCanned(_ format: ReportFormat) {
        let report = format.reporter(.pinned).report(on: ReportedFiles.all)
        let problem = Snapshot("Tests/DiagnosticsTests/Snapshots/report.\(format.rawValue).txt")
            .problem(with: report)
        #expect(problem == nil)
    }

    @Test(arguments: ReportFormat.allCases) func nothingFoundReadsAsCanned(_ format: ReportFormat) {
        let file = FileFindings(file: "a.md", bytes: Array("Fine.\n".utf8), findings: [])
        let report = format.reporter(.pinned).report(on: [file, file])
        let problem = Snapshot("Tests/DiagnosticsTests/Snapshots/nothing.\(format.rawValue).txt")
            .problem(with: report)
        #expect(problem == nil)
    }

    @Test(arguments: ReportFormat.allCases) func noControlCharacterGetsThrough(_ format: ReportFormat) {
        let report = format.reporter(.pinned).report(on: ReportedFiles.all)
        let hidden = report.unicodeScalars.filter {
            $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
        }
        #expect(hidden.isEmpty)
    }

    @Test func columnsAreCountedInTheUnitOfEachFormat() {
        let file = MarkedText("é👩‍💻 ⟦x⟧\n").findings(file: "a.md")
        let json = ReportFormat.json.reporter(.pinned).report(on: [file])
        let sarif = ReportFormat.sarif.reporter(.pinned).report(on: [file])
        let reviewdog = ReportFormat.rdjsonl.reporter(.pinned).report(on: [file])
        #expect(json.contains("\"column\": 6,") && json.contains("\"endColumn\": 7,"))
        #expect(sarif.contains("\"startColumn\": 6,") && sarif.contains("\"unicodeCodePoints\""))
        #expect(reviewdog.contains("\"start\":{\"line\":1,\"column\":15}"))
    }

    /// Code scanning refuses a run with more results than it takes; what is left out is said in the run.
    @Test func sarifKeepsWithinTheLimit() throws {
        let file = MarkedText("⟦x⟧ and ⟦y⟧ and ⟦z⟧\n").findings(file: "a.md")
        try #require(file.findings.count == 3)
        let cut = SARIFReporter(.pinned, limit: 1).report(on: [file])
        #expect(cut.ranges(of: "\"ruleId\"").count == 1)
        #expect(cut.contains("2 further findings left out: code scanning takes 1 in a run."))
        #expect(!SARIFReporter(.pinned, limit: 3).report(on: [file]).contains("invocations"))
    }

    @Test func gitHubCommandsStayOneCommandEach() {
        var finding = MarkedText("⟦x⟧\n").findings(file: "a,b:c%\n::error ::d.md").findings[0]
        finding.message = "one\n::error file=x::two\r100% ##[group]"
        let file = FileFindings(
            file: "a,b:c%\n::error ::d.md", bytes: Array("x\n".utf8), findings: [finding])
        let lines = ReportFormat.github.reporter(.pinned).report(on: [file]).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines[0].hasPrefix("::error file=a%2Cb%3Ac%25%0A%3A%3Aerror %3A%3Ad.md,line=1,col=1,endLine=1,"))
        #expect(
            lines[0].hasSuffix(
                "::one%0A: :error file=x: :two%0D100%25 ## [group]%0AWhat did they see at 14:05?%0AAt [time] the screen showed [what]."
            ))
    }

    @Test func gitHubHearsOfErrorsFirst() {
        let file = MarkedText((0..<36).map { "⟦w\($0)⟧\n" }.joined()).findings(file: "a.md")
        let lines = ReportFormat.github.reporter(.pinned).report(on: [file]).split(separator: "\n")
        let kinds = lines.dropLast().map { $0.dropFirst(2).prefix { $0 != " " } }
        #expect(
            kinds == Array(repeating: "error", count: 12) + Array(repeating: "warning", count: 12)
                + Array(repeating: "notice", count: 12))
        #expect(lines.last?.contains("GitHub shows the first 10 of each kind") == true)
    }

    @Test func framesFitTheWidth() {
        for file in ReportedFiles.all {
            for width in [20, 40, 72, 200] {
                let frame = CodeFrame(file, face: ReportSurroundings.pinned.face, width: width)
                for line in file.located.flatMap({ frame.lines(of: $0) }) {
                    let columns = line.text.reduce(0) { $0 + ReportSurroundings.pinned.face.width($1) }
                    #expect(columns <= max(width, 27), "\(line.text)")
                }
            }
        }
    }
}
