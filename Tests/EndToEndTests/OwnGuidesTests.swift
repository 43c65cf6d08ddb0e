import TestSupport
import Testing

@Suite("Guides of one's own") struct OwnGuidesTests {
    private static func guide(_ name: String, heading: String) -> String {
        """
        name: \(name)
        title: Ours
        sections:
          - {id: document, form: title, prefix: \(heading), questions: [{id: title, label: Title, ask: What was it?}]}
        order:
          - {id: all, title: All, ask: [document]}

        """
    }

    @Test func thoseBesideTheDocumentAreForItAlone() throws {
        let folder = try TemporaryFolder()
        folder.write(Self.guide("ours", heading: "Review"), to: "team/.debrief/ours.yml")
        folder.write("version: \"1\"\nguide: ours\nanswers: {document: {title: Slow}}\n", to: "a.yml")
        let made = try Program.run(["new", "team/day.md", "--answers", "a.yml"], in: folder.path)
        #expect(made.status == 0, "\(made.errors)")
        #expect(folder.text("team/day.md").hasPrefix("# Review: Slow\n"))
        let status = try Program.run(["status", "team/day.md"], in: folder.path)
        #expect(status.output.hasPrefix("team/day.md: 1 of 1 question answered, guide 'ours'"))
        let elsewhere = try Program.run(["guides"], in: folder.path)
        #expect(!elsewhere.output.contains("ours"))
    }

    /// Of guides with the same name the one in the first of these folders is taken, and last the program's own.
    @Test(arguments: [
        ("ours", [".debrief", "config/debrief"]), ("ours", ["config/debrief", ".config/debrief"]),
        ("ours", [".config/debrief"]), ("standard", [".debrief", ".config/debrief"]),
        ("standard", ["config/debrief"]), ("standard", [".config/debrief"]),
    ]) func areFoundFirst(_ name: String, _ folders: [String]) throws {
        let folder = try TemporaryFolder()
        for (place, heading) in zip(folders, ["First", "Second"]) {
            folder.write(Self.guide(name, heading: heading), to: "\(place)/\(name).yml")
        }
        let isSet = folders.contains("config/debrief")
        let made = try Program.run(
            ["new", "day.md", "--guide", name], in: folder.path, input: "Slow\n",
            environment: isSet ? ["XDG_CONFIG_HOME": folder["config"]] : [:])
        #expect(made.status == 0, "\(made.errors)")
        #expect(folder.text("day.md").hasPrefix("# First: Slow\n"))
    }
}
