import Consistency
import Diagnostics
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

/// A clean sample with a small edit, and the check that has to notice it.
struct Plant: CustomTestStringConvertible, Sendable {
    var rule: String
    var sample: String
    var edits: [(from: String, to: String)] = []

    var testDescription: String { "\(rule): \(edits.first?.to ?? "")" }

    /// Every picture in Plants/.
    static let all: [Plant] = Repository.files(in: "Tests/ConsistencyTests/Plants").filter {
        $0 != "README.txt"
    }
    .flatMap { file in read(Repository.text("Tests/ConsistencyTests/Plants/\(file)")) }

    private static func read(_ text: String) -> [Plant] {
        var plants: [Plant] = []
        var wasAdded = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = String(line.dropFirst(2))
            switch line.first {
            case "@":
                let parts = words.split(separator: " ").map(String.init)
                plants.append(Plant(rule: parts[0], sample: parts[1]))
                wasAdded = true
            case "-":
                let last = plants.count - 1
                if wasAdded {
                    plants[last].edits.append((words, ""))
                } else {
                    plants[last].edits[plants[last].edits.count - 1].from += "\n" + words
                }
                wasAdded = false
            case "+":
                let last = plants.count - 1
                let edit = plants[last].edits.count - 1
                plants[last].edits[edit].to += (wasAdded ? "\n" : "") + words
                wasAdded = true
            default: break
            }
        }
        return plants
    }

    func planted() throws -> String {
        try edits.reduce(Repository.text(CleanSamples.path(of: sample))) { text, edit in
            let places = text.ranges(of: edit.from)
            try #require(
                places.count == 1, "\(sample) holds \(edit.from.debugDescription) \(places.count) times")
            return text.replacing(edit.from, with: edit.to)
        }
    }
}

/// The samples with their guides and findings, read once for all pictures.
enum CleanSamples {
    /// Postmortems of strangers, who had not seen the program.
    static let strangers = Repository.files(in: "Tests/ConsistencyTests/Documents").map {
        String($0.dropLast(3))
    }

    static func path(of name: String) -> String {
        strangers.contains(name) ? "Tests/ConsistencyTests/Documents/\(name).md" : "Samples/\(name).md"
    }

    static let postmortems = Dictionary(
        uniqueKeysWithValues: (Samples.names + strangers).compactMap { name in
            (try? Samples.postmortem(at: path(of: name), name)).map { (name, $0) }
        })
    static let findings = postmortems.mapValues { DocumentChecks.findings(in: $0, today: nil) }

    static func findings(in text: String, of sample: String) throws -> [Finding] {
        let original = try #require(postmortems[sample])
        return DocumentChecks.findings(in: original.rebased(on: MarkdownDocument(text)), today: nil)
    }
}

@Suite("A planted disagreement is found") struct PlantTests {
    /// Found where it is planted, and gone with its repair, which is the sample as it was.
    @Test(arguments: Plant.all.filter { $0.rule != "clean" }) func found(_ plant: Plant) throws {
        let planted = try CleanSamples.findings(in: plant.planted(), of: plant.sample)
        #expect(planted.map(\.rule).contains(plant.rule))
        let repaired = try #require(CleanSamples.findings[plant.sample])
        #expect(repaired.count { $0.rule == plant.rule } < planted.count { $0.rule == plant.rule })
        let appeared = Set(repaired.map(\.rule)).subtracting(planted.map(\.rule))
        #expect(appeared == [], "the repair brings up something else")
    }

    @Test(arguments: Plant.all.filter { $0.rule == "clean" }) func innocent(_ plant: Plant) throws {
        let found = try CleanSamples.findings(in: plant.planted(), of: plant.sample)
        #expect(found.filter { $0.severity >= .warning }.map(\.message) == [])
    }

    /// Three pictures of each check at least, but for those in ClockTests.
    @Test func everyCheckHasItsPictures() {
        let elsewhere: Set<CheckID> = [.clockChange, .silentStretch, .ownTimes]
        for id in CheckID.allCases where !elsewhere.contains(id) {
            let count = Plant.all.count { $0.rule == id.rawValue }
            #expect(count >= 3, "\(id.rawValue) has \(count)")
        }
    }
}

@Suite("A clean document is left alone") struct CleanSampleTests {
    /// All but the half-finished one and the one whose optional questions were left for later.
    @Test(
        arguments: (Samples.names + CleanSamples.strangers).filter {
            !["2026-04-14-label-printers", "2026-05-19-empty-search"].contains($0)
        })
    func nothingAtWarningOrAbove(
        _ sample: String
    ) throws {
        let found = try #require(CleanSamples.findings[sample])
        #expect(found.filter { $0.severity >= .warning }.map(\.message) == [])
    }

    @Test func aHalfFinishedOneHasPlaceholdersAndNoOtherError() throws {
        let found = try #require(CleanSamples.findings["2026-04-14-label-printers"])
        // A row, an item or a question that nobody has touched counts once.
        #expect(found.count { $0.rule == "placeholder" } == 50)
        #expect(found.filter { $0.severity == .error && $0.rule != "placeholder" }.map(\.message) == [])
    }

    @Test func aBlankOneIsAllPlaceholders() throws {
        let found = DocumentChecks.findings(in: .blank(try TestGuides.standard()), today: nil)
        #expect(Set(found.filter { $0.severity >= .warning }.map(\.rule)) == ["placeholder"])
    }

    /// The letters a key begins with stand for nothing.
    @Test func aKeyIsToldOnceAndIsNoShortForm() throws {
        let sample = "2026-03-02-checkout-latency"
        let text = Repository.text("Samples/\(sample).md").replacing(
            "In the traces from 12:20, 9 of 10 seconds are flag reads.",
            with:
                "In the traces from 12:20, 9 of 10 seconds are flag reads, with AKIAQ3EGRT7ZW2LMNP4V in each."
        )
        #expect(try CleanSamples.findings(in: text, of: sample).map(\.rule) == ["secret"])
    }

    /// What stands below the cause is another paragraph.
    @Test func aCauseWithoutEvidenceIsUnderlinedAlone() throws {
        let sample = "2026-03-02-checkout-latency"
        let text = Repository.text("Samples/\(sample).md").replacing(
            "In the traces from 12:20, 9 of 10 seconds are flag reads.",
            with: "Checkout waits for a flag read.\n\n> A customer's words")
        let found = try CleanSamples.findings(in: text, of: sample).first { $0.rule == "unproven-cause" }
        let range = try #require(found?.span.range)
        let words = String(decoding: Array(text.utf8)[range], as: UTF8.self)
        #expect(words.hasSuffix("Checkout waits for a flag read."))
    }

    /// Our texts name places and ask; none of them judges.
    @Test func messagesNameBothPlaces() throws {
        let plant = try #require(Plant.all.first { $0.rule == "cadence" })
        let found = try CleanSamples.findings(in: plant.planted(), of: plant.sample)
        let finding = try #require(found.first { $0.rule == "cadence" })
        #expect(finding.message.contains("(line ") || finding.message.contains("of line "))
        #expect(finding.question != nil)
        #expect(finding.suggestions.isEmpty == false)
    }
}
