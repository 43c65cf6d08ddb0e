import Diagnostics

/// Keys, tokens, passwords and personal data, told without being shown.
enum SecretCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        document.secrets.map { secret in
            let id: CheckID = secret.kind.isPersonal ? .personalData : .secret
            return id.finding(
                at: secret.range,
                "\(secret.kind.name) stands here (\(secret.masked)); a postmortem is read by many.",
                ask: secret.kind.isPersonal
                    ? "Is it needed to understand the story?" : "Is it still valid, and who can revoke it?",
                settle: [
                    Suggestion(
                        secret.kind.isPersonal
                            ? "Leave it out, or write what it stands for, such as \"one customer\"."
                            : "Revoke it, and write [redacted] in its place.")
                ],
                quietly: secret.isQuiet)
        }
    }
}
