import Forms

/// How a sweep through groups finds its place again: in an answer that became another, and after a session ended.
extension GroupsDialog {
    /// The group is found by its name.
    mutating func keepPlace(from old: FormContent?, to new: FormContent?) -> Bool {
        guard editing == nil else { return old == new }
        let (before, after) = (names(Self.groups(old)), names(Self.groups(new)))
        guard position < before.count else {
            position = after.count
            return true
        }
        guard let place = after.firstIndex(of: before[position]) else { return false }
        (position, isIntroduced) = (place, false)
        return true
    }

    /// What was offered before the line's place had been passed; the line itself is asked for again.
    mutating func resume(at place: String, _ context: DialogContext) {
        let place = DialogPlace(written: place)
        if let number = place.number {
            _ = startEditing(part: number, context)
            return
        }
        passedLeaves.formUnion(place.passedLeaves(context.leaves))
        guard place.kind != "leaf" else { return }
        let factors = pendingProposals(context)
        leftOut.formUnion(factors.prefix { !(place.kind == "factor" && place.isAbout($0)) })
        let names = names(Self.groups(context.content))
        switch place.kind {
        case "group":
            if let index = names.firstIndex(where: { place.isAbout($0) }) {
                position = index
            } else if isOpen {
                ownNames.append(place.rest)
                position = names.count
            }
        case "another": position = names.count
        default: break
        }
    }
}
