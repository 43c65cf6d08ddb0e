import Glibc

/// Keys that were pressed before the line was there to take them.
enum TypedAhead {
    static var isWaiting: Bool {
        var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) == 1 && waiting.revents & Int16(POLLIN) != 0
    }

    /// What is waiting, as the line reads it. Keys that came while the terminal was in nobody's or another program's hands
    /// have line feeds where Enter was pressed, which is another key to the line.
    static func takeAll() -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < 65_536, isWaiting {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = Glibc.read(0, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count].map { $0 == 0x0A ? 0x0D : $0 }
        }
        return bytes
    }

    /// Said where they take the place of a line that came back.
    static let notice = "What was typed ahead has the line; Up brings the one before it back."
}
