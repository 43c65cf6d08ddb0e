import Postmortems

/// All answers as JSON: `{"version":1,"guide":NAME,"answers":{section:{question:VALUE}}}`.
enum AnswersJSON {
    static func text(of file: AnswersFile) -> String {
        JSONText.text(
            of: .object([
                ("version", .number(AnswersFile.version)), ("guide", .text(file.guide)),
                ("answers", JSONValue(file.answers)),
            ]))
    }
}
