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
            deadLink(path, .noSuchInput)
                ?? StorageError(
                    .noSuchInput, "There is no file \(quoted(path)); the name or the folder may be another.")
        case EACCES, EPERM:
            StorageError(
                .unreadable,
                "\(quoted(path)) may not be read by this user; its permissions can be changed with chmod.")
        case ELOOP:
            StorageError(.unreadable, "\(quoted(path)) is a link that leads round in a circle.")
        case ENAMETOOLONG:
            StorageError(.noSuchInput, "\(quoted(path)) is longer than the name of a file can be.")
        case EMFILE, ENFILE: tooManyFiles(path, "read")
        default: StorageError(.inputOutput, "\(quoted(path)) could not be read: \(reason(code)).")
        }
    }

    static func writing(_ path: String, _ code: Int32) -> StorageError {
        let name = quoted(path)
        switch code {
        case ENOSPC:
            return StorageError(
                .inputOutput, "The disk that holds \(name) is full; freeing some room helps.")
        case EDQUOT:
            return StorageError(
                .inputOutput,
                "The room that this user has on the disk of \(name) is used up; removing something helps.")
        case EROFS, EACCES, EPERM:
            return StorageError(
                .cannotCreate,
                "The folder of \(name) cannot be written to; another folder or other permissions help.")
        case EFBIG:
            return StorageError(
                .inputOutput,
                "\(name) would pass the size this session may write; 'ulimit -f' shows the limit.")
        case ENOENT, ENOTDIR:
            return StorageError(
                .cannotCreate, "The folder of \(name) does not exist; it can be made with mkdir.")
        case EEXIST:
            return deadLink(path, .cannotCreate)
                ?? StorageError(
                    .cannotCreate, "\(name) exists already and was left as it is; another name works.")
        case ENAMETOOLONG:
            return StorageError(
                .cannotCreate, "\(name) is longer than the name of a file can be; a shorter one works.")
        case EMFILE, ENFILE: return tooManyFiles(path, "written")
        default: return StorageError(.inputOutput, "\(name) could not be written: \(reason(code)).")
        }
    }

    static func tooLarge(_ path: String, _ limit: Int) -> StorageError {
        StorageError(
            .inputOutput,
            "\(quoted(path)) would be larger than \(FileReading.size(limit)), the most that is read again; a shorter answer, or a file beside it and a link, fits."
        )
    }

    static func readOnly(_ path: String) -> StorageError {
        StorageError(
            .cannotCreate, "\(quoted(path)) is read-only; 'chmod u+w' on it lets it be written.")
    }

    /// A link whose file is gone is no file to a reader and a name already taken to a writer; nil for everything else.
    package static func deadLink(_ path: String, _ kind: Kind) -> StorageError? {
        FilePath.missingTarget(of: path).map {
            StorageError(
                kind,
                "\(quoted(path)) is a link to \(quoted($0)), and there is no such file; another name works, or the link can be removed."
            )
        }
    }

    private static func tooManyFiles(_ path: String, _ what: String) -> StorageError {
        StorageError(
            .inputOutput,
            "\(quoted(path)) could not be \(what), since too many files are open; closing some programs helps."
        )
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }
}

/// A path as it stands in a sentence. Line ends and other control characters of a name would break it up; the rest of
/// what could mislead is made visible where the sentence is shown.
func quoted(_ path: String) -> String {
    var name = ""
    for scalar in path.unicodeScalars {
        if scalar.value < 0x20 {
            name += "^" + String(UnicodeScalar(UInt8(scalar.value) + 0x40))
        } else {
            name.unicodeScalars.append(scalar)
        }
    }
    return "'\(name)'"
}
