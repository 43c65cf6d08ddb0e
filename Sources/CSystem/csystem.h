#ifndef CSYSTEM_H
#define CSYSTEM_H
// System calls that Swift's Glibc module does not name, because it is built without _GNU_SOURCE.
#include <sys/syscall.h>
#include <unistd.h>
#include <fcntl.h>

// Puts each of two files in the place of the other, in one step; -1 and errno where the file system cannot.
static inline int csystem_exchange(const char *_Nonnull first, const char *_Nonnull second) {
    const unsigned int exchange = 1u << 1;   // RENAME_EXCHANGE
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, exchange);
}

// Gives a file a name that nothing has yet; -1 and EEXIST where something has it.
static inline int csystem_rename_new(const char *_Nonnull from, const char *_Nonnull to) {
    const unsigned int noReplace = 1u << 0;   // RENAME_NOREPLACE
    return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, noReplace);
}
#endif
