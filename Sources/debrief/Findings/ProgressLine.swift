import Diagnostics
import Glibc

/// `120 of 1000 files` on standard error, where a person waits there for more than a second.
struct ProgressLine {
    private let total: Int
    private let isShown: Bool
    private let start: Double
    private var width = 0
    private var lastShown = 0.0

    init(total: Int) {
        self.total = total
        isShown = isatty(2) == 1
        start = Self.clock
    }

    mutating func show(_ done: Int) {
        guard isShown else { return }
        let now = Self.clock
        guard now - start > 1, now - lastShown > 0.1 else { return }
        lastShown = now
        let text = "\(done) of \(counted(total, "file"))"
        width = max(width, text.count)
        put("\r" + text + String(repeating: " ", count: width - text.count))
    }

    /// Blanks it, so that a report can be written on the same terminal.
    mutating func clear() {
        guard width > 0 else { return }
        put("\r" + String(repeating: " ", count: width) + "\r")
        (width, lastShown) = (0, 0)
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }

    private static var clock: Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
