import ArgumentParser

/// How the program ends; the numbers of BSD's sysexits where they fit.
enum ExitStatus: Int32, Error {
    case success = 0
    /// Findings at or above the asked level, or answers missing.
    case findings = 1
    case usage = 64
    case unreadable = 65
    case noInput = 66
    case cannotCreate = 73
    case inputOutput = 74
    case locked = 75
    case hangUp = 129
    case interrupted = 130
    case terminated = 143

    var code: ExitCode { ExitCode(rawValue) }

    /// How a shell sees a program that a signal ended.
    init(signal: Int32) {
        switch signal {
        case 1: self = .hangUp
        case 2: self = .interrupted
        default: self = .terminated
        }
    }
}

/// One sentence for standard error and the status that goes with it.
struct Failure: Error {
    var status: ExitStatus
    var message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}
