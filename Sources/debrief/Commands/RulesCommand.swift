import ArgumentParser
import Diagnostics
import DisplayText
import DocumentStorage
import LosslessMarkdown
import StrictYAML
import Wording

/// `debrief rules [FILE...]`: list the wording rules, check packs of one's own, run examples, explain a line.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the wording rules, or check rule packs and word lists of your own.",
        discussion:
            "Your own rules are YAML files in '.debrief/wording/' beside the documents, or in 'wording/' of the config folder."
    )

    @Argument(help: "Rule packs and word lists to check.", completion: .file(extensions: ["yml", "yaml"]))
    var files: [String] = []

    @Flag(help: "Run the examples of every rule.")
    var test = false

    @Option(help: "Show how a line is read: its words, their classes, the subjects, and the rules.")
    var explain: String?

    @Option(name: .customLong("to"), help: "Write the rules in another form.")
    var format: RuleFormat?

    @Option(name: .shortAndLong, help: "The folder to write to.", completion: .directory)
    var output: String?

    enum RuleFormat: String, CaseIterable, ExpressibleByArgument {
        case vale
    }

    private var wording: WordingFiles { WordingFiles(surroundings: .current) }

    func run() throws {
        if let explain { return try explainLine(explain) }
        var set = WordingPacks.builtIn
        var problems: [String] = []
        var own = WordingPacks()
        for file in files.isEmpty ? wording.ownFiles : files {
            do {
                let read = try wording.read(file)
                set.add(read)
                own.add(read)
            } catch {
                guard error.status == .unreadable else { throw error }
                problems.append(error.message)
            }
        }
        if format == .vale { return try writeVale(set) }
        if test || !files.isEmpty {
            problems += RuleExamples.problems(
                packs: WordingPacks.builtIn.packs, lexicons: set.lexicons, own: own.packs
            ).map(\.headline)
        }
        guard problems.isEmpty else {
            StandardError.say(visible(problems.joined(separator: "\n")))
            throw ExitStatus.unreadable.code
        }
        tell(set, own)
    }

    private func tell(_ set: WordingPacks, _ own: WordingPacks) {
        if test || !files.isEmpty {
            let packs = test ? set.packs : own.packs
            StandardOutput.write(
                visible(
                    "\(counted(packs.reduce(0) { $0 + $1.ruleIDs.count }, "rule")), \(counted(RuleExamples.count(packs), "example")), no problem\n"
                ))
            return
        }
        for pack in set.packs where !pack.ruleIDs.isEmpty {
            StandardOutput.write(visible("\(pack.name)  \(pack.about)\n"))
            for rule in pack.summaries { StandardOutput.write(visible("  \(rule)\n")) }
        }
    }

    private func explainLine(_ place: String) throws {
        let parts = place.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 2, let line = Int(parts[parts.count - 1]), line > 0 else {
            throw Failure(
                .usage, "'--explain' takes a file and a line, such as postmortem.md:14, not '\(place)'.")
        }
        let document: MarkdownDocument
        do {
            document = MarkdownDocument(
                try StoredDocument.openingText(parts.dropLast().joined(separator: ":")).bytes)
        } catch {
            throw Failure(error)
        }
        let guides = SharedValue { PromptFiles(surroundings: .current).readableGuides }
        let packs = try wording.packs()
        let config = try ProjectConfig.read(.current, known: FindingNames.wording(packs.ruleIDs).all)
        let surroundings = WordingSurroundings(guides, config, showsHints: true, flagsNames: false)
        let lines = packs.checker(adding: config.lexicon).explanation(
            at: line, in: document, surroundings.context(of: document))
        let told = lines.isEmpty ? ["There is no prose on line \(line)."] : lines
        StandardOutput.write(told.map { visible($0) + "\n" }.joined())
    }

    /// A folder for Vale's `StylesPath`, one file a rule.
    private func writeVale(_ set: WordingPacks) throws {
        let style = ValeStyle(packs: set.packs, lexicons: set.lexicons)
        guard let output else {
            StandardOutput.write(style.files.map { "# Debrief/\($0.name)\n\($0.text)\n" }.joined())
            return tellSkipped(style)
        }
        let folder = output + "/Debrief"
        guard FilePath.makeFolder(folder) else {
            throw Failure(.cannotCreate, "The folder '\(folder)' cannot be made.")
        }
        for file in style.files {
            do {
                _ = try StoredDocument.creating("\(folder)/\(file.name)", Array(file.text.utf8))
            } catch {
                throw Failure(error)
            }
        }
        tellSkipped(style)
    }

    private func tellSkipped(_ style: ValeStyle) {
        guard !style.skipped.isEmpty else { return }
        StandardError.say(
            "\(counted(style.skipped.count, "rule")) cannot be said in Vale: \(style.skipped.joined(separator: ", "))"
        )
    }
}
