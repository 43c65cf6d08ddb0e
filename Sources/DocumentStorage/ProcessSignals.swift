import Glibc

package enum ProcessSignals {
    /// A full quota and a closed pipe become errors of the call that meets them.
    package static func ignoreFileSizeAndPipe() {
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
    }
}
