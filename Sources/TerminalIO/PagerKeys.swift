import Glibc

/// The keys of less while it shows something: whoever begins a word or a command means the line below, and ends it.
///
/// What was typed is its status then. Its own keys for moving and searching stay, and keys that nobody types words with
/// do nothing, whole: a part of one would be left for the line.
enum PagerKeys {
    /// A key each; the file is read since version 582, and an older less keeps its own keys.
    static let settings = "#command\n" + (endings + deaf).map { "\($0.keys) \($0.action)\n" }.joined()

    /// What was typed when less ended with a status; nil where it says something else.
    static func typed(_ status: UInt8) -> [UInt8]? { typedByStatus[status] }

    /// Whether it is less, with nobody's own keys.
    static func mayBeSet(for command: String, _ environment: [String: String]) -> Bool {
        mayBeSet(for: command, environment) { access($0, F_OK) == 0 }
    }

    static func mayBeSet(
        for command: String, _ environment: [String: String], isThere: (String) -> Bool
    ) -> Bool {
        let program = command.prefix { $0 != " " }.split(separator: "/").last
        guard program == "less", !own.contains(where: { environment[$0] != nil }) else { return false }
        let home = environment["HOME"] ?? ""
        let files = ["\(home)/.lesskey", "\(home)/.less", "\(home)/.config/lesskey"]
        let settings = environment["XDG_CONFIG_HOME"].map { ["\($0)/lesskey", "\($0)/less"] } ?? []
        return !(files + settings).contains(where: isThere)
    }

    /// Where somebody says which keys are theirs.
    private static let own = ["LESSKEY", "LESSKEYIN", "LESSKEY_CONTENT"]

    // MARK: keys that end it

    /// What a word can begin with, of one byte; `~` would be the status of a shell that cannot run less.
    private static let signs = Set(UInt8(0x21)...0x7D).subtracting("qNnGgjkb/?:!%&),;=]^|}\\".utf8).sorted()

    /// What letters, dashes and quotation marks of most scripts begin with, and pictures.
    private static let leads: [UInt8] =
        [0xC2, 0xC3, 0xC4, 0xC5, 0xC8, 0xCE, 0xCF, 0xD0, 0xD1, 0xD7, 0xD8, 0xD9, 0xDA, 0xDB] + (0xE1...0xED)
        + [0xF0]

    /// `:q` is less's own, as in vi.
    private static let commands = "abcdefghijklmnoprstuvwxyz".utf8.map { [UInt8(ascii: ":"), $0] }

    /// A status is a byte that less gives back below 128; 1 and 2 are failures.
    private static let typedByStatus: [UInt8: [UInt8]] = {
        let free = (UInt8(3)...0x7D).filter { !signs.contains($0) }
        let others = commands + leads.map { [$0] }
        return Dictionary(uniqueKeysWithValues: signs.map { ($0, [$0]) } + zip(free, others))
    }()

    private static var endings: [(keys: String, action: String)] {
        typedByStatus.sorted { $0.key < $1.key }.map { status, typed in
            (typed.map(octal).joined(), "quit \(octal(status))")
        }
    }

    private static func octal(_ byte: UInt8) -> String {
        "\\" + String(Int(byte) + 0o1000, radix: 8).dropFirst()
    }

    // MARK: keys that do nothing

    /// Function keys, and arrows and the keys above them with Shift, Alt or Control. The plain ones are less's own.
    private static var deaf: [(keys: String, action: String)] {
        let letters = "ABCDEFHPQRS".flatMap { end in (2...8).map { "1;\($0)\(end)" } }
        let numbers = (1...34).flatMap { number in
            ["\(number)~"] + (2...8).map { "\(number);\($0)~" }
        }.filter { keys in !plain.contains { $0.key == keys } }
        return (letters + numbers + ["E", "I", "O", "Z", "P", "Q", "R", "S"]).map {
            ("\\e[\($0)", "noaction")
        }
            + "PQRS".map { ("\\eO\($0)", "noaction") } + plain.map { ("\\e[\($0)", $1) }
    }

    /// As some terminals send them whatever less has asked for.
    private static let plain: KeyValuePairs = [
        "A": "back-line", "B": "forw-line", "C": "right-scroll", "D": "left-scroll", "H": "goto-line",
        "F": "goto-end", "1~": "goto-line", "4~": "goto-end", "5~": "back-screen", "6~": "forw-screen",
    ]
}
