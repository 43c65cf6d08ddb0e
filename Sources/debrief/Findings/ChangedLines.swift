import Glibc

/// Which lines of a working tree have changed since a Git revision.
struct ChangedLines: Sendable {
    /// Changed lines, from 1, by the path from the top of the tree.
    private let changes: [String: [ClosedRange<Int>]]
    /// Files Git does not know yet: all of them is new.
    private let untracked: Set<String>
    private let top: String

    /// - Parameter folder: where in the tree the program was started.
    init(since revision: String, in folder: String) throws(Failure) {
        let git = ["git", "-C", folder, "-c", "core.quotePath=false"]
        guard let found = ChildProcess(words: git + ["rev-parse", "--show-toplevel"]).run() else {
            throw Failure(.usage, "'--changed' asks git, and there is no git on the PATH.")
        }
        guard found.status == 0 else {
            throw Failure(
                .usage,
                "'--changed' compares with a Git revision, but this folder lies in no Git working tree.")
        }
        top = String(decoding: found.output.prefix { $0 != 0x0A }, as: UTF8.self)
        let named = ChildProcess(
            words: git + ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
        ).run()
        guard let named, named.status == 0 else {
            throw Failure(
                .usage,
                "Git knows no revision '\(revision)' here; a commit, a branch or a tag such as 'origin/main' works."
            )
        }
        let commit = String(decoding: named.output.prefix { $0 != 0x0A }, as: UTF8.self)
        let inTop = ["git", "-C", top, "-c", "core.quotePath=false"]
        let diff = ChildProcess(
            words: inTop + [
                "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames",
                "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules", commit, "--",
            ]
        ).run()
        let others = ChildProcess(words: inTop + ["ls-files", "--others", "--exclude-standard", "-z"]).run()
        guard let diff, diff.status == 0, let others, others.status == 0 else {
            throw Failure(.inputOutput, "Git could not compare the files with '\(revision)'.")
        }
        var reader = DiffReader()
        for line in diff.output.split(separator: 0x0A, omittingEmptySubsequences: false) { reader.take(line) }
        changes = reader.changes
        untracked = Set(others.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }

    enum Lines: Sendable {
        case all
        case some([ClosedRange<Int>])
    }

    /// The changed lines of a file; nil where nothing in it has changed.
    func lines(of file: String) -> Lines? {
        guard let resolved = realpath(file, nil) else { return .all }
        defer { free(resolved) }
        let path = String(cString: resolved)
        guard path.hasPrefix(top + "/") else { return .all }
        let name = String(path.dropFirst(top.count + 1))
        if untracked.contains(name) { return .all }
        return changes[name].map { .some($0) }
    }
}

/// Reads `git diff --unified=0`: which lines of the new side each hunk holds.
private struct DiffReader {
    private(set) var changes: [String: [ClosedRange<Int>]] = [:]
    private var file: String?
    /// Lines of the present hunk still to come.
    private var left = 0

    mutating func take(_ line: ArraySlice<UInt8>) {
        if left > 0 {
            if line.first != UInt8(ascii: "\\") { left -= 1 }
        } else if line.starts(with: "+++ ".utf8) {
            file = Self.name(line.dropFirst(4))
        } else if line.starts(with: "@@ ".utf8) {
            takeHunk(String(decoding: line, as: UTF8.self))
        }
    }

    /// `@@ -12,0 +13,2 @@`
    private mutating func takeHunk(_ line: String) {
        let parts = line.split(separator: " ")
        guard parts.count >= 3, let old = Self.numbers(parts[1]), let new = Self.numbers(parts[2]) else {
            return
        }
        left = old.count + new.count
        guard let file, new.count > 0 else { return }
        changes[file, default: []].append(new.start...(new.start + new.count - 1))
    }

    private static func numbers(_ text: Substring) -> (start: Int, count: Int)? {
        let parts = text.dropFirst().split(separator: ",")
        guard let start = parts.first.flatMap({ Int($0) }) else { return nil }
        return (start, parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    }

    /// `b/name`, or in quotes where the name has signs of its own; nil for `/dev/null`.
    private static func name(_ text: ArraySlice<UInt8>) -> String? {
        var bytes = Array(text)
        while bytes.last == 0x09 { bytes.removeLast() }
        if bytes.first == UInt8(ascii: "\"") { bytes = unquoted(bytes.dropFirst()) }
        guard bytes.starts(with: "b/".utf8) else { return nil }
        return String(decoding: bytes.dropFirst(2), as: UTF8.self)
    }

    private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let signs: [UInt8: UInt8] = [
            UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D,
            UInt8(ascii: "a"): 0x07,
            UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "v"): 0x0B,
        ]
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            guard byte == UInt8(ascii: "\\"), let sign = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            if (0x30...0x37).contains(sign), rest.count >= 2 {
                let digits = [sign] + [rest.removeFirst(), rest.removeFirst()]
                bytes.append(digits.reduce(0) { $0 &* 8 &+ ($1 &- 0x30) })
            } else {
                bytes.append(signs[sign] ?? sign)
            }
        }
        return bytes
    }
}
