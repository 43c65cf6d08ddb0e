import Consistency
import Diagnostics
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("Secrets are found and never shown") struct SecretTests {
    @Test(arguments: [
        ("key ⟦AKIAQ3EGRT7ZW2LMNP4V⟧ in the log", "aws-access-key"),
        ("⟦ghp_a8Zk2Lm9Qw4Er6Ty1Ui3Op5As7Df0Gh2Jk4L⟧", "github-token"),
        ("⟦glpat-x7Yz8Ab9Cd0Ef1Gh2Ij3⟧ was used", "gitlab-token"),
        ("bot ⟦xoxb-123456789012-123456789012-AbCdEfGhIjKl⟧", "slack-token"),
        ("⟦AIzaSyA1b2C3d4E5f6G7h8I9j0KlMnOpQrStUvW⟧", "google-api-key"),
        ("npm ⟦npm_U8JZpDE0iGXlD6gNCFbaEPFjbD0kH8Oool8D⟧", "api-key"),
        ("⟦hf_klZDOCj2ISaJiHkTj0rLGlkoMXGjtEkDnN⟧ in the notebook", "api-key"),
        ("⟦dop_v1_fdaeeb975729fae923d5a4fd12aabfe228f219e9cb0eb53f16947ccf25ec84d8⟧", "api-key"),
        ("mail key ⟦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⟧", "api-key"),
        ("upload with ⟦pypi-VmDGAkJiG8XnBE3NnYJoQ9WmXeHH2fdeeTFJGvVvQe1sKhBN88hXJsi6BwhT⟧", "api-key"),
        (
            "posts to https://⟦hooks.slack.com/services/Tp3Fs2QhX/B6KWxOiix/gVoOnzyw2MzP0ZvzOMhfWuBB⟧",
            "slack-webhook"
        ),
        (
            "cookie ⟦eyJyReQMsm9Wcz7uW9XFOGO.eyJeMVNen5n1Ae6pWzpF1qH6YytwMe4Lb.yoVFz8uZdZv8FuKKIBJl5dzpJn0meq7WJjjIBAzupGh⟧",
            "json-web-token"
        ),
        ("⟦AGE-SECRET-KEY-1J3NPBSPU8RWS2JDY5928JK98B4MAKMK6HDW996GDRNTCG84BE4W88NT486⟧", "private-key"),
        ("⟦github_pat_g8Psh4487Q7j58M1cIaHZcUEqPbENqTyH5xJ8tpqXJQ4I9dOv8GZ4fKq1OKt⟧", "github-token"),
        ("model key ⟦sk-bgZVaMWUFuXBVjdctBYVhnSg9EH6yO4GFQRC5xLR⟧", "api-key"),
        ("⟦rk_live_wI0b26r08QZJi6gkfsUFRDzs⟧ is restricted", "stripe-key"),
        ("stripe ⟦sk_live_4eC39HqLyjWDarjtT1zdp7dc⟧", "stripe-key"),
        ("Authorization: Bearer ⟦9f8e7d6c5b4a39281706f5e4d3c2b1a0⟧", "authorization"),
        ("postgres://app:⟦s3cr3tPw⟧@db1:5432/shop", "password-in-address"),
        ("DB_PASSWORD=⟦tr0ub4dor⟧", "password"), ("password: ⟦Winter2026!⟧", "password"),
        ("api_key = \"⟦a8f5f167f44f4964e6c998dee827110c⟧\"", "api-key"),
        ("paid with ⟦4539 1488 0343 6467⟧ twice", "card-number"),
        ("IBAN ⟦DE89 3704 0044 0532 0130 00⟧", "bank-account"),
        ("wrote ⟦jane.doe@corp.io⟧ back", "email"), ("from ⟦84.112.37.9⟧ on", "ip-address"),
        ("client ⟦84.112.37.9⟧ waits", "ip-address"),
        ("the password was ⟦Tr4umhaus!⟧ until noon", "password"),
        ("Ran curl -u admin:⟦Hunter22x⟧ https://flags", "password"),
        ("mysql -uroot -p⟦S3cretPw!⟧ shop", "password"),
        ("set-cookie: session=⟦9f8e7d6c5b4a39281706f5e4⟧", "api-key"),
        ("⟦2001:db8:85a3::8a2e:370:7334⟧ refused", "ip-address"), ("call ⟦+49 30 12345678⟧", "phone"),
        ("signs in as jobs, password ⟦Weka!2031⟧", "password"), ("(user ops, pw ⟦Weka-2031⟧)", "password"),
        ("the password for the night jobs: ⟦weka2031⟧", "password"),
        ("opens with the password `⟦weka2031⟧`", "password"), ("user ops, pass ⟦Weka?31⟧ then", "password"),
        ("PIN ⟦4711⟧ at the gate", "password"), ("the alarm code is ⟦258036⟧", "password"),
        ("Ruth Aasen, born ⟦3 May 1957⟧, called", "date-of-birth"),
        ("date of birth: ⟦03.05.1957⟧", "date-of-birth"), ("DOB ⟦1957-05-03⟧", "date-of-birth"),
        ("log: birth_date=⟦1957-05-03⟧ code=2", "date-of-birth"), ("patient='⟦AASEN^RUTH⟧'", "name"),
        ("{\"last_name\": \"⟦O'Hara⟧\"}", "name"), ("nhs=⟦943 476 5919⟧", "national-number"),
        ("SSN ⟦536-22-1845⟧", "national-number"), ("AHV number ⟦756.9217.0769.85⟧", "national-number"),
        ("passport no. ⟦L0120047⟧", "national-number"), ("passport ⟦L01X00T47⟧ was read", "national-number"),
        ("Login: ops / ⟦Weka!2031⟧", "password"),
        ("the key of the guest network is ⟦Weka!2031⟧", "password"),
        ("sshpass -p ⟦Weka2031⟧ ssh db1", "password"),
        ("the old password, ⟦Weka!2031⟧, is void", "password"), ("(DOB ⟦03/05/57⟧)", "date-of-birth"),
        ("NINO ⟦QQ 12 34 56 C⟧", "national-number"),
        ("Ruth Aasen of ⟦9 Harbour Road⟧ wrote", "home-address"),
        ("the caller lives at ⟦14b Rimu Street⟧", "home-address"),
    ])
    func found(_ picture: String, _ kind: String) {
        let marks = picture.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }.map(
            String.init)
        let text = marks.joined()
        let secrets = SecretScanner.secrets(in: Array(text.utf8))
        #expect(secrets.map(\.kind.rawValue) == [kind])
        let start = marks[0].utf8.count
        #expect(secrets.first?.range == start..<(start + marks[1].utf8.count))
    }

    @Test(arguments: [
        "curl -u admin:$PASSWORD https://flags", "mysql -p shop", "session=checkout-canary-12",
        "tar -pxf a1b2c3",
        "AKIA is how they begin", "password: see the vault", "password = ${DB_PASSWORD}", "token: <redacted>",
        "token bucket: 200 reads",
        "secret=********", "the passwords were rotated", "git@github.com:org/repo.git",
        "mail to help@shop.example",
        "version 1.2.3.4", "client 6.0.0.1", "127.0.0.1 and 0.0.0.0", "14:30:15 and 15:00:20",
        "order 1234567890123456",
        "keys.refresh = on-start, daily", "kid=2025-11", "2026-03-02T11:52:07Z", "waited=1003ms attempt=1",
        "1.5.10 to 1.6.0", "+2400%", "+5m",
        "https://flags.example/client/6.0?day=2026-03-02", "api_key: rotated", "F1, F2 and F3",
        "sk-button in the page", "section 1.2.3.4 of the manual", "from 203.0.113.9 and 192.0.2.53 on",
        "order 4539148803436467 was paid", "the password is rotated", "the password was reset at 14:30",
        "the password was changed on 23 January", "password rotation took 30 minutes; ticket OPS-1234",
        "password OAuth2.0 flow", "they pass Gate17B daily", "error code 4711", "PIN 4 of the plug",
        "the project was born on 3 May 2019", "a release born in 2019", "birthday of the shop in March",
        "patient=\"unknown\" holder=\"Test Patient\"", "guest=\"guest-17\"", "nhs=943 476 5918",
        "the NHS has 1,200 sites", "passport checks took 90 minutes", "the office at 14 Rimu Street",
        "Harakeke Library of 14 Rimu Street", "platform 9 Road works", "passenger=12 donor=none",
        "the key is user:Session42", "Login: ops / shop", "date of birth 12/14",
    ])
    func innocent(_ text: String) {
        #expect(SecretScanner.secrets(in: Array(text.utf8)).map(\.kind) == [])
    }

    /// Message, question and suggestions of every finding, and the text that reports quote from.
    @Test(arguments: Plant.all.filter { $0.rule == "secret" || $0.rule == "personal-data" }) func neverShown(
        _ plant: Plant
    ) throws {
        let text = try plant.planted()
        let bytes = Array(text.utf8)
        let secrets = SecretScanner.secrets(in: bytes)
        let found = try CleanSamples.findings(in: text, of: plant.sample)
        let masked = String(decoding: bytes.masking(secrets), as: UTF8.self)
        #expect(bytes.masking(secrets).count == bytes.count)
        for secret in secrets {
            let plain = String(decoding: bytes[secret.range].dropFirst(5), as: UTF8.self)
            #expect(!masked.contains(plain))
            for finding in found {
                let words =
                    [finding.message, finding.question ?? ""] + finding.suggestions.map(\.description)
                #expect(!words.joined().contains(plain))
            }
        }
    }

    @Test func aKeyBlockIsHiddenAsAWhole() {
        let block = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7\nq0Zk\n-----END RSA PRIVATE KEY-----"
        let bytes = Array("before\n\(block)\nafter".utf8)
        let masked = String(decoding: bytes.masking(SecretScanner.secrets(in: bytes)), as: UTF8.self)
        #expect(!masked.contains("MIIEow"))
        #expect(masked.hasPrefix("before\n") && masked.hasSuffix("\nafter"))
        #expect(masked.split(separator: "\n").count == 6)
    }
}
