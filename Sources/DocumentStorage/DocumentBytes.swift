/// The bytes of a document that is only read; a folder, a device, what is too large and what is no text are refused.
package func documentBytes(at path: String) throws(StorageError) -> [UInt8] {
    let bytes = try FileReading.read(path, limit: StoredDocument.limit).bytes
    try checkText(bytes, of: path)
    return bytes
}

extension StoredDocument {
    /// A document that may be written as well; what is no text is refused before it could be.
    package static func openingText(_ path: String, limit: Int = limit) throws(StorageError) -> StoredDocument
    {
        var document = try opening(path, limit: limit)
        try checkText(document.bytes, of: path)
        document.refusal = textProblem
        return document
    }
}

private func checkText(_ bytes: [UInt8], of path: String) throws(StorageError) {
    if let problem = textProblem(bytes) { throw StorageError(.unreadable, "\(quoted(path)) \(problem)") }
}

/// Why bytes are no text that can be read, as the rest of a sentence; nil where they may be.
package func textProblem(_ bytes: [UInt8]) -> String? {
    let start = bytes.prefix(1024)
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
        return "is written in UTF-16; saved as UTF-8 it can be read."
    }
    return start.contains(0) ? "holds zero bytes, so it is no text; a text saved as UTF-8 can be read." : nil
}
