/// Something that must not be shown, with its place in the source.
package struct Secret: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        case privateKey = "private-key"
        case awsKey = "aws-access-key"
        case githubToken = "github-token"
        case gitlabToken = "gitlab-token"
        case slackToken = "slack-token"
        case slackHook = "slack-webhook"
        case googleKey = "google-api-key"
        case stripeKey = "stripe-key"
        case apiKey = "api-key"
        case webToken = "json-web-token"
        case authorization
        case addressPassword = "password-in-address"
        case password
        case email
        case ipAddress = "ip-address"
        case cardNumber = "card-number"
        case bankAccount = "bank-account"
        case phone
        case birthDate = "date-of-birth"
        case personName = "name"
        case nationalNumber = "national-number"
        case homeAddress = "home-address"

        var isPersonal: Bool {
            switch self {
            case .email, .ipAddress, .phone, .birthDate, .personName, .nationalNumber, .homeAddress: true
            case .privateKey, .awsKey, .githubToken, .gitlabToken, .slackToken, .slackHook, .googleKey,
                .stripeKey,
                .apiKey, .webToken, .authorization, .addressPassword, .password, .cardNumber, .bankAccount:
                false
            }
        }

        /// As the beginning of a sentence.
        var name: String {
            switch self {
            case .privateKey: "A private key"
            case .awsKey: "An AWS access key"
            case .githubToken: "A GitHub token"
            case .gitlabToken: "A GitLab token"
            case .slackToken: "A Slack token"
            case .slackHook: "A Slack webhook"
            case .googleKey: "A Google API key"
            case .stripeKey: "A Stripe key"
            case .apiKey: "A key or token"
            case .webToken: "A JSON web token"
            case .authorization: "A login in a header"
            case .addressPassword: "A password in an address"
            case .password: "A password"
            case .email: "An e-mail address"
            case .ipAddress: "An IP address"
            case .cardNumber: "A card number"
            case .bankAccount: "A bank account number"
            case .phone: "A phone number"
            case .birthDate: "A date of birth"
            case .personName: "The name of somebody who was affected"
            case .nationalNumber: "A number that stands for one person"
            case .homeAddress: "Somebody's home address"
            }
        }
    }

    package var kind: Kind
    package var range: Range<Int>
    /// What may be shown of it.
    package var masked: String
    /// Most likely meant to be read, such as a team's mailbox.
    package var isQuiet = false

    /// How many bytes may be shown: the mark that tells the kind, never the part that opens anything.
    var shownPrefix: Int {
        switch kind {
        case .awsKey, .githubToken, .gitlabToken, .slackToken, .googleKey, .stripeKey: min(4, range.count)
        case .privateKey: min(5, range.count)
        case .slackHook, .apiKey, .webToken, .authorization, .addressPassword, .password, .email, .ipAddress,
            .cardNumber, .bankAccount, .phone, .birthDate, .personName, .nationalNumber, .homeAddress:
            min(1, range.count)
        }
    }
}

extension [UInt8] {
    /// As it may be shown: the same text, byte for byte as long, without its secrets.
    package var withoutSecrets: [UInt8] { masking(SecretScanner.secrets(in: self)) }

    /// The same text, byte for byte as long, with each secret hidden behind its first characters.
    package func masking(_ secrets: [Secret]) -> [UInt8] {
        var masked = self
        for secret in secrets {
            for index in secret.range.dropFirst(secret.shownPrefix)
            where masked[index] != 0x0A && masked[index] != 0x0D {
                masked[index] = 0x2A
            }
        }
        return masked
    }
}
