/// A file's path as SARIF wants it: relative to a folder where it lies in it, a `file:` address elsewhere, with
/// everything but plain characters percent-encoded.
struct SARIFPath {
    private let path: String
    private let isOutside: Bool

    init(_ file: String, from folder: String) {
        var rest = file[...]
        if !folder.isEmpty, rest.hasPrefix(folder + "/") { rest = rest.dropFirst(folder.count + 1) }
        while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
        path = String(rest)
        isOutside = rest.hasPrefix("/")
    }

    var uri: String { (isOutside ? "file://" : "") + path.utf8.map { Self.encoded($0) }.joined() }

    private static func encoded(_ byte: UInt8) -> String {
        let isPlain =
            (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41 || (0x30...0x39).contains(byte)
            || "-._~/".utf8.contains(byte)
        guard !isPlain else { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
    }
}
