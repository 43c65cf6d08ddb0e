import ArgumentParser
import Consistency
import Diagnostics
import Wording

/// `debrief review FILE...`: findings on wording, with the words, the reason, a question and a way to put it.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Find wording that judges people, and say what to ask instead.",
        discussion: """
            A comment '<!-- debrief:keep CATEGORY reason -->' keeps a finding in its paragraph, item, cell or heading; \
            '<!-- debrief:off -->' and '<!-- debrief:on -->' switch a stretch off. With '--fix' the findings of one file \
            are walked through one by one.
            """)

    @OptionGroup var options: FindingOptions

    @Flag(
        help:
            "Also tell wording that hides: sizes without numbers, smuggled fixes, passives without an actor.")
    var hints = false

    @Flag(help: "Also tell every personal name outside the places where people own, attend and sign.")
    var strictNames = false

    @Flag(help: "Walk through the findings of one file: edit the sentence, keep it with a reason, undo.")
    var fix = false

    @Flag(help: "With --fix: whole lines only, good with a screen reader.")
    var plain = false

    func validate() throws {
        guard fix else { return }
        guard options.files.count == 1, options.files != [FileArguments.standardInput] else {
            throw ValidationError("'--fix' walks through one file, so name exactly one.")
        }
        guard options.changed == nil, options.writeBaseline == nil, options.format == .text else {
            throw ValidationError("'--fix' goes with none of --changed, --write-baseline and --format.")
        }
    }

    /// `--only vague-size` asks for hints as well.
    private var namesHints: Bool {
        options.only.contains { WordingTrap(rawValue: $0.trimmed) != nil }
    }

    func run() throws {
        let surroundings = Surroundings.current
        let guides = SharedValue { PromptFiles(surroundings: surroundings).readableGuides }
        // While the rules are unpacked here.
        guides.prepare()
        let packs = try WordingFiles(surroundings: surroundings).packs()
        var run = try FindingRun(options, surroundings, names: .wording(packs.ruleIDs))
        let checker = packs.checker(adding: run.config.lexicon)
        if options.format == .sarif { run.rules = checker.ruleDescriptions }
        let context = WordingSurroundings(
            guides, run.config, showsHints: hints || namesHints, flagsNames: strictNames)
        let find: FindingSearch = { file in
            checker.findings(in: file.document, context.context(of: file.document))
        }
        if fix {
            try FixOpening(run: run, isPlain: plain).open(options.files[0], find)
        } else {
            try run.run(find)
        }
    }
}

extension FindingNames {
    /// What `debrief review` speaks of, and what comments may name for `debrief check`.
    static func wording(_ rules: [String]) -> FindingNames {
        FindingNames(
            own: BlameCategory.allCases.map(\.rawValue) + WordingTrap.allCases.map(\.rawValue) + rules,
            others: CheckCategory.allCases.map(\.rawValue) + CheckID.allCases.map(\.rawValue))
    }
}
