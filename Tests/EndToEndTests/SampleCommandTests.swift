import Foundation
import TestSupport
import Testing

@Suite("Samples are read by every command") struct SampleCommandTests {
    @Test(arguments: Samples.names) func statusAndExportLeaveItAlone(_ sample: String) throws {
        let folder = try TemporaryFolder()
        let text = Repository.text("Samples/\(sample).md")
        folder.write(text, to: "it.md")
        for arguments in [
            ["status", "it.md"], ["status", "it.md", "--format", "json"],
            ["export", "it.md", "--to", "json"],
        ] {
            let outcome = try Program.run(arguments, in: folder.path)
            #expect(
                [0, 1].contains(outcome.status) && outcome.errors.isEmpty, "\(arguments): \(outcome.errors)")
            #expect(!outcome.output.isEmpty)
        }
        #expect(folder.text("it.md") == text)
    }

    /// What is exported makes a document that exports the same.
    @Test(arguments: Samples.names) func goesRound(_ sample: String) throws {
        let folder = try TemporaryFolder()
        folder.write(Repository.text("Samples/\(sample).md"), to: "it.md")
        let first = try Program.run(["export", "it.md", "--to", "json"], in: folder.path)
        folder.write(first.output, to: "answers.json")
        let made = try Program.run(["new", "again.md", "--answers", "answers.json"], in: folder.path)
        #expect(made.status == 0, "\(made.errors)")
        let second = try Program.run(["export", "again.md", "--to", "json"], in: folder.path)
        #expect(second.output == first.output)
    }
}
