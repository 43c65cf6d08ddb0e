import Glibc

@testable import DocumentStorage

/// The calls of saving that can be made to fail.
enum Call: String, CaseIterable, Sendable {
    case open, write, shortWrite, fsync, close, rename, exchange, renameNew, link, unlink, fchmod, fchown
}

/// One call that fails: the `nth` of its kind, alone or with all that follow.
struct Fault: CustomStringConvertible, Sendable {
    var call: Call
    var code: Int32
    var nth: Int
    var isForEver: Bool

    var description: String {
        "\(call) \(nth)\(isForEver ? "+" : "") \(String(cString: strerror(code)))"
    }
}

/// The system's calls, of which one kind fails at the given place.
final class FailingCalls {
    let fault: Fault
    private var count = 0

    init(_ fault: Fault) { self.fault = fault }

    /// Whether the place was reached at all; the sweep ends where it was not.
    var wasReached: Bool { count >= fault.nth }

    private func fails(_ call: Call) -> Bool {
        guard call == fault.call else { return false }
        count += 1
        // An interrupted call succeeds in the end, or nothing could ever be saved.
        return fault.isForEver && fault.code != EINTR ? count >= fault.nth : count == fault.nth
    }

    private func failing(_ call: Call, _ body: () -> Int32) -> Int32 {
        guard fails(call) else { return body() }
        errno = fault.code
        return -1
    }

    var calls: FileCalls {
        let real = FileCalls()
        var calls = FileCalls()
        calls.open = { path, flags, mode in self.failing(.open) { real.open(path, flags, mode) } }
        // What is never lost to a power cut need not wait for the disk.
        calls.fsync = { _ in self.failing(.fsync) { 0 } }
        calls.rename = { from, to in self.failing(.rename) { real.rename(from, to) } }
        calls.exchange = { first, second in self.failing(.exchange) { real.exchange(first, second) } }
        calls.renameNew = { from, to in self.failing(.renameNew) { real.renameNew(from, to) } }
        calls.link = { from, to in self.failing(.link) { real.link(from, to) } }
        calls.unlink = { path in self.failing(.unlink) { real.unlink(path) } }
        calls.fchmod = { file, mode in self.failing(.fchmod) { real.fchmod(file, mode) } }
        calls.fchown = { file, owner, group in self.failing(.fchown) { real.fchown(file, owner, group) } }
        calls.write = { file, bytes, count in
            if self.fails(.shortWrite) { return real.write(file, bytes, max(1, count / 3)) }
            guard self.fails(.write) else { return real.write(file, bytes, count) }
            // A disk that fills up takes a part first.
            if self.fault.code == ENOSPC, !self.fault.isForEver || self.count == self.fault.nth {
                return real.write(file, bytes, max(1, count / 2))
            }
            errno = self.fault.code
            return -1
        }
        calls.close = { file in
            let closed = real.close(file)
            return self.failing(.close) { closed }
        }
        return calls
    }
}

extension Fault {
    static let codes = [EIO, ENOSPC, EDQUOT, EINTR, EMFILE, EACCES, EXDEV, EINVAL]

    /// Runs a body for every call, error and place, alone and for ever after, until no call is left to fail.
    static func sweep(_ body: (Fault, FileCalls) throws -> Void) rethrows -> Int {
        var runs = 0
        for call in Call.allCases {
            for code in call == .shortWrite ? [0] : codes {
                for isForEver in [false, true] {
                    for nth in 1...100 {
                        let failing = FailingCalls(
                            Fault(call: call, code: code, nth: nth, isForEver: isForEver))
                        try body(failing.fault, failing.calls)
                        guard failing.wasReached else { break }
                        runs += 1
                    }
                }
            }
        }
        return runs
    }
}
