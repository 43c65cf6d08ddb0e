import Diagnostics
import DisplayText
import DocumentStorage

/// Findings that were there when a list was made: a line for each, its fingerprint, its rule and its file, sorted, so
/// that the list reads and merges well in Git.
struct Baseline: Sendable {
    private static let header =
        "# Findings known to 'debrief', by sentence; '--write-baseline' makes this list anew."

    private var known: Set<String> = []
    /// Files that the list names, and those of them that are there.
    private var files: Set<String> = []
    private var present: Set<String> = []
    /// For a fingerprint the files on the list that had it and are gone.
    private var gone: [String: [String]] = [:]
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
            baseline.add(entry)
        }
        return baseline
    }

    private mutating func add(_ entry: Entry) {
        known.insert(entry.key)
        let isNew = files.insert(entry.file).inserted
        if isNew, FolderListing.exists(absolute(entry.file)) { present.insert(entry.file) }
        if !present.contains(entry.file) { gone[entry.fingerprint, default: []].append(entry.file) }
    }

    /// The findings of a file that are not on the list.
    ///
    /// What stood in a file that was renamed is known as well. A fingerprint is made of the rule and the sentence, so that
    /// one of a file which is gone tells the same words in another place, and as the old place is gone these words are not
    /// told twice. Two things keep it from excusing more: a file that the list names was there when the list was made and is
    /// no renamed one, and a file has one old name, the one of which it has most, so that a short sentence such as "Human
    /// error." is not excused by any file that ever had it. Copies of a file that was then removed are all taken for it:
    /// they hold nothing that was not accepted.
    func new(in file: FileFindings) -> [Finding] {
        let fingerprints = FindingFingerprint.all(of: file)
        let name = Entry(fingerprint: "", rule: "", file: relative(file.file)).file
        let names = [name] + (files.contains(name) ? [] : [oldName(fingerprints)].compactMap { $0 })
        return zip(file.findings, fingerprints).filter { _, fingerprint in
            !names.contains { known.contains("\(fingerprint) \($0)") }
        }.map(\.0)
    }

    private func oldName(_ fingerprints: [String]) -> String? {
        var shared: [String: Int] = [:]
        for fingerprint in fingerprints {
            for file in gone[fingerprint] ?? [] { shared[file, default: 0] += 1 }
        }
        return shared.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
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

    private func absolute(_ file: String) -> String { file.hasPrefix("/") ? file : "\(folder)/\(file)" }

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
