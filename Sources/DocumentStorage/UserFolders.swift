import Glibc

/// Where drafts and history are kept: `$XDG_STATE_HOME/debrief`, else `~/.local/state/debrief`.
package struct StateFolder: Sendable {
    package let path: String

    package init(environment: [String: String]) {
        path = userFolder("XDG_STATE_HOME", ".local/state", environment)
    }

    /// Makes the folder, for this user alone; false where that cannot be.
    package func make() -> Bool { FilePath.makeFolder(path) }
}

/// Where a user's own guides and rules lie: `$XDG_CONFIG_HOME/debrief`, else `~/.config/debrief`.
package struct ConfigFolder: Sendable {
    package let path: String

    package init(environment: [String: String]) {
        path = userFolder("XDG_CONFIG_HOME", ".config", environment)
    }
}

/// Relative values of the variables do not count, as the XDG specification has it.
private func userFolder(_ variable: String, _ fallback: String, _ environment: [String: String]) -> String {
    if let folder = environment[variable], folder.hasPrefix("/") { return folder + "/debrief" }
    return home(environment) + "/" + fallback + "/debrief"
}

/// `$HOME`, else what the system knows of this user.
private func home(_ environment: [String: String]) -> String {
    if let home = environment["HOME"], home.hasPrefix("/") { return home }
    return getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "/tmp"
}
