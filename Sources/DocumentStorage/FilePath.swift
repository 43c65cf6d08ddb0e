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

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
