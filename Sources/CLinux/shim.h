// Calls of Linux that the Glibc module leaves out: it is built without _GNU_SOURCE,
// <malloc.h> and <sys/xattr.h>.
#pragma once
#include <malloc.h>
#include <sys/types.h>

extern int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
extern int fallocate(int file, int mode, off_t offset, off_t size);
extern ssize_t listxattr(const char *path, char *list, size_t size);
extern ssize_t getxattr(const char *path, const char *name, void *value, size_t size);
extern int fsetxattr(int file, const char *name, const void *value, size_t size, int flags);

// Flags of <linux/fs.h> and <linux/falloc.h>.
static const unsigned int CLINUX_RENAME_NOREPLACE = 1, CLINUX_RENAME_EXCHANGE = 2;
static const int CLINUX_FALLOC_KEEP_SIZE = 1;
