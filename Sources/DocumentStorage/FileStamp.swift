import Glibc

/// What tells one state of a file from another without reading it.
struct FileStamp: Equatable, Sendable {
    var device: UInt64
    var inode: UInt64
    var size: Int64
    var seconds: Int
    var nanoseconds: Int
    var mode: UInt32
    var owner: UInt32
    var group: UInt32
    var links: UInt64

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        mode = status.st_mode
        owner = status.st_uid
        group = status.st_gid
        links = UInt64(status.st_nlink)
    }

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// Reads regular files whole, and nothing else: a pipe or a device would wait or never end.
enum FileReading {
    static func size(_ bytes: Int) -> String {
        bytes < 1024 * 1024 ? "\(bytes / 1024) KB" : "\(bytes / 1024 / 1024) MB"
    }

    static func read(_ path: String, limit: Int) throws(StorageError) -> (bytes: [UInt8], stamp: FileStamp) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw .reading(path, errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .reading(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let what =
                status.st_mode & S_IFMT == S_IFDIR
                ? "a folder; a file in it can be named" : "no ordinary file; a copy in one can be read"
            throw StorageError(.unreadable, "\(quoted(path)) is \(what).")
        }
        guard status.st_size <= limit else {
            throw StorageError(
                .unreadable,
                "\(quoted(path)) is larger than \(size(limit)), the most that is read; a part of it may do."
            )
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size) + 1)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .reading(path, errno) }
            if count == 0 { return (bytes, FileStamp(status)) }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw StorageError(.unreadable, "\(quoted(path)) grows while it is read; it was left alone.")
            }
        }
    }
}
