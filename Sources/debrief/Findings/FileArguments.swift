import Diagnostics
import DisplayText
import DocumentStorage
import Glibc

/// The files that arguments mean: files as they are, folders walked, patterns in quotes, `-` for standard input.
struct FileArguments {
    /// What was found, each path once, in the order of the arguments and of the names in a folder.
    private(set) var files: [String] = []
    /// An argument that means nothing here.
    private(set) var failures: [Failure] = []
    /// Files that are named and excluded all the same, as by a hook that names all that a commit changes.
    private(set) var leftOut: [String] = []
    private var seen: Set<String> = []
    /// The folders of the files so far, without links and dots.
    private var realFolders: [String: String] = [:]
    private let exclude: [GlobPattern]

    static let standardInput = "-"
    private static let endings = [".md", ".markdown", ".mdown", ".mkd", ".mkdn"]

    init(_ arguments: [String], exclude: [GlobPattern]) {
        self.exclude = exclude
        for argument in arguments { take(argument) }
    }

    private mutating func take(_ argument: String) {
        var status = stat()
        if argument == Self.standardInput {
            add(argument)
        } else if stat(argument, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR {
                takeFolder(argument)
            } else if exclude.contains(where: { $0.covers(argument) }) {
                leftOut.append(argument)
            } else {
                add(argument)
            }
        } else if GlobPattern.isPattern(argument) {
            takePattern(argument)
        } else {
            // Told when it is read, with the reason.
            add(argument)
        }
    }

    private mutating func takeFolder(_ folder: String) {
        let known = failures.count
        let hasFound = walk(folder) { file in Self.endings.contains { file.lowercased().hasSuffix($0) } }
        guard !hasFound, failures.count == known else { return }
        failures.append(
            Failure(
                .noInput,
                "There is no Markdown file in '\(folder)'; names that end in .md or .markdown are looked for."
            ))
    }

    private mutating func takePattern(_ text: String) {
        let pattern = GlobPattern(text)
        let base = GlobPattern.base(of: text)
        let known = failures.count
        let hasFound = walk(base.isEmpty ? "." : base) { pattern.matches($0) }
        guard !hasFound, failures.count == known else { return }
        failures.append(Failure(.noInput, "No file matches '\(text)'."))
    }

    private mutating func add(_ path: String) {
        if seen.insert(identity(of: path)).inserted { files.append(path) }
    }

    /// The same for `a.md`, `./a.md` and its path from the root; a link is a file of its own.
    private mutating func identity(of path: String) -> String {
        guard path != Self.standardInput else { return path }
        let folder = FilePath.folder(of: path)
        let real = realFolders[folder] ?? StoredDocument.realPath(folder)
        realFolders[folder] = real
        return real + "/" + FilePath.name(of: path)
    }

    /// Whether anything was found, be it named before or excluded. Names in byte order; hidden ones and links to
    /// folders are left out, so that no walk goes round in circles.
    private mutating func walk(_ folder: String, _ isWanted: (String) -> Bool) -> Bool {
        var hasFound = false
        let entries = FolderEntries(folder)
        if let problem = entries.problem {
            failures.append(Failure(.unreadable, "The folder '\(folder)' cannot be read: \(problem)."))
        }
        for entry in entries.sorted {
            let path = folder == "." ? entry.name : folder + (folder.hasSuffix("/") ? "" : "/") + entry.name
            if exclude.contains(where: { $0.covers(path) }) {
                hasFound = true
            } else if entry.isFolder {
                hasFound = walk(path, isWanted) || hasFound
            } else if isWanted(path) {
                add(path)
                hasFound = true
            }
        }
        return hasFound
    }
}

/// What lies in a folder, without hidden names, pipes and devices.
private struct FolderEntries {
    private(set) var entries: [(name: String, isFolder: Bool)] = []
    /// Why there is no looking into it; nil where there is, or where there is no such folder.
    private(set) var problem: String?

    init(_ folder: String) {
        guard let stream = opendir(folder) else {
            problem = errno == ENOENT ? nil : String(cString: strerror(errno))
            return
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            switch Int32(entry.pointee.d_type) {
            case 8: entries.append((name, false))  // DT_REG
            case 4: entries.append((name, true))  // DT_DIR
            case 10, 0: look(folder + "/" + name, name)  // DT_LNK, DT_UNKNOWN
            default: continue
            }
        }
    }

    /// By name, a folder as if its name ended in a slash, which is the order of the paths.
    var sorted: [(name: String, isFolder: Bool)] {
        entries.sorted { ($0.isFolder ? $0.name + "/" : $0.name) < ($1.isFolder ? $1.name + "/" : $1.name) }
    }

    private mutating func look(_ path: String, _ name: String) {
        var link = stat()
        var target = stat()
        guard lstat(path, &link) == 0, stat(path, &target) == 0 else { return }
        let isLink = link.st_mode & S_IFMT == S_IFLNK
        switch target.st_mode & S_IFMT {
        case S_IFREG: entries.append((name, false))
        case S_IFDIR where !isLink: entries.append((name, true))
        default: return
        }
    }
}
