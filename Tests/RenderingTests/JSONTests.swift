import Foundation
import Postmortems
import Rendering
import TestSupport
import Testing

@Suite("Status and answers as JSON") struct JSONTests {
    private static let folder = "Tests/RenderingTests/Snapshots"

    @Test func theStatusIsAsCanned() throws {
        let text = StatusJSON.text(of: try Samples.postmortem("2026-04-14-label-printers"), file: "labels.md")
        let problem = Snapshot("\(Self.folder)/status.json").problem(with: text)
        #expect(problem == nil, "\(problem ?? "")")
    }

    @Test func theAnswersAreAsCanned() throws {
        let text = ExportFormat.json.text(of: try Samples.postmortem("2026-04-14-label-printers"))
        let problem = Snapshot("\(Self.folder)/answers.json").problem(with: text)
        #expect(problem == nil, "\(problem ?? "")")
    }

    @Test(arguments: Samples.names) func everySampleGivesJSON(_ sample: String) throws {
        let postmortem = try Samples.postmortem(sample)
        for text in [
            StatusJSON.text(of: postmortem, file: "a \"quoted\"\u{1B} name.md"),
            ExportFormat.json.text(of: postmortem),
        ] {
            let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            #expect(read?["version"] as? Int == 1)
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
    }
}
