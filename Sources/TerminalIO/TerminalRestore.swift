import CEditline
import Glibc

/// The terminal as it was found, put back on every way out: at exit, by signals, and after a crash as far as a signal
/// handler may.
enum TerminalRestore {
    nonisolated(unsafe) private static var asFound: termios?

    /// Notes the terminal's state and arranges for its return; nil where standard input is no terminal.
    static func arm() -> termios? {
        if let asFound { return asFound }
        var state = termios()
        guard tcgetattr(0, &state) == 0 else { return nil }
        asFound = state
        atexit { TerminalRestore.restore() }
        provideStack()
        for crash in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { signal in
                TerminalRestore.restore()
                Glibc.signal(signal, SIG_DFL)
                raise(signal)
            }
            sigemptyset(&action.sa_mask)
            action.sa_flags = SA_ONSTACK
            sigaction(crash, &action, nil)
        }
        return state
    }

    /// A stack of their own for the handlers, since a crash may be that of a full one.
    private static func provideStack() {
        let size = 64 * 1024
        var stack = stack_t()
        stack.ss_sp = malloc(size)
        stack.ss_size = size
        if stack.ss_sp != nil { sigaltstack(&stack, nil) }
    }

    /// Uses only calls that are safe in a signal handler. Where another program has the terminal, it is left to that one.
    static func restore() {
        guard var state = asFound, Foreground.isOurs else { return }
        tcsetattr(0, TCSADRAIN, &state)
        guard BracketedPaste.output >= 0 else { return }
        var leave: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (
            0x1B, 0x5B, 0x3F, 0x32, 0x30, 0x30, 0x34, 0x6C
        )
        _ = write(BracketedPaste.output, &leave, 8)
    }
}

/// Signals as bytes in a pipe, so that they are met where keys are read and never inside another call.
enum SignalPipe {
    nonisolated(unsafe) private static var writeEnd: Int32 = -1
    nonisolated(unsafe) private(set) static var readEnd: Int32 = -1
    /// A signal that ends the program came in, read from the pipe or not.
    nonisolated(unsafe) private(set) static var endsProgram = false

    static func install(_ signals: [Int32]) {
        guard writeEnd < 0 else { return }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
        for signal in signals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                let kept = errno
                if number == SIGTERM || number == SIGHUP { SignalPipe.endsProgram = true }
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(SignalPipe.writeEnd, &byte, 1)
                errno = kept
            }
            sigemptyset(&action.sa_mask)
            action.sa_flags = 0
            sigaction(signal, &action, nil)
        }
    }

    /// The next signal that came in, nil where none waits.
    static func next() -> Int32? {
        var byte: UInt8 = 0
        return read(readEnd, &byte, 1) == 1 ? Int32(byte) : nil
    }

    /// All that came in and was not met yet.
    static func drain() -> Set<Int32> {
        var signals: Set<Int32> = []
        while let signal = next() { signals.insert(signal) }
        return signals
    }
}
