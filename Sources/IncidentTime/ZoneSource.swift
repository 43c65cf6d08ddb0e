/// Where the rules of a region come from; the program reads them from the system, tests hand them in.
package struct ZoneSource: Sendable {
    package var rules: @Sendable (_ region: String) -> ZoneRules?

    package init(_ rules: @escaping @Sendable (_ region: String) -> ZoneRules?) { self.rules = rules }

    package static let none = ZoneSource { _ in nil }
}
