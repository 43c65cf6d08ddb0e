import Foundation

/// A folder of its own for a test, gone with it.
package final class TemporaryFolder {
    package let path: String

    /// - Parameter parent: with a slash at its end; the system's own place where none is given.
    package init(in parent: String = NSTemporaryDirectory()) throws {
        path = parent + "debrief-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package subscript(name: String) -> String { path + "/" + name }

    @discardableResult package func write(_ text: String, to name: String) -> String {
        let file = self[name]
        try? FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: file, contents: Data(text.utf8))
        return file
    }

    package func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: self[name]) ?? Data(), as: UTF8.self)
    }

    /// All names below the folder, hidden ones too, sorted.
    package var names: [String] {
        ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
    }
}
