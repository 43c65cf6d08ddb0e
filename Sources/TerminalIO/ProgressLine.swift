import Glibc

/// How far long work has come, on one line of standard error that is written over, where a person waits there for more
/// than a second.
package struct ProgressLine {
    private let text: (Int) -> String
    private let clock: () -> Double
    private let put: (String) -> Void
    private let start: Double
    private var width = 0
    private var lastShown = 0.0

    /// - Parameters:
    ///   - text: `120 of 1000 files`, printable ASCII.
    ///   - clock: seconds that never go back.
    package init(
        _ text: @escaping (Int) -> String, clock: @escaping () -> Double = Self.seconds,
        put: @escaping (String) -> Void = Self.standardError
    ) {
        self.text = text
        self.clock = clock
        self.put = put
        start = clock()
    }

    /// At most ten times a second.
    package mutating func show(_ done: Int) {
        let now = clock()
        guard now - start > 1, now - lastShown > 0.1 else { return }
        lastShown = now
        let text = text(done)
        width = max(width, text.count)
        put("\r" + text + String(repeating: " ", count: width - text.count))
    }

    /// Blanks it, so that a report can be written on the same terminal.
    package mutating func clear() {
        guard width > 0 else { return }
        put("\r" + String(repeating: " ", count: width) + "\r")
        (width, lastShown) = (0, 0)
    }

    /// Nothing where standard error is no terminal.
    package static func standardError(_ text: String) {
        guard isatty(2) == 1 else { return }
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }

    package static func seconds() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
