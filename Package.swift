// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// With the standard library and Foundation inside the program, it starts in half the time.
let selfContained = BuildSettingCondition.when(platforms: [.linux], configuration: .release)

let package = Package(
    name: "debrief",
    products: [.executable(name: "debrief", targets: ["debrief"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
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
            name: "Wording", dependencies: ["Diagnostics", "LosslessMarkdown", "StrictYAML"],
            swiftSettings: strict),
        .target(
            name: "Forms",
            dependencies: ["Diagnostics", "DisplayText", "IncidentTime", "LosslessMarkdown", "StrictYAML"],
            swiftSettings: strict),
        .target(
            name: "Guides",
            dependencies: [
                "Diagnostics", "DisplayText", "Forms", "IncidentTime", "LosslessMarkdown", "StrictYAML",
            ], swiftSettings: strict),
        .target(
            name: "Postmortems",
            dependencies: ["Diagnostics", "Forms", "Guides", "IncidentTime", "LosslessMarkdown"],
            swiftSettings: strict),

        // What a document says about itself.
        .target(
            name: "Consistency",
            dependencies: [
                "Diagnostics", "DisplayText", "Forms", "Guides", "IncidentTime", "LosslessMarkdown",
                "Postmortems",
            ], swiftSettings: strict),

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
            dependencies: [
                "Diagnostics", "DisplayText", "Forms", "Guides", "LosslessMarkdown", "Postmortems",
            ],
            swiftSettings: strict),

        // Files and the terminal.
        .systemLibrary(name: "CSystem"),
        .target(name: "DocumentStorage", dependencies: ["Diagnostics", "CSystem"], swiftSettings: strict),
        .systemLibrary(
            name: "CEditline", pkgConfig: "libedit",
            providers: [.apt(["libedit-dev"]), .yum(["libedit-devel"]), .brew(["libedit"])]),
        .target(name: "TerminalIO", dependencies: ["DisplayText", "CEditline"], swiftSettings: strict),

        // What the scanner of LosslessMarkdown is compared with.
        .systemLibrary(
            name: "CCommonMark", pkgConfig: "libcmark-gfm",
            providers: [
                .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
            ]),

        // Prompts/, checked and compiled into the program.
        .executableTarget(
            name: "embed-prompts", dependencies: ["Guides", "StrictYAML", "Wording"], swiftSettings: strict),
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
                "StrictYAML", "TerminalIO", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict + [.unsafeFlags(["-static-stdlib"], selfContained)],
            linkerSettings: [.unsafeFlags(["-static-stdlib", "-use-ld=lld"], selfContained)]),

        // Tests.
        .target(
            name: "TestSupport",
            dependencies: [
                "DisplayText", "Guides", "IncidentTime", "LosslessMarkdown", "Postmortems", "StrictYAML",
            ],
            path: "Tests/TestSupport",
            swiftSettings: strict),
        .executableTarget(
            name: "saving-loop", dependencies: ["DocumentStorage"], path: "Tests/SavingLoop",
            swiftSettings: strict),
        .testTarget(
            name: "TerminalIOTests", dependencies: ["TerminalIO", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "DocumentStorageTests", dependencies: ["DocumentStorage", "TestSupport", "saving-loop"],
            swiftSettings: strict),
        .testTarget(
            name: "DiagnosticsTests", dependencies: ["Diagnostics", "DisplayText", "TestSupport"],
            exclude: ["Snapshots"], swiftSettings: strict),
        .testTarget(
            name: "DisplayTextTests", dependencies: ["DisplayText", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "IncidentTimeTests", dependencies: ["IncidentTime", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "LosslessMarkdownTests",
            dependencies: ["CCommonMark", "Diagnostics", "LosslessMarkdown", "TestSupport"],
            exclude: ["Corpus"], swiftSettings: strict),
        .testTarget(
            name: "StrictYAMLTests", dependencies: ["Diagnostics", "StrictYAML", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "WordingTests",
            dependencies: ["BuiltInPrompts", "LosslessMarkdown", "StrictYAML", "TestSupport", "Wording"],
            exclude: ["Sentences"], swiftSettings: strict),
        .testTarget(
            name: "PostmortemsTests",
            dependencies: [
                "Diagnostics", "Forms", "Guides", "LosslessMarkdown", "Postmortems", "StrictYAML",
                "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "ConsistencyTests",
            dependencies: [
                "Consistency", "Diagnostics", "Forms", "Guides", "IncidentTime", "LosslessMarkdown",
                "Postmortems", "StrictYAML", "TestSupport",
            ], exclude: ["Documents", "Plants"], swiftSettings: strict),
        .testTarget(
            name: "InterviewEngineTests",
            dependencies: [
                "BuiltInPrompts", "Consistency", "Diagnostics", "DisplayText", "Forms", "Guides",
                "IncidentTime", "InterviewEngine",
                "LosslessMarkdown", "Postmortems", "StrictYAML", "TestSupport", "Wording",
            ], exclude: ["Transcripts"], swiftSettings: strict),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "debrief", "TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Tests/Benchmarks", swiftSettings: strict),
        .testTarget(
            name: "FormsTests", dependencies: ["Diagnostics", "Forms", "LosslessMarkdown", "TestSupport"],
            exclude: ["Pictures"], swiftSettings: strict),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["DisplayText", "LosslessMarkdown", "Postmortems", "Rendering", "TestSupport"],
            exclude: ["Snapshots"], swiftSettings: strict),
        .testTarget(
            name: "GuidesTests",
            dependencies: [
                "Forms", "Guides", "IncidentTime", "LosslessMarkdown", "StrictYAML", "TestSupport",
            ],
            exclude: ["Broken"], swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests", dependencies: ["debrief", "TestSupport"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
