import LosslessMarkdown

/// What happens to an interview from outside. Interrupts, the end of input and time are values like any other.
package enum InterviewInput: Sendable {
    /// One line, keyed in: the only input that can be a command.
    case line(String)
    /// Text that was pasted, came from an editor or a file: an answer whatever it looks like.
    case block(String)
    /// The document given with `save` is on disk.
    case saved
    /// The document given with `save` is not on disk, and why, as one sentence.
    case saveFailed(String)
    /// Somebody else wrote the file; this is what it holds now.
    case documentChanged(MarkdownDocument)
    /// The line was given up, with or without something on it.
    case interrupted(hadText: Bool)
    case endOfInput
    case tick(Instant)
    /// What became of a request that was given out, told to the person as it is.
    case told(String)
}
