/// Keys of our own, sent to libedit as Ctrl-\ and a letter. Escape sequences are decoded before libedit sees them, since
/// binding them would make ESC a prefix that vi's users could not leave insert mode with.
enum PrivateKey: Character, CaseIterable {
    case prefill = "i"
    case insertPending = "g"
    case giveUp = "c"
    case showListing = "l"
    case paste = "v"
    case olderAnswer = "p"
    case newerAnswer = "n"
    case deleteNext = "d"
    case up = "u"
    case down = "w"
    case right = "f"
    case left = "b"
    case home = "h"
    case end = "e"
    case nextWord = "F"
    case previousWord = "B"
    case newline = "j"
    case accept = "m"

    static let lead: Character = "\u{1C}"

    var sequence: String { String([Self.lead, rawValue]) }

    /// libedit's name of what the key does.
    var function: String {
        switch self {
        case .prefill: "debrief-prefill"
        case .insertPending: "debrief-insert"
        case .giveUp: "debrief-give-up"
        case .showListing: "debrief-list"
        case .paste: "debrief-paste"
        case .olderAnswer: "ed-prev-history"
        case .newerAnswer: "ed-next-history"
        case .deleteNext: "ed-delete-next-char"
        case .up: "debrief-up"
        case .down: "debrief-down"
        case .right: "ed-next-char"
        case .left: "ed-prev-char"
        case .home: "ed-move-to-beg"
        case .end: "ed-move-to-end"
        case .nextWord: "em-next-word"
        case .previousWord: "ed-prev-word"
        case .newline: "debrief-newline"
        case .accept: "ed-newline"
        }
    }

    init?(sequence: [UInt8]) {
        guard let key = Self.sequences[String(decoding: sequence, as: UTF8.self)] else { return nil }
        self = key
    }

    /// What terminals send after ESC.
    private static let sequences: [String: PrivateKey] = [
        "[200~": .paste, "[A": .up, "OA": .up, "[B": .down, "OB": .down, "[C": .right, "OC": .right,
        "[D": .left, "OD": .left,
        "[H": .home, "OH": .home, "[1~": .home, "[7~": .home, "[F": .end, "OF": .end, "[4~": .end,
        "[8~": .end,
        "[3~": .deleteNext, "[1;5C": .nextWord, "[5C": .nextWord, "[1;3C": .nextWord, "[1;5D": .previousWord,
        "[5D": .previousWord, "[1;3D": .previousWord, "[13;2u": .newline, "[27;2;13~": .newline,
        "[13;3u": .newline,
        "[27;5;13~": .newline, "\r": .newline, "\n": .newline, "OM": .accept,
    ]
}
