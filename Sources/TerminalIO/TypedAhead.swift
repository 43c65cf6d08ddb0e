import Glibc

/// Keys that were pressed before the line was there to take them.
enum TypedAhead {
    static var isWaiting: Bool {
        var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) == 1 && waiting.revents & Int16(POLLIN) != 0
    }

    /// Said where they take the place of a line that came back.
    static let notice = "What was typed ahead has the line; Up brings the one before it back."
}
