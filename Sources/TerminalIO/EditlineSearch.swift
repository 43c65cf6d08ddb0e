import CEditline
import DisplayText

/// Ctrl-R over all answers.
extension EditlineTerminal {
    /// libedit's own search looks a character up by its low byte, so it ends at some.
    func search() -> UInt8 {
        let original = currentText
        searchedFrom = original
        defer { searchedFrom = nil }
        var pattern = ""
        var skipped = 0
        while true {
            let matches =
                pattern.isEmpty
                ? [] : answers.reversed().filter { $0.lowercased().contains(pattern.lowercased()) }
            let hit = matches.isEmpty ? nil : matches[min(skipped, matches.count - 1)]
            show(pattern: pattern, hit)
            guard let key = nextScalar() else {
                if Foreground.isOurs { replaceOnScreen(original) } else { setText(original) }
                return KeyResult.eof
            }
            switch key {
            case "\u{12}": skipped += 1
            case "\u{7F}", "\u{08}":
                if !pattern.isEmpty { pattern.removeLast() }
                skipped = 0
            case "\u{1B}":
                switch readSequence() {
                case .unknown: continue
                case .escape: return leaveSearch(with: original)
                case .alt: return leaveSearch(with: hit ?? original, handingOn: "\u{1B}")
                case .key(.accept): return leaveSearch(with: hit ?? original)
                case .key(let key): return leaveSearch(with: hit ?? original, handingOn: key.sequence)
                }
            case "\0": continue
            case _ where key.value < 0x20 && isInBurst: continue
            case "\u{07}", "\u{03}": return leaveSearch(with: original)
            case "\r", "\n": return leaveSearch(with: hit ?? original)
            case _ where key.value < 0x20: return leaveSearch(with: hit ?? original, handingOn: String(key))
            default:
                pattern.unicodeScalars.append(key)
                skipped = 0
            }
        }
    }

    /// A key that ends the search by doing something else does it to what stands on the line now.
    private func leaveSearch(with text: String, handingOn keys: String = "") -> UInt8 {
        replaceOnScreen(text)
        if !keys.isEmpty { el_push(line, keys) }
        return KeyResult.norm
    }

    private func show(pattern: String, _ hit: String?) {
        let room = max(20, drawnColumns - promptWidth - 16 - displayWidth(pattern))
        let found = hit.map { $0.replacing("\n", with: "⏎") } ?? (pattern.isEmpty ? "" : "(nothing found)")
        replaceOnScreen("search: \(pattern)▏ " + truncated(found, to: room))
    }

    private func replaceOnScreen(_ text: String) {
        clearFromPrompt(columns: drawnColumns)
        setText(text)
        ceditline_refresh(line)
    }
}
