/// How much a finding matters, least first.
package enum Severity: String, CaseIterable, Sendable, Comparable {
    case hint
    case warning
    case error

    package static func < (left: Severity, right: Severity) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}
