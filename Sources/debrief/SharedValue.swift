import Synchronization

/// Something that is worked out once, when it is first asked for; whoever asks meanwhile waits.
final class SharedValue<Value: Sendable>: Sendable {
    private let make: @Sendable () -> Value
    private let known = Mutex<Value?>(nil)

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    var value: Value {
        known.withLock { known in
            if let known { return known }
            let made = make()
            known = made
            return made
        }
    }

    /// Begins on another thread, where the value will be needed in a moment; without a thread it is worked out then.
    func prepare() { BackgroundWork.prepare { _ = self.value } }
}
