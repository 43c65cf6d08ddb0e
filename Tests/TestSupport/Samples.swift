import Guides
import LosslessMarkdown
import Postmortems
import StrictYAML

/// The guides that come with the program, read from their files.
package enum TestGuides {
    package static func standard() throws -> Guide { try guide("standard") }

    package static func short() throws -> Guide { try guide("short") }

    package static func guide(_ name: String) throws -> Guide {
        let path = "Prompts/\(name).yml"
        return try reading(Repository.text(path), as: path)
    }

    /// A guide from its text, such as one of the built-in ones with a change.
    package static func reading(_ text: String, as path: String = "guide.yml") throws -> Guide {
        let read = GuideReader.read(YAMLSource(name: path, text: text))
        guard let guide = read.guide else {
            throw Unreadable(name: path, problems: read.problems.map(\.headline))
        }
        return guide
    }
}

/// The documents in Samples/, each with the guide it follows.
package enum Samples {
    /// Without the extension, in alphabetical order.
    package static let names = Repository.files(in: "Samples").filter {
        $0.hasSuffix(".md") && $0 != "README.md"
    }
    .map { String($0.dropLast(3)) }

    package static func postmortem(_ name: String) throws -> Postmortem {
        try postmortem(at: "Samples/\(name).md", name)
    }

    /// A document that lies elsewhere in the repository, with the guide that fits it best.
    package static func postmortem(at path: String, _ name: String) throws -> Postmortem {
        let document = MarkdownDocument(Repository.bytes(path))
        let guides = [try TestGuides.standard(), try TestGuides.short()]
        guard let guide = GuideMatch.best(for: document, among: guides) else {
            throw Unreadable(name: name, problems: ["no guide has its headings"])
        }
        return Postmortem(document, guide: guide)
    }
}

/// A guide or a sample that cannot be read, and what was told about it.
package struct Unreadable: Error {
    package var name: String
    package var problems: [String]
}
