import DocumentStorage
import Glibc
import IncidentTime
import InterviewEngine

/// What the program takes from its surroundings, read once and in one place.
struct Surroundings {
    let environment: [String: String]
    /// The folder it was started in: the only one it looks for documents in.
    let folder: String

    static let current = Surroundings(environment: readEnvironment(), folder: readFolder())

    subscript(name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// The clock in the zone that documents are kept in; `--today` pins the day.
    func now(today: CalendarDate?) -> Instant {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let date = CalendarDate(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        guard let date, let clock = ClockTime(hour: Int(parts.tm_hour), minute: Int(parts.tm_min)) else {
            preconditionFailure("the clock gives a time of day")
        }
        return Instant(date: today ?? date, time: clock)
    }

    private static func readEnvironment() -> [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            next += 1
        }
        return variables
    }

    private static func readFolder() -> String {
        guard let path = getcwd(nil, 0) else { return "." }
        defer { free(path) }
        return String(cString: path)
    }
}
