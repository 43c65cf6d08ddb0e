import Forms

/// Where a walk down the whys stands, and how it finds that place again in an answer that became another.
extension WhysDialog {
    /// The phase over what is there, or where an existing forest is taken up again: at what else there was.
    func present(_ forest: WhyForest) -> Phase {
        switch phase {
        case .cause(let below?)?:
            let path = standing(below, forest)
            return .cause(below: path.isEmpty ? nil : path)
        case .rest(let path, _)?, .evidence(let path)?, .ending(let path)?:
            let place = standing(path, forest)
            return place == path ? phase! : .cause(below: place.isEmpty ? nil : place)
        case .more?: return lastPath(forest) == nil ? .cause(below: nil) : .more
        case .editing(let path)?: return forest[path] == nil ? .more : .editing(path)
        case .cause(nil)?: return .cause(below: nil)
        case nil: return lastPath(forest) == nil ? .cause(below: nil) : .more
        }
    }

    /// As much of a path as leads to a cause.
    private func standing(_ path: [Int], _ forest: WhyForest) -> [Int] {
        var path = path
        while !path.isEmpty, cause(path, forest) == nil { path.removeLast() }
        return path
    }

    /// A cause that moved is followed; a place that is gone becomes the one above it.
    mutating func keepPlace(from old: FormContent?, to new: FormContent?) -> Bool {
        let (before, after) = (Self.forest(old), Self.forest(new))
        func moved(_ path: [Int]) -> [Int] {
            guard let text = cause(path, before)?.text, cause(path, after)?.text != text else { return path }
            return paths(after).first { cause($0, after)?.text == text } ?? path
        }
        if let asked = askedAgain(before, after) {
            phase = asked
            return true
        }
        switch phase {
        case .cause(let below?)?: phase = .cause(below: madeAgain(below, before, after) ?? moved(below))
        case .rest(let path, let rest)?: phase = .rest(moved(path), rest)
        case .evidence(let path)?: phase = .evidence(moved(path))
        case .ending(let path)?: phase = .ending(moved(path))
        case .editing(let path)?: return before[path]?.text == after[path]?.text
        case .cause(nil)?, .more?, nil: break
        }
        return true
    }

    /// Where the evidence or the ending of a cause was taken back, it is asked for again; where it was put in again, what
    /// comes behind it.
    private func askedAgain(_ before: WhyForest, _ after: WhyForest) -> Phase? {
        for path in paths(after) {
            guard let old = cause(path, before), let new = cause(path, after), old.text == new.text else {
                continue
            }
            if old.evidence != nil, new.evidence == nil { return .evidence(path) }
            if old.ending != nil, new.ending == nil { return .ending(path) }
            switch phase {
            case .evidence(path)? where old.evidence == nil && new.evidence != nil:
                return new.ending == nil ? .ending(path) : .more
            case .ending(path)? where old.ending == nil && new.ending != nil: return .more
            default: break
            }
        }
        return nil
    }

    /// The cause that an undone change brings back below the present one.
    private func madeAgain(_ below: [Int], _ before: WhyForest, _ after: WhyForest) -> [Int]? {
        let children = { (forest: WhyForest) in
            paths(forest).filter { $0.count == below.count + 1 && $0.starts(with: below) }
        }
        guard let new = children(after).last, children(after).count == children(before).count + 1 else {
            return nil
        }
        return new
    }

    /// The phase and the cause it is about, as a draft keeps them.
    func place(_ forest: WhyForest) -> DialogPlace {
        switch present(forest) {
        case .cause(let below): written("cause", below ?? [])
        case .rest(let path, _): written("rest", path)
        case .evidence(let path): written("evidence", path)
        case .ending(let path): written("ending", path)
        case .more: written("more", [])
        case .editing(let path): DialogPlace("editing", path.written)
        }
    }

    private func written(_ kind: String, _ indices: [Int]) -> DialogPlace {
        DialogPlace(kind, WhyPath(chain: chainID, indices: indices).written)
    }

    mutating func resume(at place: String, _ context: DialogContext) {
        let place = DialogPlace(written: place)
        guard let path = WhyPath(written: place.rest),
            let index = phrasing.chains.firstIndex(where: { $0.id == path.chain })
        else { return }
        chain = index
        let (below, forest) = (path.indices, Self.forest(context.content))
        switch place.kind {
        case "cause": phase = .cause(below: below.isEmpty ? nil : below)
        case "rest":
            phase = .cause(below: below)
            guard let text = cause(below, forest)?.text, let rest = rest(at: below, forest, context) else {
                return
            }
            questionedRests.insert(text)
            phase = .rest(below, rest)
        case "evidence": phase = .evidence(below)
        case "ending": phase = .ending(below)
        case "more": phase = .more
        case "editing": phase = .editing(path)
        default: break
        }
    }
}
