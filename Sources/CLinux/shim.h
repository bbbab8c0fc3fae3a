// Calls of Linux that the Glibc module leaves out: it is built without _GNU_SOURCE,
// <malloc.h> and <sys/xattr.h>.
#pragma once
#include <elf.h>
#include <malloc.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/types.h>

extern int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
extern int fallocate(int file, int mode, off_t offset, off_t size);
extern int sync_file_range(int file, long long offset, long long count, unsigned int flags);
extern ssize_t listxattr(const char *path, char *list, size_t size);
extern ssize_t getxattr(const char *path, const char *name, void *value, size_t size);
extern int pipe2(int ends[2], int flags);
extern int pidfd_open(pid_t process, unsigned int flags);
extern pid_t gettid(void);
extern int sched_getcpu(void);
extern int sched_getaffinity(pid_t thread, size_t size, unsigned long *processors);
extern int sched_setaffinity(pid_t thread, size_t size, const unsigned long *processors);
extern int prlimit(pid_t process, int resource, const struct rlimit *limit, struct rlimit *old);
extern int fsetxattr(int file, const char *name, const void *value, size_t size, int flags);

/// What <link.h> calls dl_phdr_info, as far as it is asked for: a program or library in memory.
struct clinux_object {
  Elf64_Addr base;
  const char *name;
  const Elf64_Phdr *segments;
  Elf64_Half count;
};
extern int clinux_each_object(int (*body)(struct clinux_object *, size_t, void *), void *context)
    __asm__("dl_iterate_phdr");

// Flags of <linux/fs.h>, <linux/falloc.h> and <fcntl.h>.
static const unsigned int CLINUX_RENAME_NOREPLACE = 1, CLINUX_RENAME_EXCHANGE = 2;
static const int CLINUX_FALLOC_KEEP_SIZE = 1;
static const unsigned int CLINUX_SYNC_FILE_RANGE_WRITE = 2;
