/// A JSON value whose objects keep the order of their keys.
package indirect enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSONValue])
    case object([(key: String, value: JSONValue)])

    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        JSONText.line(of: left) == JSONText.line(of: right)
    }
}

/// Writes JSON: over many lines, two blanks a level, or on one.
package enum JSONText {
    package static func text(of value: JSONValue) -> String { lines(of: value) + "\n" }

    /// The value without a line feed at its end, its further lines indented.
    package static func lines(of value: JSONValue, indent: String = "") -> String {
        let inner = indent + "  "
        switch value {
        case .null, .bool, .number, .text: return line(of: value)
        case .list(let items):
            guard !items.isEmpty else { return "[]" }
            return "[\n" + items.map { inner + lines(of: $0, indent: inner) }.joined(separator: ",\n")
                + "\n\(indent)]"
        case .object(let entries):
            guard !entries.isEmpty else { return "{}" }
            let fields = entries.map { "\(inner)\(quoted($0.key)): \(lines(of: $0.value, indent: inner))" }
            return "{\n" + fields.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    /// The value on one line.
    package static func line(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): String(number)
        case .text(let text): quoted(text)
        case .list(let items): "[" + items.map { line(of: $0) }.joined(separator: ",") + "]"
        case .object(let entries):
            "{" + entries.map { "\(quoted($0.key)):\(line(of: $0.value))" }.joined(separator: ",") + "}"
        }
    }

    /// A JSON string; control characters and marks that reorder or hide text are escaped.
    package static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || isHidden(scalar):
                quoted += "\\u" + hex(scalar.value)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Line separators and marks that reorder or hide text.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
