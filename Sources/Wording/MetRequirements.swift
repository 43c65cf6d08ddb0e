/// Which requirements the sentence at hand meets. One is one of some words, or a word of some classes, that must stand
/// somewhere in a sentence for a pattern to fit; many patterns ask the same.
final class MetRequirements {
    private let index: RuleIndex.Tables
    /// For each requirement the number of the last sentence that had one of its words.
    private let met: UnsafeMutableBufferPointer<UInt32>
    private var sentence: UInt32 = 0
    private var classes = ClassSet()

    /// - Parameter index: outlives it.
    init(_ index: RuleIndex.Tables) {
        self.index = index
        met = .allocate(capacity: index.wordRequirements)
        met.initialize(repeating: 0)
    }

    deinit { met.deallocate() }

    /// Forgets what was found out for the sentence before.
    func begin(_ next: Sentence) {
        sentence &+= 1
        if sentence == 0 {
            met.update(repeating: 0)
            sentence = 1
        }
        for token in next.tokens {
            for requirement in index.requirements(metBy: token.word) { met[Int(requirement)] = sentence }
        }
        classes = next.allClasses
    }

    @inline(__always)
    func isMet(_ requirement: Int) -> Bool {
        requirement < index.wordRequirements
            ? met[requirement] == sentence
            : index.requiredClasses[requirement - index.wordRequirements].intersects(classes)
    }
}

extension TokenTest {
    /// How much passes it, for trying the narrowest first: words by their count, then classes.
    var breadth: Int { kind == .words ? words.count : Int.max }
}
