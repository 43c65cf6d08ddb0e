import DisplayText
import DocumentStorage
import InterviewEngine
import LosslessMarkdown
import TerminalIO

/// What an interview gives out for saving, and what is said of it.
extension InterviewRunner {
    func save(_ bytes: [UInt8]) {
        do {
            switch try file.save(bytes, title: session.title) {
            case .saved: break
            case .created(let name): greet(name)
            case .restored: problem("The file was gone or empty; it was written again as a whole.")
            case .savedButNotDurable(let reason):
                problem("Saved, but the disk did not confirm it: \(reason).")
            case .savedBeside(let kept):
                problem("Somebody wrote the file at the same moment; their version is kept as \(kept).")
            case .changedOnDisk(let theirs, let third):
                if let third { problem("One more version, written at the same moment, is kept as \(third).") }
                return carryOut(session.handle(.documentChanged(MarkdownDocument(theirs))))
            }
            file.drafts.clear()
            file.drafts.forgetUnsaved()
            file.drafts.keepLast(bytes)
            carryOut(session.handle(.saved))
        } catch {
            file.drafts.keepUnsaved(bytes)
            carryOut(session.handle(.saveFailed(error.description)))
        }
    }

    func problem(_ text: String) { face.show(StyledText(text, .problem)) }

    private func greet(_ name: String) {
        face.show("")
        face.show(StyledText("New postmortem: ", .title) + StyledText(name, .value))
        face.show(
            StyledText(
                "Saved there after every answer; \(shellCommand(name)) comes back to it another day.", .hint))
        if let reason = file.lockProblem { problem(LeftBehind.noLock(reason)) }
    }

    /// The command that goes on with a file, as it is typed into a shell.
    private func shellCommand(_ name: String) -> String { "'debrief \(ShellWord(name).quoted)'" }

    /// An answer that could not be put into what somebody else wrote stays in a copy of the document as it was here.
    func keepBeside(_ bytes: [UInt8]) {
        guard !keptBeside.contains(where: { $0.bytes == bytes }) else { return }
        guard let path = file.rescue(bytes, title: session.title) else { return }
        keptBeside.append((path, bytes))
        problem("The document with yours in it is kept as \(path).")
    }

    func saveCopy(_ bytes: [UInt8], _ typed: String) {
        let path = expanded(typed)
        do {
            _ = try StoredDocument.creating(path, bytes)
            carryOut(session.handle(.told("A copy is in \(path); the interview goes on as before.")))
        } catch {
            carryOut(session.handle(.told(error.description)))
        }
    }
}
