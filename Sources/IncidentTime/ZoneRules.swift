/// When a region's clocks change, read from a TZif file (RFC 8536); whoever opens the file hands its bytes in.
package struct ZoneRules: Sendable {
    /// A moment at which the clocks change, and what they show from then on.
    private struct Change: Sendable {
        /// Minutes since 1970-01-01 00:00 UTC.
        var at: Int
        /// Minutes east of UTC.
        var offset: Int
    }

    private let first: Int
    private let changes: [Change]

    /// How many times of UTC a time on the wall stands for.
    package enum WallTime: Equatable, Sendable {
        case once(offset: Int)
        /// The clocks were moved past it.
        case never
        /// The clocks were moved back over it; the earlier offset first.
        case twice(Int, Int)
    }

    /// Nil for bytes that are no TZif file. Changes are read from the 64-bit part, or the 32-bit part of version 1.
    package init?(tzif bytes: [UInt8]) {
        guard let header = Header(bytes, at: 0) else { return nil }
        if header.version >= 2, let wide = Header(bytes, at: header.end(timeSize: 4)) {
            guard let read = Self.read(bytes, wide, timeSize: 8) else { return nil }
            (first, changes) = read
        } else {
            guard let read = Self.read(bytes, header, timeSize: 4) else { return nil }
            (first, changes) = read
        }
    }

    /// What a time on the wall of a day means.
    package func reading(of minutes: Int, on date: CalendarDate) -> WallTime {
        let wall = (date.dayNumber - CalendarDate.epoch) * 1440 + minutes
        let near = offsets(around: wall)
        let fitting = near.filter { offset(at: wall - $0) == $0 }
        switch fitting.count {
        case 0: return .never
        case 1: return .once(offset: fitting[0])
        default: return .twice(fitting.max()!, fitting.min()!)
        }
    }

    private func offset(at utc: Int) -> Int { changes.last { $0.at <= utc }?.offset ?? first }

    /// The offsets in force within a day and a half of a time.
    private func offsets(around wall: Int) -> [Int] {
        var found = [offset(at: wall - 2160)]
        for change in changes where abs(change.at - wall) <= 2160 && !found.contains(change.offset) {
            found.append(change.offset)
        }
        return found
    }

    // MARK: the file

    private struct Header {
        var start: Int
        var version: Int
        var utCount, stdCount, leapCount, timeCount, typeCount, charCount: Int

        init?(_ bytes: [UInt8], at start: Int) {
            guard start >= 0, start + 44 <= bytes.count,
                bytes[start..<(start + 4)].elementsEqual("TZif".utf8)
            else { return nil }
            self.start = start
            let digit = bytes[start + 4]
            version = digit == 0 ? 1 : Int(digit) - 0x30
            let counts = (0..<6).map { Int(ZoneRules.number(bytes, at: start + 20 + 4 * $0, size: 4)) }
            (utCount, stdCount, leapCount) = (counts[0], counts[1], counts[2])
            (timeCount, typeCount, charCount) = (counts[3], counts[4], counts[5])
            guard counts.allSatisfy({ (0...65_536).contains($0) }), typeCount > 0 else { return nil }
        }

        func end(timeSize: Int) -> Int {
            start + 44 + timeCount * (timeSize + 1) + typeCount * 6 + charCount + leapCount * (timeSize + 4)
                + stdCount + utCount
        }
    }

    private static func read(_ bytes: [UInt8], _ header: Header, timeSize: Int) -> (Int, [Change])? {
        guard header.end(timeSize: timeSize) <= bytes.count else { return nil }
        let times = header.start + 44
        let indices = times + header.timeCount * timeSize
        let types = indices + header.timeCount
        let offsets = (0..<header.typeCount).map { Int(number(bytes, at: types + 6 * $0, size: 4)) / 60 }
        var changes: [Change] = []
        for index in 0..<header.timeCount {
            let type = Int(bytes[indices + index])
            guard offsets.indices.contains(type) else { return nil }
            let seconds = number(bytes, at: times + timeSize * index, size: timeSize)
            changes.append(Change(at: Int((Double(seconds) / 60).rounded(.down)), offset: offsets[type]))
        }
        let footer = header.end(timeSize: timeSize)
        if timeSize == 8, footer < bytes.count {
            changes +=
                PosixRule(String(decoding: bytes[footer...], as: UTF8.self).filter { !$0.isNewline })?
                .changes(after: changes.last?.at).map { Change(at: $0.at, offset: $0.offset) } ?? []
        }
        return (offsets[0], changes)
    }

    /// A signed number, most significant byte first.
    fileprivate static func number(_ bytes: [UInt8], at start: Int, size: Int) -> Int64 {
        let value = bytes[start..<(start + size)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }
}

extension CalendarDate {
    /// 1 January 1970 as a day number.
    static let epoch = 719_468
}
