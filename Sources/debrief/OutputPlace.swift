import DocumentStorage

/// A file that a command writes over where it is there already: none that the command reads, and none that somebody has
/// open.
struct OutputPlace {
    private let path: String

    init(_ path: String) { self.path = path }

    func check(sparing inputs: [String]) throws(Failure) {
        if let input = inputs.first(where: { StoredDocument.isSameFile($0, path) }) {
            throw Failure(
                .cannotCreate,
                "'\(path)' is the document '\(input)' itself and was left as it is; another name works.")
        }
        if let holder = SessionLock.holder(of: StoredDocument.realPath(path)) {
            throw Failure(
                .locked,
                "'\(path)' is open in another session (\(holder)) and was left as it is; another name works."
            )
        }
    }
}
