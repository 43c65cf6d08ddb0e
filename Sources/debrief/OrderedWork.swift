import Glibc

/// Work on many items over the machine's cores, its results taken in the order of the items. No more than a few results
/// wait to be taken, so that memory does not grow with the number of items.
final class OrderedWork<Result: Sendable>: @unchecked Sendable {
    private static var resultsPerCore: Int { 8 }

    private let count: Int
    private let work: @Sendable (Int) -> Result
    private let limit: Int
    private let threads: Int
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let change: UnsafeMutablePointer<pthread_cond_t>

    // Behind the lock.
    private var next = 0
    private var taken = 0
    private var ready: [Int: Result] = [:]

    init(count: Int, work: @escaping @Sendable (Int) -> Result) {
        self.count = count
        self.work = work
        threads = min(count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        limit = threads * Self.resultsPerCore
        lock = .allocate(capacity: 1)
        change = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        pthread_cond_destroy(change)
        lock.deallocate()
        change.deallocate()
    }

    /// Hands over each result in order, on the calling thread.
    ///
    /// - Parameter isWaiting: called some times a second while a result is waited for, with the number taken.
    func forEach(isWaiting: (Int) -> Void, _ take: (Result) -> Void) {
        guard threads > 1 else {
            for index in 0..<count {
                take(work(index))
                isWaiting(index + 1)
            }
            return
        }
        let workers = (0..<threads).compactMap { _ in BackgroundWork.start { [self] in run() } }
        guard !workers.isEmpty else { return (0..<count).forEach { take(work($0)) } }
        for index in 0..<count {
            take(result(of: index, isWaiting))
            isWaiting(index + 1)
        }
        for worker in workers { pthread_join(worker, nil) }
    }

    private func run() {
        while let index = claim() {
            let result = work(index)
            pthread_mutex_lock(lock)
            ready[index] = result
            pthread_cond_broadcast(change)
            pthread_mutex_unlock(lock)
        }
    }

    /// The next item, once not too many results wait; nil where none is left.
    private func claim() -> Int? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while next < count, next - taken >= limit { pthread_cond_wait(change, lock) }
        guard next < count else { return nil }
        next += 1
        return next - 1
    }

    private func result(of index: Int, _ isWaiting: (Int) -> Void) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let result = ready.removeValue(forKey: index) {
                taken = index + 1
                pthread_cond_broadcast(change)
                return result
            }
            var end = timespec()
            clock_gettime(CLOCK_REALTIME, &end)
            end.tv_nsec += 100_000_000
            if end.tv_nsec >= 1_000_000_000 {
                (end.tv_sec, end.tv_nsec) = (end.tv_sec + 1, end.tv_nsec - 1_000_000_000)
            }
            if pthread_cond_timedwait(change, lock, &end) != 0 {
                pthread_mutex_unlock(lock)
                isWaiting(index)
                pthread_mutex_lock(lock)
            }
        }
    }
}
