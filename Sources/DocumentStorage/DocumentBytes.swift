/// The bytes of a document that is only read; a folder, a device, what is too large and what is no text are refused.
package func documentBytes(at path: String) throws(StorageError) -> [UInt8] {
    let bytes = try FileReading.read(path, limit: StoredDocument.limit).bytes
    if let problem = textProblem(bytes) {
        throw StorageError(.unreadable, "'\(path)' \(problem)")
    }
    return bytes
}

/// Why bytes are no text that can be read, as the rest of a sentence; nil where they may be.
package func textProblem(_ bytes: [UInt8]) -> String? {
    let start = bytes.prefix(1024)
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
        return "is written in UTF-16; saved as UTF-8 it can be read."
    }
    return start.contains(0) ? "holds zero bytes, so it is no text; a Markdown file is needed." : nil
}
