import Glibc

/// What a killed session left beside a document. To be called by the session that holds the lock.
package enum StaleFiles {
    /// Removes temporary files whose process is gone, and brings a save that was cut short to its end; the names of
    /// texts that were kept because they fit neither the old nor the new document.
    ///
    /// - Parameter last: the document as it was last saved, where that is known.
    package static func sweep(beside document: String, last: [UInt8]? = nil) -> [String] {
        let companion = CompanionName(of: document)
        for path in companion.abandoned(.temporary) { unlink(path) }
        return companion.abandoned(.swapped).compactMap { clear($0, beside: document, last) }
            + companion.abandoned(.whole).compactMap { mend(document, with: $0) }
    }

    /// The whole new text of a document that a killed session left cut short, which the next session puts back.
    package static func wholeText(of document: String) -> String? {
        CompanionName(of: document).abandoned(.whole).first { copy in
            guard let whole = try? FileReading.read(copy, limit: .max).bytes,
                let left = try? FileReading.read(document, limit: .max).bytes
            else { return false }
            return left.count < whole.count && whole.starts(with: left)
        }
    }

    /// A file that was swapped with the document: what was there before, or what somebody else wrote at that moment,
    /// which is nowhere else.
    private static func clear(_ swapped: String, beside document: String, _ last: [UInt8]?) -> String? {
        let text = try? FileReading.read(swapped, limit: .max).bytes
        let now = try? FileReading.read(document, limit: .max).bytes
        if let text, text == now || text == last {
            unlink(swapped)
            return nil
        }
        return setAside(swapped, as: FileName.unused(document + ".conflict"))
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
        return setAside(copy, as: FileName.unused(document + ".save"))
    }

    private static func setAside(_ file: String, as kept: String) -> String {
        rename(file, kept) == 0 ? kept : file
    }

    private static func writeOver(_ document: String, _ bytes: [UInt8]) -> Bool {
        let calls = FileCalls()
        let file = calls.retrying { calls.open(document, O_WRONLY | O_TRUNC | O_CLOEXEC, 0) }
        return file >= 0 && calls.fill(file, with: bytes) == 0
    }
}
