import Glibc
import TestSupport

/// Documents of any size in the shape of the samples: a half-finished postmortem, with the chapters of a complete one
/// behind it as often as it takes.
struct BenchmarkDocument {
    static let name = "2026-04-14-incident.md"

    /// Writes piece by piece, so that the writer stays smaller than what it measures.
    static func write(to path: String, size: Int, beginningWith start: String = unfinished) throws {
        guard let file = fopen(path, "w") else { throw BenchmarkError("cannot write \(path)") }
        defer { fclose(file) }
        var written = 0
        for line in lines(start, complete) {
            guard written + line.utf8.count + comment.utf8.count <= size else { break }
            fputs(line, file)
            written += line.utf8.count
        }
        fputs(comment, file)
    }

    /// A folder of documents that are complete but for their last pages, each of another incident.
    static func writeMany(_ count: Int, size: Int, into folder: TemporaryFolder, _ name: String) throws {
        guard mkdir(folder[name], 0o755) == 0 else { throw BenchmarkError("cannot make \(folder[name])") }
        for number in 1000..<(1000 + count) {
            let start = complete.replacing("INC-2026-014", with: "INC-2026-\(number)")
            try write(to: "\(folder[name])/\(number).md", size: size, beginningWith: start)
        }
    }

    static let unfinished = text("2026-04-14-label-printers.md")
    static let complete = text("2026-03-02-checkout-latency.md")
    private static let comment = "\n<!-- debrief:guide standard -->\n"

    private static func text(_ sample: String) -> String {
        Repository.text("Samples/\(sample)").replacing("<!-- debrief:guide standard -->", with: "")
    }

    /// The lines of the start, then those of the chapters without end.
    private static func lines(_ start: String, _ chapters: String) -> some Sequence<String> {
        let head = start.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)\n" }
        let rest = chapters.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)\n" }
        return sequence(state: 0) { index -> String? in
            defer { index += 1 }
            return index < head.count ? head[index] : rest[(index - head.count) % rest.count]
        }
    }
}
