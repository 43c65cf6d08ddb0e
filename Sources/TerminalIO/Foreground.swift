import Glibc

/// Whose terminal it is, by the rules of job control.
enum Foreground {
    /// True as well where nobody shares the terminal out. Safe in a signal handler.
    static var isOurs: Bool {
        let front = tcgetpgrp(0)
        return front < 0 || front == getpgrp()
    }

    /// Returns once this program has the terminal, or a signal that ends it came; stopped until then, as the driver stops
    /// whoever touches the terminal from behind. What came in meanwhile.
    static func waitForTurn() -> Set<Int32> {
        var signals: Set<Int32> = []
        while true {
            signals.formUnion(SignalPipe.drain())
            if signals.ending != nil || isOurs { return signals }
            kill(0, SIGTTOU)
            var waiting = pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0)
            // Nobody is left who could stop this program and continue it: the terminal is gone for good.
            if poll(&waiting, 1, 1_000) == 0 { return signals.union([SIGHUP]) }
        }
    }

    /// From behind, the last words are written without stopping for it.
    static func leaveBehind() {
        if !isOurs { signal(SIGTTOU, SIG_IGN) }
    }
}

extension Set<Int32> {
    /// The signal among them that ends the program.
    var ending: Int32? { [SIGTERM, SIGHUP].first(where: contains) }
}
