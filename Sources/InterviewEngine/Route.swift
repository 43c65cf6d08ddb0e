import Guides

/// The order of asking, as a list with a place for every question.
struct Route: Sendable {
    let stops: [Stop]
    let questions: [QuestionID]
    private let places: [QuestionID: (stop: Int, number: Int)]

    init(_ guide: Guide) {
        stops = guide.stops
        questions = guide.stops.flatMap(\.questions)
        var places: [QuestionID: (stop: Int, number: Int)] = [:]
        var number = 0
        for (stop, content) in guide.stops.enumerated() {
            for question in content.questions {
                number += 1
                places[question] = (stop, number)
            }
        }
        self.places = places
    }

    /// The stop's index of a question, nil where the order does not ask it.
    func stop(of question: QuestionID) -> Int? { places[question]?.stop }

    /// From 1, over all stops.
    func number(of question: QuestionID) -> Int { places[question]?.number ?? 0 }

    func question(after id: QuestionID) -> QuestionID? {
        let number = number(of: id)
        return questions.indices.contains(number) ? questions[number] : nil
    }

    func question(before id: QuestionID) -> QuestionID? {
        let index = number(of: id) - 2
        return questions.indices.contains(index) ? questions[index] : nil
    }
}
