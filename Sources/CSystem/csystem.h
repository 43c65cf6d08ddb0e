#ifndef CSYSTEM_H
#define CSYSTEM_H
// System calls that Swift's Glibc module does not name, because it is built without _GNU_SOURCE.
#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
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

// Gives an open file the extended attributes of another, access lists among them; -1 where one of them cannot be read or
// given. A file system without attributes has none to give.
static inline int csystem_copy_attributes(const char *_Nonnull from, int to) {
    char names[65536], value[65536], present[65536];
    ssize_t length = listxattr(from, names, sizeof names);
    if (length < 0) return errno == ENOTSUP || errno == ENOSYS || errno == ENOENT ? 0 : -1;
    for (const char *name = names; name < names + length; name += strlen(name) + 1) {
        ssize_t size = getxattr(from, name, value, sizeof value);
        if (size < 0) return -1;
        ssize_t there = fgetxattr(to, name, present, sizeof present);
        if (there == size && memcmp(value, present, (size_t)size) == 0) continue;
        if (fsetxattr(to, name, value, (size_t)size, 0) != 0) return -1;
    }
    return 0;
}
#endif
