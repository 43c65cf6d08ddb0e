import BuiltInPrompts
import Diagnostics
import DocumentStorage
import Guides
import StrictYAML

/// Guides by name: the user's own first (`.debrief/` beside the documents, then the config folder), then those that
/// come with the program.
struct PromptFiles {
    let surroundings: Surroundings
    /// Where the document lies, unless that is the folder the program was started in.
    private var documentFolder: String?

    init(surroundings: Surroundings) { self.surroundings = surroundings }

    /// The same for a document that may lie in another folder, with guides of its own beside it.
    func beside(_ document: String?) -> PromptFiles {
        var files = self
        files.documentFolder = document.map { FilePath.folder(of: $0) }.flatMap { $0 == "." ? nil : $0 }
        return files
    }

    /// Where a user's own guides lie, nearest first.
    var ownFolders: [String] {
        [documentFolder, surroundings.folder].compactMap { $0.map { $0 + "/.debrief" } }
            + [ConfigFolder(environment: surroundings.environment).path]
    }

    /// Names without repetition, a user's own before the built-in ones.
    var guideNames: [String] {
        var names: [String] = []
        for name in ownFiles.map(\.name) + BuiltInPrompts.guideNames where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// The guide of a name.
    func guide(named name: String) throws(Failure) -> Guide {
        if let own = ownFiles.first(where: { $0.name == name }) { return try read(own.path) }
        guard let builtIn = BuiltInPrompts.guide(named: name) else {
            let guess = closest(to: name, in: guideNames).map { " Did you mean '\($0)'?" } ?? ""
            throw Failure(
                .usage, "Unknown guide '\(name)'.\(guess) Available: \(guideNames.joined(separator: ", ")).")
        }
        guard let guide = GuideReader.read(builtIn, file: "\(name).yml").guide else {
            preconditionFailure("the built-in guide '\(name)' was checked when the program was built")
        }
        return guide
    }

    /// Every guide that reads well, for finding the one a document belongs to.
    var readableGuides: [Guide] {
        guideNames.compactMap { name in try? guide(named: name) }
    }

    /// A guide file of a user's own, with all its problems told at once.
    func read(_ path: String) throws(Failure) -> Guide {
        let source = YAMLSource(name: shown(path), text: try text(path))
        let read = GuideReader.read(source)
        guard let guide = read.guide else {
            throw Failure(.unreadable, read.problems.map { $0.rendered(in: source) }.joined(separator: "\n"))
        }
        return guide
    }

    /// The guide files in a user's own folders.
    var ownFiles: [(name: String, path: String)] {
        ownFolders.flatMap { folder in
            FolderListing.files(in: folder).filter { $0.hasSuffix(".yml") && $0 != "config.yml" }.sorted()
                .map { (String($0.dropLast(4)), folder + "/" + $0) }
        }
    }

    private func text(_ path: String) throws(Failure) -> String {
        do {
            return String(decoding: try StoredDocument.openingText(path).bytes, as: UTF8.self)
        } catch {
            throw Failure(error)
        }
    }

    /// A path as a person would type it from here.
    private func shown(_ path: String) -> String {
        path.hasPrefix(surroundings.folder + "/")
            ? String(path.dropFirst(surroundings.folder.count + 1)) : path
    }
}
