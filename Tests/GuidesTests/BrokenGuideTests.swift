import Guides
import StrictYAML
import TestSupport
import Testing

@Suite("A broken guide tells all that is wrong, each with its place") struct BrokenGuideTests {
    private static let folder = "Tests/GuidesTests/Broken"

    @Test(arguments: Repository.files(in: folder).filter { $0.hasSuffix(".yml") })
    func readsAsOnFile(_ name: String) {
        let source = YAMLSource(name: name, text: Repository.text("\(Self.folder)/\(name)"))
        let read = GuideReader.read(source)
        #expect(read.guide == nil)
        #expect(!read.problems.isEmpty)
        let told = read.problems.map { $0.rendered(in: source) }.joined(separator: "\n\n") + "\n"
        let problem = Snapshot("\(Self.folder)/\(name.dropLast(4)).txt").problem(with: told)
        #expect(problem == nil, "\(problem ?? "")")
    }
}
