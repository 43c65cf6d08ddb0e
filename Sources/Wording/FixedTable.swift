/// A list that never changes. Some are read a hundred thousand times for a page, and counting references to an array
/// would take longer than reading it; the pointers are good as long as the table is.
final class FixedTable<Element: Sendable>: @unchecked Sendable {
    let elements: UnsafeBufferPointer<Element>

    init(_ list: [Element]) {
        let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: list.count)
        _ = buffer.initialize(from: list)
        elements = UnsafeBufferPointer(buffer)
    }

    deinit { UnsafeMutableBufferPointer(mutating: elements).deinitialize().deallocate() }
}
