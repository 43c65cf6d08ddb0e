import DocumentStorage
import Glibc

/// Everything that comes in on standard input.
enum StandardInput {
    /// A text, within the limits that files have.
    static func document() throws(StorageError) -> [UInt8] {
        let bytes = bytes(limit: StoredDocument.limit)
        guard bytes.count <= StoredDocument.limit else {
            throw StorageError(
                .unreadable,
                "Standard input holds more than the \(StoredDocument.limit / 1024) KB that are read; a part of it may do."
            )
        }
        if let problem = textProblem(bytes) { throw StorageError(.unreadable, "Standard input \(problem)") }
        return bytes
    }

    /// All there is, or a little more than the limit.
    private static func bytes(limit: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = read(0, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}
