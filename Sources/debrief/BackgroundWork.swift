import Glibc

/// Work that goes on beside what the main thread does. It takes no signals, which are for the thread that waits for lines,
/// but those of its own faults, so that a crash gives the terminal back.
enum BackgroundWork {
    /// - Returns: the thread, which is to be joined or detached; nil where the system gives none.
    static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        for fault in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] { sigdelset(&all, fault) }
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let body = Unmanaged.passRetained(Body(work))
        let failure = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, body.toOpaque())
        guard failure == 0 else {
            body.release()
            return nil
        }
        return thread
    }

    /// Begins something that nobody waits for; where the system gives no thread, nothing is done.
    static func prepare(_ work: @escaping @Sendable () -> Void) {
        if let thread = start(work) { pthread_detach(thread) }
    }

    /// What a thread runs, as an object whose address can be handed to it.
    private final class Body: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
