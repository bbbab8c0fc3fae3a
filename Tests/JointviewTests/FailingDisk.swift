import Glibc
import Testing

/// Calls of the C library that fail from a certain one on, or while a file is there, in place of
/// the real ones: what a full or a broken disk does, without one.
private let failures = """
  #define _GNU_SOURCE
  #include <errno.h>
  #include <stdatomic.h>
  #include <stdio.h>
  #include <stdlib.h>
  #include <string.h>
  #include <sys/stat.h>
  #include <sys/syscall.h>
  #include <unistd.h>

  /// Whether a file is one in memory, which is on no disk.
  static int is_in_memory(int file) {
    char path[40], name[16] = "";
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    return readlink(path, name, sizeof name - 1) > 0 && !strncmp(name, "/memfd:", 7);
  }

  static int fails(const char *disk, int file, int code) {
    static atomic_long calls;
    struct stat status;
    const char *wanted = getenv("DISK"), *file_name = getenv("DISK_FAILS_WHILE");
    if (!wanted || strcmp(wanted, disk) || file < 3) return 0;
    if (fstat(file, &status) || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) return 0;
    if (is_in_memory(file)) return 0;
    if (file_name && access(file_name, F_OK)) return 0;
    const char *from = getenv("DISK_FAILS_FROM");
    if (from && atomic_fetch_add(&calls, 1) < atol(from)) return 0;
    errno = code;
    return 1;
  }

  ssize_t write(int file, const void *bytes, size_t count) {
    return fails("full", file, ENOSPC) ? -1 : syscall(SYS_write, file, bytes, count);
  }
  int fallocate(int file, int mode, off_t start, off_t size) {
    return fails("full", file, ENOSPC) ? -1 : (int)syscall(SYS_fallocate, file, mode, start, size);
  }
  int fsync(int file) {
    return fails("broken", file, EIO) ? -1 : (int)syscall(SYS_fsync, file);
  }
  int fdatasync(int file) {
    return fails("broken", file, EIO) ? -1 : (int)syscall(SYS_fdatasync, file);
  }
  """

/// What a disk does that takes no more: `full` writes nothing, `broken` makes nothing durable.
enum FailingDisk: String, CaseIterable {
  case full
  case broken

  /// The variables of a program whose disk fails from a certain call on.
  func variables(from call: Int, _ library: String) -> [String] {
    ["LD_PRELOAD=\(library)", "DISK=\(rawValue)", "DISK_FAILS_FROM=\(call)"]
  }
}

extension Home {
  /// Compiles a library that takes the place of some calls of C's; nil where there is no compiler.
  func library(_ source: String, _ name: String) -> String? {
    let (file, library) = (write(source, to: "\(name).c"), "\(path)/\(name).so")
    let made = run(["-shared", "-fPIC", "-o", library, file], program: "/usr/bin/cc")
    return made.status == 0 ? library : nil
  }

  /// The library that makes a disk fail; nil where there is no compiler to make it.
  func failingDisk() -> String? { library(failures, "disk") }

  /// Runs the program on a disk that fails from a certain call on.
  func run(_ arguments: [String], on disk: FailingDisk, from call: Int, _ library: String)
    -> Outcome
  {
    run(disk.variables(from: call, library) + [programPath] + arguments, program: "/usr/bin/env")
  }

  /// The variables of a program whose disk fails while there is a file `fails` in the folder.
  func environment(of disk: FailingDisk, _ library: String) -> [String: String] {
    ["LD_PRELOAD": library, "DISK": disk.rawValue, "DISK_FAILS_WHILE": "\(path)/fails"]
  }
}
