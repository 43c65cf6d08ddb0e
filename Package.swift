// swift-tools-version: 6.2
import Foundation
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "debrief",
    products: [.executable(name: "debrief", targets: ["debrief"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"),
    ],
    targets: [
        // Words and shapes that everything else speaks in.
        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "DisplayText", swiftSettings: strict),
        .target(name: "IncidentTime", swiftSettings: strict),

        // The document and the files that describe it.
        .target(name: "LosslessMarkdown", dependencies: ["Diagnostics"], swiftSettings: strict),
        .target(
            name: "StrictYAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(
            name: "Forms",
            dependencies: ["Diagnostics", "DisplayText", "IncidentTime", "LosslessMarkdown", "StrictYAML"],
            swiftSettings: strict),
        .target(
            name: "Guides",
            dependencies: [
                "Forms", "Diagnostics", "DisplayText", "IncidentTime", "LosslessMarkdown", "StrictYAML",
            ], swiftSettings: strict),
        .target(
            name: "Postmortems",
            dependencies: ["Guides", "Forms", "LosslessMarkdown", "Diagnostics", "IncidentTime"],
            swiftSettings: strict),

        // What is said about a document.
        .target(
            name: "Wording", dependencies: ["Diagnostics", "LosslessMarkdown", "StrictYAML"],
            swiftSettings: strict),
        .target(
            name: "Consistency",
            dependencies: [
                "Postmortems", "Guides", "Forms", "LosslessMarkdown", "Diagnostics", "IncidentTime",
            ],
            swiftSettings: strict),

        // The interview.
        .target(
            name: "InterviewEngine",
            dependencies: [
                "Consistency", "Diagnostics", "DisplayText", "Forms", "Guides", "IncidentTime",
                "LosslessMarkdown",
                "Postmortems", "StrictYAML", "Wording",
            ], swiftSettings: strict),

        .target(
            name: "Rendering",
            dependencies: ["DisplayText", "Forms", "Guides", "LosslessMarkdown", "Postmortems"],
            swiftSettings: strict),

        // Files and the terminal.
        .systemLibrary(name: "CSystem"),
        .target(name: "DocumentStorage", dependencies: ["Diagnostics", "CSystem"], swiftSettings: strict),
        .systemLibrary(
            name: "CEditline", pkgConfig: "libedit",
            providers: [.apt(["libedit-dev"]), .yum(["libedit-devel"]), .brew(["libedit"])]),
        .target(name: "TerminalIO", dependencies: ["DisplayText", "CEditline"], swiftSettings: strict),

        // Prompts/, checked and compiled into the program.
        .executableTarget(
            name: "embed-prompts", dependencies: ["Guides", "StrictYAML"], swiftSettings: strict),
        .plugin(
            name: "EmbedPromptsPlugin", capability: .buildTool(), dependencies: ["embed-prompts"],
            path: "Sources/EmbedPromptsPlugin"),
        .target(
            name: "BuiltInPrompts", dependencies: ["StrictYAML"], swiftSettings: strict,
            plugins: ["EmbedPromptsPlugin"]),

        .executableTarget(
            name: "debrief",
            dependencies: [
                "BuiltInPrompts", "Consistency", "Diagnostics", "DisplayText", "DocumentStorage", "Forms",
                "Guides",
                "IncidentTime", "InterviewEngine", "LosslessMarkdown", "Postmortems", "Rendering",
                "StrictYAML",
                "TerminalIO",
                "Wording", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),

        // Tests.
        .systemLibrary(
            name: "CCommonMark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
        .target(
            name: "TestSupport", dependencies: ["Diagnostics", "DisplayText"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
        .testTarget(name: "DisplayTextTests", dependencies: ["DisplayText", "TestSupport"]),
        .testTarget(name: "IncidentTimeTests", dependencies: ["IncidentTime", "TestSupport"]),
        .testTarget(
            name: "LosslessMarkdownTests",
            dependencies: ["LosslessMarkdown", "Diagnostics", "CCommonMark", "TestSupport"]),
        .testTarget(name: "StrictYAMLTests", dependencies: ["StrictYAML", "Diagnostics", "TestSupport"]),
        .testTarget(
            name: "FormsTests",
            dependencies: ["Forms", "LosslessMarkdown", "Diagnostics", "StrictYAML", "TestSupport"]),
        .testTarget(
            name: "GuidesTests",
            dependencies: ["Guides", "Forms", "Diagnostics", "StrictYAML", "TestSupport"]),
        .testTarget(
            name: "PostmortemsTests",
            dependencies: [
                "Postmortems", "Guides", "Forms", "LosslessMarkdown", "Diagnostics", "StrictYAML",
                "TestSupport",
            ]),
        .testTarget(
            name: "WordingTests",
            dependencies: ["Wording", "LosslessMarkdown", "Diagnostics", "StrictYAML", "TestSupport"]),
        .testTarget(
            name: "ConsistencyTests",
            dependencies: [
                "Consistency", "Postmortems", "Guides", "Forms", "LosslessMarkdown", "Diagnostics",
                "StrictYAML", "TestSupport",
            ]),
        .testTarget(
            name: "InterviewEngineTests",
            dependencies: [
                "InterviewEngine", "Postmortems", "Guides", "Forms", "LosslessMarkdown", "Diagnostics",
                "DisplayText",
                "StrictYAML", "Wording", "IncidentTime", "TestSupport",
            ]),
        .testTarget(name: "DocumentStorageTests", dependencies: ["DocumentStorage", "TestSupport"]),
        .testTarget(name: "TerminalIOTests", dependencies: ["TerminalIO", "DisplayText", "TestSupport"]),
        .testTarget(name: "EndToEndTests", dependencies: ["debrief", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

// While rooms are being built: only what already has a folder takes part.
let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
func exists(_ target: Target) -> Bool {
    let place =
        target.path
        ?? (target.type == .test ? "Tests/" : target.type == .plugin ? "Plugins/" : "Sources/") + target.name
    return FileManager.default.fileExists(atPath: here + "/" + place)
}
let absent = Set(package.targets.filter { !exists($0) }.map(\.name))
package.targets.removeAll { absent.contains($0.name) }
for target in package.targets {
    target.dependencies.removeAll { dependency in
        switch dependency {
        case .byNameItem(let name, _), .targetItem(let name, _): absent.contains(name)
        default: false
        }
    }
}
if absent.contains("debrief") { package.products = [] }
