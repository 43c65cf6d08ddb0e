import Glibc

/// A canned file beside a test. A missing one is written, so that it can be read and kept, and the test fails.
package struct Snapshot {
    private let path: String

    /// - Parameter path: from the root of the checkout.
    package init(_ path: String) { self.path = path }

    /// What is wrong, nil where the text is what was canned.
    package func problem(with text: String) -> String? {
        let canned = Repository.bytes(path)
        if access(Repository.path(path), F_OK) != 0 {
            Repository.write(text, to: path)
            return "There was no \(path); it holds what was given now. Read it, then run again."
        }
        let known = String(decoding: canned, as: UTF8.self)
        guard known != text else { return nil }
        let lines = zip(text.split(separator: "\n"), known.split(separator: "\n"))
        let first = lines.first { $0 != $1 }.map { "given: \($0)\ncanned: \($1)" } ?? "one is longer"
        return "\(path) holds something else; remove it to have it written anew.\n\(first)"
    }
}
