import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DocumentStorage

/// A process is killed at any moment of a loop of saves while others read: every read gives one whole text, and no save
/// that was told as done is missing. `DEBRIEF_KILLS` sets how often, for long runs by hand.
@Suite("kill -9 at any moment of a save", .serialized) struct KillTests {
    private static let kills = ProcessInfo.processInfo.environment["DEBRIEF_KILLS"].flatMap { Int($0) } ?? 12

    @Test(arguments: [(false, 20_000), (true, 20_000)]) func losesNothing(_ isTwin: Bool, _ size: Int) throws
    {
        let folder = try TemporaryFolder()
        let path = folder.write("0\nend 0\n", to: "day.md")
        if isTwin { link(path, folder["twin.md"]) }
        var random = SeededGenerator(seed: 20)
        let readings = isTwin ? nil : Readings(of: path)
        defer { readings?.stop() }
        for _ in 0..<Self.kills {
            let loop = try SavingLoop(in: folder, size: size)
            loop.waitForLine()
            usleep(.random(in: 0...30_000, using: &random))
            let told = loop.kill()
            _ = StaleFiles.sweep(beside: path)
            let number = try #require(
                wholeText(FileReading.read(path, limit: .max).bytes), "a text in between")
            if let last = told.last(where: { !$0.isEmpty }).flatMap({ Int($0) }) {
                #expect(number >= last, "save \(last) was told as done, \(number) is there")
            }
            #expect(folder.names.filter { $0.hasPrefix(".day.md.debrief-") } == [])
        }
        let last = try #require(wholeText(FileReading.read(path, limit: .max).bytes))
        #expect(last >= Self.kills, "every process came to save")
        guard let readings else { return }
        let seen = readings.stop()
        #expect(seen.broken == 0, "of \(seen.count) readings")
        print("\(Self.kills) kills, \(last) saves, \(seen.count) readings, \(seen.broken) broken")
    }
}

/// The number of a whole text, nil for a part or a mixture.
private func wholeText(_ bytes: [UInt8]) -> Int? {
    let end = bytes.firstIndex(of: 0x0A) ?? 0
    guard let number = Int(String(decoding: bytes[..<end], as: UTF8.self)) else { return nil }
    let (line, last) = (Array("\(number)\n".utf8), Array("end \(number)\n".utf8))
    guard bytes.suffix(last.count).elementsEqual(last) else { return nil }
    let body = bytes.dropLast(last.count)
    let isOneNumber = body.indices.allSatisfy { body[$0] == line[$0 % line.count] }
    return isOneNumber && body.count % line.count == 0 ? number : nil
}

/// A thread that reads a file over and over.
private final class Readings: Sendable {
    private let state = Mutex((isRunning: true, count: 0, broken: 0))

    init(of path: String) {
        Thread.detachNewThread { [self] in
            while state.withLock({ $0.isRunning }) {
                let bytes = try? FileReading.read(path, limit: .max).bytes
                let isWhole = bytes.flatMap { wholeText($0) } != nil
                state.withLock {
                    $0.count += 1
                    $0.broken += isWhole ? 0 : 1
                }
            }
        }
    }

    @discardableResult func stop() -> (count: Int, broken: Int) {
        state.withLock {
            $0.isRunning = false
            return ($0.count, $0.broken)
        }
    }
}
