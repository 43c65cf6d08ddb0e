import Foundation

/// The checkout that the tests were built from.
package enum Repository {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static func path(_ path: String) -> String { root.appendingPathComponent(path).path }

    package static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

    /// A file's bytes, none where there is no such file.
    package static func bytes(_ path: String) -> [UInt8] {
        (try? Data(contentsOf: root.appendingPathComponent(path))).map { [UInt8]($0) } ?? []
    }

    /// The names of a folder's files, sorted.
    package static func files(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: root.appendingPathComponent(folder).path)
        return (names ?? []).sorted()
    }

    package static func write(_ text: String, to path: String) {
        try? Data(text.utf8).write(to: root.appendingPathComponent(path))
    }
}
