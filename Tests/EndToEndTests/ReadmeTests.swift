import Foundation
import TestSupport
import Testing

@Suite("README is run") struct ReadmeTests {
    private static let readmes = ["README.md", "Prompts/README.md", "Sources/README.md", "Samples/README.md"]
        .filter {
            !Repository.bytes($0).isEmpty
        }

    /// Commands of the program, beside the two lines that set it up.
    @Test(arguments: readmes) func everyCommandWorks(_ readme: String) throws {
        let folder = try TemporaryFolder()
        for name in Repository.files(in: "Samples") {
            folder.write(Repository.text("Samples/\(name)"), to: "Samples/\(name)")
        }
        for command in commands(in: readme) {
            let words = command.split(separator: " ").map(String.init)
            let outcome = try Program.run(Array(words.dropFirst()), in: folder.path)
            let isFine = outcome.status == 0 || command.hasPrefix("debrief review ") && outcome.status == 1
            #expect(isFine, "\(command): \(outcome.errors)")
        }
    }

    private func commands(in readme: String) -> [String] {
        var isShell = false
        var commands: [String] = []
        for line in Repository.text(readme).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isShell = line == "```sh"
            } else if isShell, line.hasPrefix("debrief ") {
                commands.append(String(line))
            }
        }
        return commands
    }

    @Test(arguments: readmes) func everyLinkLeadsSomewhere(_ readme: String) {
        let folder = readme.split(separator: "/").dropLast().map { "\($0)/" }.joined()
        for link in Repository.text(readme).matches(of: /\]\(([^)#]+)[^)]*\)/) where !link.1.hasPrefix("http")
        {
            let path = Repository.path(folder + link.1)
            #expect(FileManager.default.fileExists(atPath: path), "\(readme): \(link.1)")
        }
    }

    @Test func setUpIsTwoCommands() {
        let lines = Repository.text("README.md").split(separator: "\n").filter { $0.hasPrefix("apt-get ") }
        #expect(lines.count == 2)
        #expect(lines.first?.hasSuffix("&& swift run -c release debrief") == true)
        #expect(lines.last?.hasSuffix("&& swift test") == true)
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func aShellCanBeTaughtToComplete(_ shell: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(["--generate-completion-script", shell], in: folder.path)
        #expect(outcome.status == 0 && outcome.output.contains("debrief"))
        guard shell == "bash" else { return }
        let check = Process()
        check.executableURL = URL(fileURLWithPath: "/bin/bash")
        check.arguments = ["-n", folder.write(outcome.output, to: "completions")]
        try check.run()
        check.waitUntilExit()
        #expect(check.terminationStatus == 0)
    }
}
