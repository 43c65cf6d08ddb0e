import Testing

@testable import TerminalIO

@Suite("What a person's own .editrc asks for") struct EditrcKeysTests {
    private let alt = ["^[x", "\\ex", "M-x"]

    @Test(arguments: [
        "bind ^[x ed-command\n", "bind \"\\ex\" em-upper-case", "debrief:bind '^[x' ed-move-to-beg",
        "bind -a : ed-command", "bind -v\n\tbind M-x  vi-next-word",
    ]) func theKeyIsTheirs(_ text: String) {
        #expect(EditrcKeys(text).wants(commandPromptAt: alt))
    }

    @Test(arguments: ["", "bind -v\n", "bind ^[y ed-move-to-beg\n", "# bind ^[x ed-command", "edit on"])
    func theKeyIsNot(_ text: String) {
        #expect(!EditrcKeys(text).wants(commandPromptAt: alt))
    }
}
