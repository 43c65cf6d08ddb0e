import DocumentStorage
import Guides
import LosslessMarkdown
import Postmortems

/// The unfinished postmortems of a folder; other Markdown files are left alone.
struct FolderSearch: Sendable {
    struct Hit: Sendable {
        var name: String
        var open: Int
        var total: Int
    }

    let folder: String
    let guides: [Guide]

    /// The one written to last comes first; of one moment, the latest name, as names begin with their date.
    var unfinished: [Hit] {
        let names = FolderListing.latestFirst(in: folder).filter { $0.hasSuffix(".md") }
        var hits: [Hit] = []
        OrderedWork(count: names.count) { hit(names[$0]) }
            .forEach(isWaiting: { _ in }) { hit in
                if let hit, hit.open > 0 { hits.append(hit) }
            }
        return hits
    }

    private func hit(_ name: String) -> Hit? {
        guard let stored = try? StoredDocument.openingText(folder + "/" + name) else { return nil }
        let document = MarkdownDocument(stored.bytes)
        guard let postmortem = GuideMatch.postmortem(document, among: guides) else { return nil }
        let guide = postmortem.guide
        let essential = guide.questionIDs.filter { guide[$0]?.isEssential == true }
        let open = essential.count { !postmortem.reading($0).state.isSettled }
        return Hit(name: name, open: open, total: essential.count)
    }
}
