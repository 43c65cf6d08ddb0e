import Foundation
import Guides
import InterviewEngine
import LosslessMarkdown
import Postmortems
import Testing
import TestSupport

/// A conversation on file. `> ` lines are typed, `>> ` lines are one pasted block, `% REASON` lets the next save fail,
/// `$ HEADING` shows what the document holds under a heading, `# ` is a remark; all other lines must match what is said.
struct Transcript {
    let name: String
    private let source: String

    init(_ name: String) {
        self.name = name
        source = Repository.text("Tests/InterviewEngineTests/Transcripts/\(name).txt")
    }

    /// The steps played again, with what is said now.
    func played(from postmortem: Postmortem, reviewer: Reviewer = .silent, isPiped: Bool = false) -> String {
        var talk = Conversation(postmortem, reviewer: reviewer, isPiped: isPiped)
        var said: [String] = []
        var mark = 0
        var pasted: [String] = []
        func take() {
            said += talk.lines[mark...]
            mark = talk.lines.count
        }
        take()
        for line in source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix(">> ") || line == ">>" {
                pasted.append(String(line.dropFirst(3)))
                continue
            }
            if !pasted.isEmpty {
                talk.paste(pasted.joined(separator: "\n"))
                pasted = []
                take()
            }
            if line.hasPrefix("> ") || line == ">" {
                talk.type(String(line.dropFirst(2)))
            } else if line.hasPrefix("% ") {
                talk.failures.append(String(line.dropFirst(2)))
                said.append(line)
            } else if line.hasPrefix("$ ") {
                said.append(line)
                said += talk.section(String(line.dropFirst(2)))
            } else if line.hasPrefix("# ") {
                said.append(line)
            }
            take()
        }
        return said.joined(separator: "\n") + "\n"
    }

    /// Plays the transcript and compares; with what differs the file is written anew beside it for a look.
    func check(_ postmortem: Postmortem, reviewer: Reviewer = .silent, isPiped: Bool = false) {
        let now = played(from: postmortem, reviewer: reviewer, isPiped: isPiped)
        if now != source {
            Repository.write(now, to: "Tests/InterviewEngineTests/Transcripts/\(name).txt")
            Issue.record("The conversation '\(name)' reads differently; the file holds what is said now.")
        }
    }
}

extension Conversation {
    /// The document's lines under a heading, up to the next one.
    func section(_ heading: String) -> [String] {
        let document = session.postmortem.document
        guard let section = document.sections.first(where: { $0.title == heading }),
            let title = section.heading
        else {
            return ["(no such heading)"]
        }
        let text = document.text(title.range.lowerBound..<section.body.upperBound)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.reversed().drop { $0.isEmpty }.reversed().map { "  " + $0 }
    }
}
