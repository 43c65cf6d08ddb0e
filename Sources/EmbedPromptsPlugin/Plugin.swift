import Foundation
import PackagePlugin

/// Runs embed-prompts over Prompts/ whenever a file there changes.
@main
struct EmbedPromptsPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) async throws -> [Command] {
        let prompts = context.package.directoryURL.appending(path: "Prompts")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPrompts.swift")
        let files = Self.yamlFiles(below: prompts)
        return [
            .buildCommand(
                displayName: "Checking and embedding the prompts",
                executable: try context.tool(named: "embed-prompts").url,
                arguments: [output.path, prompts.path] + files.map(\.path), inputFiles: files,
                outputFiles: [output])
        ]
    }

    private static func yamlFiles(below folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "yml" }.sorted {
            $0.path < $1.path
        }
    }
}
