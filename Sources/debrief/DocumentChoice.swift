import DisplayText
import DocumentStorage
import InterviewEngine
import TerminalIO

/// Which document an interview is about: the one that is named, one of the unfinished ones in the folder, or a new one.
struct DocumentChoice {
    let surroundings: Surroundings
    let terminal: any Terminal

    enum Choice {
        case existing(String)
        /// With the answer to its first question, where that was given here.
        case new(String?, InterviewInput?)
        case nothing(ExitStatus)
    }

    func choose(_ file: String?) throws(Failure) -> Choice {
        guard let file else { return chooseInFolder() }
        if FolderListing.exists(file) { return .existing(file) }
        if let link = StorageError.deadLink(file, .noSuchInput) { throw Failure(link) }
        guard terminal.isInteractive else {
            throw Failure(
                .noInput, "There is no file '\(visible(file))'. 'debrief new \(visible(file))' creates one.")
        }
        terminal.show(StyledText("There is no file '\(file)'. Start a new postmortem there?", .question))
        return askToBegin(file)
    }

    /// Until it is answered: the next line of somebody who types on would go to the shell.
    private func askToBegin(_ file: String) -> Choice {
        while true {
            switch OpeningLine(terminal: terminal, drafts: nil).read("y for yes, Enter for no") {
            case .text(let answer, _):
                switch answer.lowercased() {
                case "y", "yes": return .new(file, nil)
                case "", "n", "no", "q", ":q", ":quit": return .nothing(.success)
                default:
                    terminal.show(
                        StyledText(
                            "'\(answer)' is neither: 'y' begins it, and asks for the title first.", .hint))
                }
            case .left(let status): return .nothing(status)
            }
        }
    }

    /// Offers what is unfinished here; with nothing unfinished there is nothing to ask.
    private func chooseInFolder() -> Choice {
        let all = FolderSearch(
            folder: surroundings.folder, guides: PromptFiles(surroundings: surroundings).readableGuides
        ).unfinished
        guard !all.isEmpty, terminal.isInteractive else { return .new(nil, nil) }
        let hits = Array(all.prefix(Self.mostOffered))
        offer(hits, others: all.count - hits.count)
        let drafts = DraftStore(
            document: surroundings.folder + "/", state: StateFolder(environment: surroundings.environment))
        for sentence in LeftBehind.sentences(from: drafts) { terminal.show(StyledText(sentence, .problem)) }
        let prefill = drafts.read()?.text ?? ""
        if !prefill.isEmpty {
            terminal.show(
                StyledText("What was being typed when the last session ended is on the line.", .success))
        }
        return ask(all.map(\.name), offered: hits.count, prefill, drafts)
    }

    private func ask(_ files: [String], offered: Int, _ line: String, _ drafts: DraftStore) -> Choice {
        var (prefill, isReturned) = (line, false)
        let label = terminal.isAccessible ? "The number of a file, or what happened" : "Which"
        while true {
            let line = OpeningLine(terminal: terminal, drafts: drafts)
            switch line.read(label, prefill: prefill, isReturned: isReturned) {
            case .left(let status): return .nothing(status)
            case .text(let answer, let isTyped):
                switch WhichAnswer(answer, isTyped: isTyped, files: files, offered: offered) {
                case .file(let index):
                    drafts.clear()
                    return .existing(files[index])
                case .title(let title):
                    // Until it is in a file: the guide may not read well.
                    drafts.write(Draft(key: "", label: "Which", text: title))
                    return .new(nil, isTyped ? .line(title) : .block(title))
                case .leave:
                    drafts.clear()
                    return .nothing(.success)
                case .neither(let sentence):
                    (prefill, isReturned) = (answer, true)
                    terminal.show(StyledText(sentence, .problem))
                }
            }
        }
    }

    /// Numbers of one digit.
    private static let mostOffered = 9

    private func offer(_ hits: [FolderSearch.Hit], others: Int) {
        terminal.show(StyledText("Unfinished here:", .title))
        for (index, hit) in hits.enumerated() {
            terminal.show(
                StyledText("  \(index + 1)  ", .command) + StyledText(hit.name, .value)
                    + StyledText("  \(hit.total - hit.open) of \(hit.total) essential answers", .hint))
        }
        if others > 0 {
            terminal.show(StyledText("  and \(others) more, which their file names open", .hint))
        }
        let keys =
            hits.count == 1 ? "Enter goes on with it" : "A number goes on with it, Enter with the first"
        terminal.show(StyledText("\(keys); or say in one line what happened, to start a new one.", .question))
    }
}
