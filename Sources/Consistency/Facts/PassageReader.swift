import Forms
import Guides
import LosslessMarkdown
import Postmortems

/// Goes through the blocks once and says for each leaf in which part of the story it stands.
struct PassageReader {
    private let postmortem: Postmortem
    private let homes: [Home]

    /// What a section of the document is in the guide's words.
    private struct Home {
        var id: String
        var kind: String
    }

    init(_ postmortem: Postmortem) {
        self.postmortem = postmortem
        let sections = postmortem.document.sections
        var own: [Int: GuideSection] = [:]
        for section in postmortem.guide.sections {
            if let found = postmortem.section(section.id) { own[found.id] = section }
        }
        var homes = sections.map { _ in Home(id: "", kind: "") }
        for section in sections {
            if let guided = own[section.id] {
                homes[section.id] = Home(id: guided.id, kind: guided.kind)
            } else if let parent = section.parent, section.level > 1, sections[parent].level > 1 {
                homes[section.id] = homes[parent]
            }
        }
        self.homes = homes
    }

    var passages: [Passage] {
        let document = postmortem.document
        var found: [Passage] = []
        for section in document.sections {
            let home = homes[section.id]
            if let heading = section.heading { found.append(passage(heading, home)) }
            for block in section.blocks { add(block, home, to: &found) }
        }
        return found
    }

    private func add(_ block: Block, _ home: Home, to found: inout [Passage]) {
        switch block.kind {
        case .paragraph, .tableCell: found.append(passage(block, home))
        case .document, .blockQuote, .list, .listItem, .table, .tableRow:
            for child in postmortem.document.children(of: block) { add(child, home, to: &found) }
        case .heading: found.append(passage(block, home))
        case .frontMatter, .thematicBreak, .fencedCode, .indentedCode, .html, .linkReference: break
        }
    }

    private func passage(_ block: Block, _ home: Home) -> Passage {
        Passage(
            block: block, section: home.id, kind: home.kind, bytes: postmortem.document.bytes)
    }
}
