import Diagnostics
import DisplayText
import DocumentStorage

/// Findings that were there when a list was made: a line for each, its fingerprint, its rule and its file, sorted, so
/// that the list reads and merges well in Git.
struct Baseline: Sendable {
    private static let header =
        "# Findings known to 'debrief', by sentence; '--write-baseline' makes this list anew."

    private var known: Set<String> = []
    /// Absolute, as paths in the list start from it.
    private let folder: String
    private let workingFolder: String

    /// An empty list for a file at a path.
    init(_ path: String, workingFolder: String) {
        self.workingFolder = workingFolder
        let absolute = AbsolutePath(path, from: workingFolder).path
        folder = absolute.lastIndex(of: "/").map { String(absolute[..<$0]) } ?? ""
    }

    static func read(_ path: String, workingFolder: String) throws(Failure) -> Baseline {
        var baseline = Baseline(path, workingFolder: workingFolder)
        let bytes: [UInt8]
        do {
            bytes = try documentBytes(at: path)
        } catch {
            throw Failure(error)
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where !line.hasPrefix("#") {
            guard let entry = Entry(line) else {
                throw Failure(
                    .unreadable,
                    "'\(path)' is no list that '--write-baseline' made: line \(index + 1) has no fingerprint, rule and file."
                )
            }
            baseline.known.insert(entry.key)
        }
        return baseline
    }

    func contains(_ fingerprint: String, in file: String) -> Bool {
        known.contains(Entry(fingerprint: fingerprint, rule: "", file: relative(file)).key)
    }

    /// The lines for a file's findings.
    func lines(for file: FileFindings) -> [String] {
        zip(FindingFingerprint.all(of: file), file.findings).map {
            Entry(fingerprint: $0, rule: $1.rule, file: relative(file.file)).line
        }
    }

    static func text(_ lines: [String]) -> String {
        ([header] + lines.sorted()).joined(separator: "\n") + "\n"
    }

    private func relative(_ file: String) -> String {
        let path = AbsolutePath(file, from: workingFolder).path
        return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    }

    private struct Entry {
        var fingerprint: String
        var rule: String
        var file: String

        var key: String { "\(fingerprint) \(file)" }

        var line: String { "\(fingerprint) \(rule) \(visible(file).replacing("\n", with: "^J"))" }

        init(fingerprint: String, rule: String, file: String) {
            self.fingerprint = fingerprint
            self.rule = rule
            self.file = visible(file).replacing("\n", with: "^J")
        }

        init?(_ line: Substring) {
            let parts = line.split(separator: " ", maxSplits: 2)
            guard parts.count == 3, parts[0].contains(":") else { return nil }
            (fingerprint, rule, file) = (String(parts[0]), String(parts[1]), String(parts[2]))
        }
    }
}

/// A path from the root, without `.`, `..` and doubled slashes; links are not looked into.
struct AbsolutePath {
    let path: String

    init(_ path: String, from folder: String) {
        let whole = path.hasPrefix("/") ? path : folder + "/" + path
        var names: [Substring] = []
        for name in whole.split(separator: "/") where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(name) }
        }
        self.path = "/" + names.joined(separator: "/")
    }
}
