import DocumentStorage
import Glibc

// Saves a document again and again, with a higher number each time, and says on standard output which save it was told
// of as done. Tests kill it at any moment. With a size of 0 it only takes the document's lock and waits.

/// Unbuffered, so that what was said is out before the process dies.
func say(_ text: String) {
    let line = Array("\(text)\n".utf8)
    _ = write(1, line, line.count)
}

let arguments = CommandLine.arguments
guard arguments.count == 3, let size = Int(arguments[2]) else { exit(64) }
let path = arguments[1]

if size == 0 {
    let lock = SessionLock(for: path)
    say(lock.state == .held ? "held" : "not held")
    withExtendedLifetime(lock) { _ = pause() }
    exit(0)
}

/// `NUMBER`, a body made of it, `end NUMBER`: a reader can tell a whole text from a part or a mixture.
func text(_ number: Int) -> [UInt8] {
    let line = "\(number)\n"
    return Array((String(repeating: line, count: size / line.utf8.count) + "end \(number)\n").utf8)
}

var document = try StoredDocument.opening(path)
let start = Int(String(decoding: document.bytes.prefix { $0 != 0x0A }, as: UTF8.self)) ?? 0
for number in (start + 1)... {
    switch try document.save(text(number)) {
    case .saved: say("\(number)")
    case let other:
        say("unexpected \(other)")
        exit(1)
    }
}
