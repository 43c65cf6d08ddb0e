/// Looks for secrets in one pass over the bytes: a byte that can begin one leads to a closer look at its neighbourhood, so
/// that a megabyte takes a fraction of a second.
package struct SecretScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var found: [Secret] = []
    /// The end of the last find, before which nothing begins.
    private var end = 0

    /// In document order, none inside another.
    package static func secrets(in bytes: [UInt8]) -> [Secret] {
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = SecretScanner(bytes: buffer)
            scanner.scan()
            return scanner.found.sorted { $0.range.lowerBound < $1.range.lowerBound }
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func scan() {
        var at = 0
        while at < bytes.count {
            switch bytes[at] {
            case 0x2D:
                take(privateKey(at))
                if at >= end { take(commandPassword(at)) }
            case 0x3A, 0x3D:
                take(userInfo(at))
                if at >= end { take(assignment(at)) }
            case 0x40: take(email(at))
            case 0x2B: take(phone(at))
            case 0x30...0x39: take(digits(at))
            case 0x41...0x5A, 0x61...0x7A:
                if mayBegin(at), at == 0 || !isWord(at - 1) { take(word(at)) }
                // Nothing begins in the middle of a word.
                while isLetter(at + 1) { at += 1 }
            default: break
            }
            at = max(at + 1, end)
        }
    }

    private mutating func take(_ secret: Secret?) {
        guard let secret, secret.range.lowerBound >= (found.last?.range.upperBound ?? 0)
        else { return }
        found.append(secret)
        end = secret.range.upperBound
    }

    // MARK: bytes

    func isWord(_ at: Int) -> Bool { isLetter(at) || isDigit(at) || at < bytes.count && bytes[at] == 0x5F }
    func isLetter(_ at: Int) -> Bool {
        at >= 0 && at < bytes.count && (bytes[at] | 0x20) >= 0x61 && (bytes[at] | 0x20) <= 0x7A
    }
    func isDigit(_ at: Int) -> Bool { at >= 0 && at < bytes.count && bytes[at] >= 0x30 && bytes[at] <= 0x39 }

    func starts(_ at: Int, _ text: StaticString) -> Bool {
        guard at >= 0, at + text.utf8CodeUnitCount <= bytes.count else { return false }
        for index in 0..<text.utf8CodeUnitCount where bytes[at + index] != text.utf8Start[index] {
            return false
        }
        return true
    }

    /// The end of a run of letters, digits and some more.
    func run(_ at: Int, and more: StaticString = "") -> Int {
        var stop = at
        while stop < bytes.count {
            if isLetter(stop) || isDigit(stop) { stop += 1; continue }
            let byte = bytes[stop]
            guard (0..<more.utf8CodeUnitCount).contains(where: { more.utf8Start[$0] == byte }) else { break }
            stop += 1
        }
        return stop
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func secret(_ kind: Secret.Kind, _ range: Range<Int>, isQuiet: Bool = false) -> Secret {
        var secret = Secret(kind: kind, range: range, masked: "", isQuiet: isQuiet)
        secret.masked =
            text(range.lowerBound..<(range.lowerBound + secret.shownPrefix)) + "… [redacted \(kind.rawValue)]"
        return secret
    }

    /// Bits a character: words stay below 3, random letters and digits come near 4 and above.
    func entropy(_ range: Range<Int>) -> Double {
        var counts = [Int](repeating: 0, count: 256)
        for index in range { counts[Int(bytes[index])] += 1 }
        let total = Double(range.count)
        return counts.reduce(0.0) { sum, count in
            guard count > 0 else { return sum }
            let share = Double(count) / total
            return sum - share * log2(share)
        }
    }

    /// Of a share between 0 and 1; the standard library has no logarithm of its own.
    private func log2(_ value: Double) -> Double {
        let exponent = Double(value.exponent)
        let rest = (value.significand - 1) / (value.significand + 1)
        let square = rest * rest
        return exponent + 2.885_390_081_777_927 * rest
            * (1 + square * (1 / 3.0 + square * (0.2 + square / 7)))
    }
}
