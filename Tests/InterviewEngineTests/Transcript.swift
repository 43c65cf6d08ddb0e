import Foundation
import Guides
import InterviewEngine
import LosslessMarkdown
import Postmortems
import Testing
import TestSupport

/// A conversation on file. `> ` lines are typed, `>> ` lines are one pasted block, `% REASON` lets the next save fail,
/// `^C` gives the line up, `$ HEADING` shows what the document holds under a heading, `# ` is a remark; all other lines must match what is said.
struct Transcript {
    let name: String
    private let path: String
    private let source: String

    init(_ name: String) { self.init(name, path: "Tests/InterviewEngineTests/Transcripts/\(name).txt") }

    init(_ name: String, path: String) {
        (self.name, self.path) = (name, path)
        source = Repository.text(path)
    }

    /// The steps played again, with what is said now.
    func played(in talk: inout Conversation) -> String {
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
            } else if line == "^C" {
                said.append(line)
                talk.give(.interrupted(hadText: talk.prompt?.prefill.isEmpty == false))
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

    func check(_ postmortem: Postmortem, reviewer: Reviewer = .silent, isPiped: Bool = false) {
        check(Conversation(postmortem, reviewer: reviewer, isPiped: isPiped))
    }

    /// Plays the transcript and compares; where it differs the file is written anew for a look. Gives what became of
    /// the conversation.
    @discardableResult func check(_ conversation: Conversation) -> Conversation {
        var talk = conversation
        let now = played(in: &talk)
        if now != source {
            Repository.write(now, to: path)
            Issue.record("The conversation '\(name)' reads differently; the file holds what is said now.")
        }
        return talk
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
