import Diagnostics

/// What a document's own comments say not to speak of.
///
/// `debrief:keep CATEGORY reason` covers a category, or a rule or check by its id, in the cell, item, paragraph or
/// heading it stands in; on a line of its own the block it touches from below, else the next one. `debrief:off` covers
/// all, or one category, up to `debrief:on` or the end.
package struct Suppressions: Sendable {
    /// What these comments' own findings carry as their category.
    package static let category = "suppression"

    struct Entry: Sendable {
        /// Nil covers every category.
        var category: String?
        var range: Range<Int>
        var comment: Directive
    }

    private let keeps: [String: [Entry]]
    private let stretches: [String?: [Entry]]
    private let comments: [Directive]
    /// `on` where nothing was off, and `off` where it was off already.
    private let idle: [Directive]

    package init(_ document: MarkdownDocument) {
        let placed = document.placedDirectives
        comments = placed.map(\.directive)
        guard !placed.isEmpty else {
            (keeps, stretches, idle) = ([:], [:], [])
            return
        }
        let places = KeepPlaces(document)
        let kept = placed.flatMap { placed -> [Entry] in
            guard case .keep(let named, _) = placed.directive.kind else { return [] }
            let range = places.range(coveredFrom: placed.leaf)
            return named.split(separator: ",").map {
                Entry(category: String($0), range: range, comment: placed.directive)
            }
        }
        keeps = Dictionary(grouping: kept) { $0.category ?? "" }
            .mapValues { $0.sorted { $0.range.lowerBound < $1.range.lowerBound } }
        (stretches, idle) = Self.stretches(of: comments, end: document.bytes.count)
    }

    package var isEmpty: Bool { comments.isEmpty }

    private static func stretches(of comments: [Directive], end: Int) -> ([String?: [Entry]], [Directive]) {
        var open: [String?: Directive] = [:]
        var closed: [String?: [Entry]] = [:]
        var idle: [Directive] = []
        func close(_ category: String?, _ opening: Directive, at end: Int) {
            closed[category, default: []].append(
                Entry(category: category, range: opening.range.lowerBound..<end, comment: opening))
        }
        for comment in comments {
            switch comment.kind {
            case .off(let category):
                if open[category] == nil { open[category] = comment } else { idle.append(comment) }
            case .on(let category):
                let ended = open.filter { category == nil || $0.key == category }
                if ended.isEmpty { idle.append(comment) }
                for (key, opening) in ended {
                    close(key, opening, at: comment.range.upperBound)
                    open[key] = nil
                }
            case .guide, .keep, .unknown: continue
            }
        }
        for (key, opening) in open { close(key, opening, at: end) }
        return (closed, idle)
    }

    // MARK: applying

    /// The findings that are still to be told, and the comments that covered none.
    package func applied(to findings: [Finding]) -> (open: [Finding], unused: [Directive]) {
        guard !isEmpty else { return (findings, []) }
        var used: Set<Int> = []
        let open = findings.filter { finding in
            let covering = covering(finding)
            used.formUnion(covering.map(\.comment.range.lowerBound))
            return covering.isEmpty
        }
        let unused = comments.filter { comment in
            switch comment.kind {
            case .keep, .off: !used.contains(comment.range.lowerBound)
            case .on: idle.contains(comment)
            case .guide, .unknown: false
            }
        }
        return (open, unused)
    }

    /// The findings that are still to be told.
    package func open(_ findings: [Finding]) -> [Finding] { applied(to: findings).open }

    private func covering(_ finding: Finding) -> [Entry] {
        let place = finding.span.range.lowerBound
        let names = finding.category == finding.rule ? [finding.rule] : [finding.category, finding.rule]
        let inBlocks = names.compactMap { keeps[$0].flatMap { Self.entry(in: $0, at: place) } }
        let inStretches = ([nil] + names.map(Optional.some)).compactMap {
            stretches[$0].flatMap { Self.entry(in: $0, at: place) }
        }
        return inBlocks + inStretches
    }

    /// Entries of one category stand one behind the other, so the last that begins before a place is the one to look at;
    /// an item whose comment follows a nested list may lie around some more.
    private static func entry(in entries: [Entry], at place: Int) -> Entry? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].range.lowerBound <= place { low = middle + 1 } else { high = middle }
        }
        return entries[..<low].suffix(8).last { $0.range.contains(place) }
    }

    // MARK: what is wrong with the comments

    /// A warning for each comment that names no known category or that cannot be read.
    package func problems(known: [String]) -> [Finding] {
        lazy var all = Set(known)
        return comments.flatMap { comment -> [Finding] in
            switch comment.kind {
            case .keep(let named, _):
                named.split(separator: ",").map(String.init).filter { !all.contains($0) }
                    .map { Self.unknown($0, known, comment) }
            case .off(let category?), .on(let category?):
                all.contains(category) ? [] : [Self.unknown(category, known, comment)]
            case .unknown(let word): [Self.unreadable(word, comment)]
            case .guide, .off(nil), .on(nil): []
            }
        }
    }

    private static func unknown(_ name: String, _ known: [String], _ comment: Directive) -> Finding {
        let guess = closest(to: name, in: known).map { "Did you mean '\($0)'?" }
        return Finding(
            rule: "unknown-category", category: category, severity: .warning, span: SourceSpan(comment.range),
            message: "No category or rule is called '\(name)', so this comment covers nothing.",
            question: guess)
    }

    private static func unreadable(_ word: String, _ comment: Directive) -> Finding {
        let message: String
        var guess: String?
        if Directive.words.contains(word) {
            message = "'debrief:\(word)' needs a name behind it: a category to keep, or a guide."
        } else {
            message =
                "'debrief:\(word)' is no comment that is understood; known are \(joined(Directive.words, "and"))."
            guess = closest(to: word, in: Directive.words).map { "Did you mean 'debrief:\($0)'?" }
        }
        return Finding(
            rule: "unknown-comment", category: category, severity: .warning, span: SourceSpan(comment.range),
            message: message, question: guess)
    }

    /// A warning for a comment that covers nothing any more.
    package static func unused(_ comment: Directive) -> Finding {
        let message =
            if case .on = comment.kind {
                "Nothing was switched off before this comment."
            } else {
                "Nothing is found here that this comment would cover; it can go."
            }
        return Finding(
            rule: "unused-suppression", category: category, severity: .warning,
            span: SourceSpan(comment.range), message: message)
    }
}
