import Guides
import StrictYAML
import TestSupport
import Testing

/// The guides that come with the program, read from their files.
enum Guides {
    static func standard() throws -> Guide { try guide("standard") }

    static func short() throws -> Guide { try guide("short") }

    private static func guide(_ name: String) throws -> Guide {
        let path = "Prompts/\(name).yml"
        return try #require(GuideReader.read(YAMLSource(name: path, text: Repository.text(path))).guide)
    }
}
