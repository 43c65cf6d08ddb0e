import DisplayText

/// Where a person is talked with: a line editor, or plain lines.
package protocol Terminal: AnyObject {
    var columns: Int { get }
    /// A person sits there; otherwise lines come from a pipe.
    var isInteractive: Bool { get }
    /// Whole lines only: nothing is redrawn, choices are numbered.
    var isAccessible: Bool { get }
    /// Called with what is being typed, at most a second after the last key, where a person types.
    var onIdle: ((String) -> Void)? { get set }

    /// A paragraph, made visible, wrapped and styled.
    func show(_ text: StyledText)
    /// Lines that keep their shape: drawings and tables.
    func showPreformatted(_ lines: [StyledText])
    func read(_ request: LineRequest) -> LineOutcome
    /// Keeps an answer where Up and Ctrl-R find it.
    func remember(_ text: String, in history: String)
    /// Opens a text in the user's editor.
    func edit(_ text: String) -> EditOutcome
}

/// What became of a text in the user's editor.
package enum EditOutcome: Equatable {
    /// Left as it was, or given up.
    case unchanged
    /// What to say of bytes that were changed on the way comes with it.
    case changed(String, notices: [String])
    /// The editor could not do its work, and what would help.
    case failed(String)
}

/// A line to be read.
package struct LineRequest {
    package var prompt: StyledText
    /// Shown at the right margin while there is room.
    package var rightPrompt: StyledText
    package var prefill: String
    /// What was typed ahead takes the prefill's place, and Up brings it back.
    package var givesWay: Bool
    /// Which earlier answers Up brings back.
    package var history: String
    package var completer: ((_ before: String, _ whole: String) -> Completion)?

    package init(
        prompt: StyledText, rightPrompt: StyledText = "", prefill: String = "",
        givesWay: Bool = false, history: String,
        completer: ((_ before: String, _ whole: String) -> Completion)? = nil
    ) {
        self.prompt = prompt
        self.rightPrompt = rightPrompt
        self.prefill = prefill
        self.givesWay = givesWay
        self.history = history
        self.completer = completer
    }
}

/// What the text before the cursor could become.
package struct Completion: Equatable {
    /// Bytes of UTF-8 before the cursor that stay as they are.
    package var start: Int
    package var candidates: [String]

    package init(start: Int, candidates: [String]) {
        self.start = start
        self.candidates = candidates
    }
}

package enum LineOutcome: Equatable {
    case line(EnteredLine)
    /// Ctrl-C: the line was given up.
    case interrupted(discarded: String)
    case endOfInput
    /// A signal ends the program, or the terminal went away.
    case terminated(signal: Int32, draft: String)
}

package struct EnteredLine: Equatable {
    package enum Origin: Equatable {
        case typed
        /// Something on it was pasted.
        case pasted
        /// It came back from the user's editor.
        case editor
    }

    package var text: String
    package var origin: Origin
    /// What stood on the line before anything was pasted behind it; empty where nothing was.
    package var typedFirst: String

    package init(text: String, origin: Origin, typedFirst: String = "") {
        (self.text, self.origin, self.typedFirst) = (text, origin, typedFirst)
    }
}

package enum ReplacedBytes {
    /// Said once a line; what came in is shown as it was taken.
    static let notice = "Some bytes were no UTF-8; each of them stands as U+FFFD (\u{FFFD}) in the answer."
    private static let dropped =
        "Some control characters, such as those that colour a terminal, are no text and were left out."

    /// What to say of the bytes of a file that become an answer.
    package static func notices(of bytes: [UInt8]) -> [String] {
        let isReplaced = String(validating: bytes, as: UTF8.self) == nil
        let isControl = { (byte: UInt8) in byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) || byte == 0x7F }
        return (isReplaced ? [notice] : []) + (bytes.contains(where: isControl) ? [dropped] : [])
    }
}
