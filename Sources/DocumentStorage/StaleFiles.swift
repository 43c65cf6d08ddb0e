import Glibc

/// What a killed session left beside a document. To be called by the session that holds the lock.
package enum StaleFiles {
    /// Removes temporary files whose process is gone, and brings a save that was cut short to its end; the names of
    /// texts that were kept because they fit neither the old nor the new document.
    package static func sweep(beside document: String) -> [String] {
        let companion = CompanionName(of: document)
        for path in companion.abandoned(.temporary) { unlink(path) }
        return companion.abandoned(.whole).compactMap { mend(document, with: $0) }
    }

    /// A document that was being written over holds the beginning of the new text; the whole of it lies in `copy`.
    private static func mend(_ document: String, with copy: String) -> String? {
        guard let whole = try? FileReading.read(copy, limit: .max).bytes,
            let left = try? FileReading.read(document, limit: .max).bytes
        else { return nil }
        if left == whole {
            unlink(copy)
            return nil
        }
        if left.count < whole.count, whole.starts(with: left), writeOver(document, whole) {
            unlink(copy)
            return nil
        }
        let kept = FileName.unused(document + ".save")
        return rename(copy, kept) == 0 ? kept : copy
    }

    private static func writeOver(_ document: String, _ bytes: [UInt8]) -> Bool {
        let calls = FileCalls()
        let file = calls.retrying { calls.open(document, O_WRONLY | O_TRUNC | O_CLOEXEC, 0) }
        return file >= 0 && calls.fill(file, with: bytes) == 0
    }
}
