/// The running number of a row as people write one: up to six digits, without a sign or a zero in front.
package struct RowNumber: Equatable, Sendable {
    package let value: Int

    package init?(_ text: String) {
        guard text.utf8.count <= 6, let value = Int(text), value > 0, String(value) == text else {
            return nil
        }
        self.value = value
    }
}
