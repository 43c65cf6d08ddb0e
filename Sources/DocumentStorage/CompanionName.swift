import Glibc

/// Names of the hidden files beside a document: `.NAME.debrief-…`.
struct CompanionName {
    private let folder: String
    private let start: String

    init(of document: String) {
        folder = FilePath.folder(of: document)
        start = ".\(Self.shortened(FilePath.name(of: document))).debrief-"
    }

    var lock: String { "\(folder)/\(start)lock" }

    /// A name that no other file has: `.NAME.debrief-PID-RANDOM.ENDING`.
    func unused(_ ending: Ending) -> String {
        let random = String(UInt32.random(in: .min ... .max), radix: 16)
        return "\(folder)/\(start)\(getpid())-\(random).\(ending.rawValue)"
    }

    enum Ending: String, CaseIterable {
        /// Being written; nothing that anybody counts on.
        case temporary = "tmp"
        /// Complete, about to be put into the document's place, or just taken out of it.
        case swapped = "swap"
        /// The whole new text, while a document with several names is written over.
        case whole
    }

    /// Files of processes that are gone.
    func abandoned(_ ending: Ending) -> [String] {
        FolderListing.files(in: folder).filter { name in
            guard name.hasPrefix(start), name.hasSuffix(".\(ending.rawValue)") else { return false }
            let process = name.dropFirst(start.count).split(separator: "-").first.flatMap { pid_t($0) }
            return process.map { $0 > 0 && $0 != getpid() && kill($0, 0) != 0 && errno == ESRCH } ?? false
        }.map { "\(folder)/\($0)" }
    }

    /// A name may hold 255 bytes: a long one gives way to its beginning and a number made of the whole.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > 200 else { return name }
        return String(decoding: Array(name.utf8.prefix(180)), as: UTF8.self)
            .replacing("\u{FFFD}", with: "") + "-" + FileHash.text(name)
    }
}

enum FileHash {
    /// FNV-1a, 64 bits: names files, guards nothing.
    static func text(_ text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
