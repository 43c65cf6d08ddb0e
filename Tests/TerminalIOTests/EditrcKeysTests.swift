import Testing

@testable import TerminalIO

@Suite("What a person's own .editrc asks for") struct EditrcKeysTests {
    private let alt = ["^[x", "\\ex", "M-x"]

    @Test(arguments: [
        "bind ^[x ed-command\n", "bind \"\\ex\" em-upper-case", "debrief:bind '^[x' ed-move-to-beg",
        "bind -v\n\tbind M-x  vi-next-word",
    ]) func theKeyIsTheirs(_ text: String) {
        #expect(EditrcKeys(text).wants(commandPromptAt: alt))
    }

    /// The command prompt at another key leaves this one to the program.
    @Test func eachKeyIsItsOwn() {
        #expect(EditrcKeys("bind -a : ed-command").wants(commandPromptAt: [":"]))
        #expect(!EditrcKeys("bind -a : ed-command").wants(commandPromptAt: alt))
    }

    @Test(arguments: [
        "", "bind -v\n", "bind ^[y ed-move-to-beg\n", "# bind ^[x ed-command", "edit on",
        "bind ^G ed-command",
    ])
    func theKeyIsNot(_ text: String) {
        #expect(!EditrcKeys(text).wants(commandPromptAt: alt))
    }
}
