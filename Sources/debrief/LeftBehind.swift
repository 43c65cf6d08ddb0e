import DocumentStorage

/// What stands beside a document, as sentences for the person who opens it: texts that earlier sessions could not put
/// into it, and a lock that could not be taken.
enum LeftBehind {
    /// - Parameters:
    ///   - path: the document's real path.
    ///   - typed: the path as it was typed, by which what lies beside it is named.
    ///   - swept: what the sweep gave a name just now.
    static func sentences(
        for path: String, typed: String, swept: [String], drafts: DraftStore
    ) -> [String] {
        let shown = { (copy: String) in
            copy.hasPrefix(path) && StoredDocument.realPath(copy) == copy
                && FilePath.name(of: typed) == FilePath.name(of: path)
                ? typed + copy.dropFirst(path.count) : copy
        }
        let unsaved = (KeptTexts.unsaved(of: path) + drafts.rescued()).filter { !swept.contains($0) }
        let conflicts = KeptTexts.conflicts(of: path).filter { !swept.contains($0) }
        return swept.map { cutShort(shown($0)) } + unsaved.map { self.unsaved(shown($0)) }
            + conflicts.map { conflict(shown($0)) }
    }

    /// States kept in the state folder alone, for a document that is not there yet.
    static func sentences(from drafts: DraftStore) -> [String] { drafts.rescued().map(unsaved) }

    static func cutShort(_ copy: String) -> String {
        "A save was cut short earlier; a text that belongs to it is in '\(copy)'."
    }

    static func noLock(_ reason: String) -> String {
        "No lock could be taken (\(reason)), so nobody is kept from writing the file at the same time."
    }

    private static func unsaved(_ copy: String) -> String {
        "An earlier session could not save and left its state in '\(copy)'; once it is looked through, it can go."
    }

    private static func conflict(_ copy: String) -> String {
        "What somebody else wrote at the moment of a save is in '\(copy)'; once it is looked through, it can go."
    }
}
