import Glibc

/// Input, output and errors as the program was given them.
enum StandardStreams {
    /// A stream that was closed before the program began becomes an empty one: the next file opened would take its number,
    /// and be read as what somebody types, or have written into it what is told.
    static func fillGaps() {
        for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
            _ = open("/dev/null", number == 0 ? O_RDONLY : O_WRONLY)
        }
    }
}
