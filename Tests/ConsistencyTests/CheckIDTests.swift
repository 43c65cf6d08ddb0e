import Consistency
import Testing

@Suite("Checks have names that people can write") struct CheckIDTests {
    @Test func aNameIsWordsWithDashes() {
        for id in CheckID.allCases {
            #expect(id.rawValue.allSatisfy { $0.isLowercase || $0 == "-" }, "\(id.rawValue)")
        }
    }

    @Test func noCheckIsCalledAsItsGroup() {
        let groups = Set(CheckCategory.allCases.map(\.rawValue))
        #expect(CheckID.allCases.allSatisfy { !groups.contains($0.rawValue) })
    }
}
