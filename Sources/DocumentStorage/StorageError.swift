import Glibc

/// Why a file could not be read or written, as one sentence that says what was seen and what would work.
package struct StorageError: Error, Equatable, CustomStringConvertible, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case noSuchInput
        case unreadable
        case cannotCreate
        case inputOutput
        case locked
    }

    package var kind: Kind
    package var description: String

    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    static func reading(_ path: String, _ code: Int32) -> StorageError {
        switch code {
        case ENOENT, ENOTDIR:
            StorageError(
                .noSuchInput, "There is no file '\(shown(path))'; the name or the folder may be another.")
        case EACCES, EPERM:
            StorageError(
                .unreadable,
                "'\(shown(path))' may not be read by this user; its permissions can be changed with chmod.")
        default: StorageError(.inputOutput, "'\(shown(path))' could not be read: \(reason(code)).")
        }
    }

    static func writing(_ path: String, _ code: Int32) -> StorageError {
        let name = shown(path)
        switch code {
        case ENOSPC, EDQUOT:
            return StorageError(
                .inputOutput, "The disk that holds '\(name)' is full; freeing some room helps.")
        case EROFS, EACCES, EPERM:
            return StorageError(
                .cannotCreate,
                "The folder of '\(name)' cannot be written to; another folder or other permissions help.")
        case EFBIG:
            return StorageError(
                .inputOutput,
                "'\(name)' would pass the size this session may write; 'ulimit -f' shows the limit.")
        case ENOENT, ENOTDIR:
            return StorageError(
                .cannotCreate, "The folder of '\(name)' does not exist; it can be made with mkdir.")
        case EEXIST:
            return StorageError(
                .cannotCreate, "'\(name)' exists already and was left as it is; another name works.")
        default: return StorageError(.inputOutput, "'\(name)' could not be written: \(reason(code)).")
        }
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }

    /// A file name without what could steer a terminal.
    private static func shown(_ path: String) -> String {
        String(
            String.UnicodeScalarView(
                path.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "?" : $0 }))
    }
}
