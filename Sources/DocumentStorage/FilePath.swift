import Glibc

/// Parts of paths, and what folders hold.
package enum FilePath {
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    package static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// The path from the root of a file that may not be there yet, without links in its folder.
    package static func absolute(_ path: String, from folder: String) -> String {
        let parent = StoredDocument.realPath(
            self.folder(of: path.hasPrefix("/") ? path : folder + "/" + path))
        return (parent == "/" ? "" : parent) + "/" + name(of: path)
    }

    /// Where a link leads that leads to no file; nil for everything else.
    static func missingTarget(of link: String) -> String? {
        var status = stat()
        guard stat(link, &status) != 0, errno == ENOENT else { return nil }
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { readlink(link, $0, characters.count) } ?? -1
            }
        }
        guard count > 0 else { return nil }
        let target = String(decoding: buffer[..<count], as: UTF8.self)
        let folder = folder(of: link)
        return target.hasPrefix("/") || folder == "." ? target : (folder == "/" ? "" : folder) + "/" + target
    }

    /// Makes a folder and those above it, for this user alone.
    package static func makeFolder(_ path: String) -> Bool {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
        guard errno == ENOENT, path.count > 1, makeFolder(folder(of: path)) else { return false }
        return mkdir(path, 0o700) == 0 || errno == EEXIST
    }
}

package enum FolderListing {
    /// The names of ordinary files, without order; none where there is no such folder.
    package static func files(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            if stat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                names.append(name)
            }
        }
        return names
    }

    /// The names of ordinary files, the one written to last first; of one moment, the last in the alphabet.
    package static func latestFirst(in folder: String) -> [String] {
        files(in: folder)
            .map { (name: $0, stamp: FileStamp(folder + "/" + $0)) }
            .sorted { first, second in
                let (one, other) = (first.stamp, second.stamp)
                return (one?.seconds ?? 0, one?.nanoseconds ?? 0, first.name)
                    > (other?.seconds ?? 0, other?.nanoseconds ?? 0, second.name)
            }
            .map(\.name)
    }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether a name cannot be given to a new file: something has it, be it a link that leads nowhere.
    static func isTaken(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
