import DocumentStorage
import Guides
import LosslessMarkdown
import Postmortems

/// The unfinished postmortems of a folder; other Markdown files are left alone.
struct FolderSearch {
    struct Hit {
        var name: String
        var open: Int
        var total: Int
    }

    let folder: String
    let guides: [Guide]

    /// Latest name first, as names begin with their date; no file is read beyond the last that is wanted.
    func unfinished(atMost limit: Int) -> [Hit] {
        let names = FolderListing.files(in: folder).filter { $0.hasSuffix(".md") }.sorted(by: >)
        var hits: [Hit] = []
        for name in names where hits.count < limit {
            if let hit = hit(name), hit.open > 0 { hits.append(hit) }
        }
        return hits
    }

    private func hit(_ name: String) -> Hit? {
        guard let stored = try? StoredDocument.opening(folder + "/" + name) else { return nil }
        let document = MarkdownDocument(stored.bytes)
        guard let guide = GuideMatch.best(for: document, among: guides) else { return nil }
        let postmortem = Postmortem(document, guide: guide)
        let essential = guide.questionIDs.filter { guide[$0]?.isEssential == true }
        let open = essential.count { !postmortem.reading($0).state.isSettled }
        return Hit(name: name, open: open, total: essential.count)
    }
}
