import Forms

/// A JSON value whose objects keep the order of their keys.
package indirect enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSONValue])
    case object([(key: String, value: JSONValue)])

    package init(_ value: AnswerValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .list(let items): self = .list(items.map { JSONValue($0) })
        case .map(let entries): self = .object(entries.map { ($0.key, JSONValue($0.value)) })
        }
    }

    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        JSONText.text(of: left) == JSONText.text(of: right)
    }
}

/// Writes JSON, two blanks a level.
package enum JSONText {
    package static func text(of value: JSONValue) -> String { lines(value, indent: "") + "\n" }

    private static func lines(_ value: JSONValue, indent: String) -> String {
        let inner = indent + "  "
        switch value {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .number(let number): return String(number)
        case .text(let text): return quoted(text)
        case .list(let items):
            guard !items.isEmpty else { return "[]" }
            return "[\n" + items.map { inner + lines($0, indent: inner) }.joined(separator: ",\n")
                + "\n\(indent)]"
        case .object(let entries):
            guard !entries.isEmpty else { return "{}" }
            let fields = entries.map { "\(inner)\(quoted($0.key)): \(lines($0.value, indent: inner))" }
            return "{\n" + fields.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    /// A JSON string; control characters and what could end a script element are escaped.
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

    /// Line separators and marks that reorder text.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
