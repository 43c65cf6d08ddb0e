import Glibc
import TestSupport
import Testing

@testable import DocumentStorage

/// Every call of a save fails in every way, once and for ever after. Whatever happens, the file is the old one or the new
/// one, success is reported only where the new text is there, and nothing is left lying about.
@Suite("A failing disk never leaves a document in between") struct FaultSweepTests {
    private let old = [UInt8]("old text\n".utf8)
    private let new = [UInt8](String(repeating: "new text\n", count: 400).utf8)

    private func saving(
        _ folder: TemporaryFolder, _ prepare: (String) -> Void = { _ in },
        change: (inout FileCalls) -> Void = { _ in },
        check: (Fault, String) -> Void = { _, _ in }
    ) throws -> Int {
        try Fault.sweep { fault, calls in
            let path = folder.write("old text\n", to: "day.md")
            chmod(path, 0o640)
            prepare(path)
            var document = try StoredDocument.opening(path, limit: StoredDocument.limit, FileCalls())
            document.calls = calls
            change(&document.calls)
            let outcome = try? document.save(new)
            let now = try FileReading.read(path, limit: .max)
            #expect(now.bytes == old || now.bytes == new, "\(fault) left something in between")
            if let outcome, outcome != .saved { #expect(outcome.isInPlace, "\(fault) gave \(outcome)") }
            if outcome != nil { #expect(now.bytes == new, "\(fault) was told as saved") }
            if outcome == nil { #expect(now.bytes == old, "\(fault) was told as not saved") }
            #expect(now.stamp.mode & 0o7777 == 0o640, "\(fault) changed the mode")
            check(fault, path)
            if fault.call != .unlink { #expect(leftOvers(folder) == [], "\(fault)") }
            empty(folder)
        }
    }

    @Test func whereADocumentIsReplaced() throws {
        let folder = try TemporaryFolder()
        let runs = try saving(folder)
        #expect(runs > 100, "\(runs) faults were met")
    }

    @Test func whereADocumentWithTwoNamesIsWrittenOver() throws {
        let folder = try TemporaryFolder()
        let runs = try saving(folder) { path in
            link(path, folder["twin.md"])
        } check: { fault, path in
            // Only a disk that goes on failing costs the second name; both keep a whole text even then.
            if fault.isForEver { return }
            #expect(FileStamp(path)?.inode == FileStamp(folder["twin.md"])?.inode, "\(fault)")
        }
        #expect(runs > 100, "\(runs) faults were met")
    }

    @Test func whereFilesCannotBeSwapped() throws {
        let folder = try TemporaryFolder()
        let runs = try saving(
            folder,
            change: { calls in
                calls.exchange = { _, _ in
                    errno = EINVAL
                    return -1
                }
            })
        #expect(runs > 100, "\(runs) faults were met")
    }

    @Test func whereADocumentWasRemoved() throws {
        let folder = try TemporaryFolder()
        let runs = try Fault.sweep { fault, calls in
            let path = folder.write("old text\n", to: "day.md")
            var document = try StoredDocument.opening(path, limit: StoredDocument.limit, FileCalls())
            document.calls = calls
            unlink(path)
            let outcome = try? document.save(new)
            let now = try? FileReading.read(path, limit: .max).bytes
            #expect(now == nil || now == new, "\(fault) left something in between")
            #expect((outcome != nil) == (now == new), "\(fault) gave \(String(describing: outcome))")
            if fault.call != .unlink { #expect(leftOvers(folder) == [], "\(fault)") }
            empty(folder)
        }
        #expect(runs > 80, "\(runs) faults were met")
    }

    @Test func whereADocumentIsMade() throws {
        let folder = try TemporaryFolder()
        let runs = Fault.sweep { fault, calls in
            let path = folder["day.md"]
            let made = try? StoredDocument.creating(path, new, calls)
            let now = try? FileReading.read(path, limit: .max).bytes
            #expect(now == nil || now == new, "\(fault) left something in between")
            #expect((made != nil) == (now == new), "\(fault) was not told as it is")
            if fault.call != .unlink { #expect(leftOvers(folder) == [], "\(fault)") }
            empty(folder)
        }
        #expect(runs > 60, "\(runs) faults were met")
    }

    @Test func whereAnExportIsWrittenAgain() throws {
        let folder = try TemporaryFolder()
        let runs = try Fault.sweep { fault, calls in
            let path = folder.write("old text\n", to: "day.json")
            let failed = (try? StoredDocument.replacing(path, with: new, calls)) == nil
            let now = try FileReading.read(path, limit: .max).bytes
            #expect(now == (failed ? old : new), "\(fault)")
            if fault.call != .unlink { #expect(leftOvers(folder) == [], "\(fault)") }
            empty(folder)
        }
        #expect(runs > 100, "\(runs) faults were met")
    }

    /// After any failure the next save goes through, and nothing that was accepted is missing.
    @Test func andTheNextSaveGoesThrough() throws {
        let folder = try TemporaryFolder()
        _ = try Fault.sweep { fault, calls in
            let path = folder.write("old text\n", to: "day.md")
            var document = try StoredDocument.opening(path, limit: StoredDocument.limit, FileCalls())
            document.calls = calls
            _ = try? document.save(new)
            document.calls = FailingCalls(Fault(call: .fsync, code: 0, nth: .max, isForEver: false)).calls
            _ = try document.save(new + old)
            #expect(try FileReading.read(path, limit: .max).bytes == new + old, "\(fault)")
            empty(folder)
        }
    }

    private func leftOvers(_ folder: TemporaryFolder) -> [String] {
        folder.names.filter { !["day.md", "twin.md", "day.json"].contains($0) }
    }

    private func empty(_ folder: TemporaryFolder) { for name in folder.names { unlink(folder[name]) } }
}

extension StoredDocument.SaveOutcome {
    /// The new text has the document's name.
    fileprivate var isInPlace: Bool {
        switch self {
        case .saved, .restored, .savedBeside, .savedButNotDurable: true
        case .unchanged, .changedOnDisk: false
        }
    }
}
