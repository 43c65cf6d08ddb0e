/// Texts in files of their own beside a document, which nobody but a person removes.
package enum KeptTexts {
    /// States that could not be saved: `NAME.save`, `NAME.save.1` and so on.
    package static func unsaved(of document: String) -> [String] { numbered(document, "save") }

    /// What somebody else wrote at the moment of a save: `NAME.conflict`, `NAME.conflict.1` and so on.
    package static func conflicts(of document: String) -> [String] { numbered(document, "conflict") }

    private static func numbered(_ document: String, _ ending: String) -> [String] {
        let (folder, start) = (FilePath.folder(of: document), "\(FilePath.name(of: document)).\(ending)")
        return FolderListing.files(in: folder).filter { name in
            guard name.hasPrefix(start) else { return false }
            let rest = name.dropFirst(start.count)
            return rest.isEmpty || rest.first == "." && Int(rest.dropFirst()) != nil
        }.sorted().map { "\(folder)/\($0)" }
    }
}
