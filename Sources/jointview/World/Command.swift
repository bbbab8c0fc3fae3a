import Glibc

/// Another program, run to its end.
enum Command {
  struct Result: Sendable {
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]
  }

  /// Why a program could not be started.
  struct Problem: Error, CustomStringConvertible {
    let code: Int32
    var isMissing: Bool { code == ENOENT }
    var description: String { String(cString: strerror(code)) }
  }

  /// Runs a program found on the PATH, with nothing to read and no terminal.
  static func run(_ arguments: [String]) -> Swift.Result<Result, Problem> {
    let output = Pipe()
    let errors = Pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A thread of the pool may block signals, and a child inherits that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var pid = pid_t()
    let words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let code = posix_spawnp(&pid, arguments[0], &actions, &attributes, words, environ)
    close(output.writing)
    close(errors.writing)
    let (read, readErrors) = drain(output.reading, errors.reading)
    if code != 0 { return .failure(Problem(code: code)) }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return .success(Result(status: status, output: read, errors: readErrors))
  }

  /// Runs a program with the terminal for its own, to its end; its exit status.
  static func runInTerminal(_ arguments: [String]) -> Swift.Result<Int32, Problem> {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var pid = pid_t()
    let words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let code = posix_spawnp(&pid, arguments[0], nil, &attributes, words, environ)
    if code != 0 { return .failure(Problem(code: code)) }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return .success(status)
  }

  /// Reads both ends together, so that neither can fill up and hold the program.
  private static func drain(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
    var watched = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var texts: [[UInt8]] = [[], []]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while watched.contains(where: { $0.fd >= 0 }) {
      if poll(&watched, nfds_t(watched.count), -1) < 0, errno != EINTR { break }
      for index in watched.indices where watched[index].fd >= 0 && watched[index].revents != 0 {
        let count = read(watched[index].fd, &buffer, buffer.count)
        if count > 0 { texts[index] += buffer[..<count] }
        if count == 0 || (count < 0 && errno != EINTR) {
          close(watched[index].fd)
          watched[index].fd = -1
        }
      }
    }
    return (texts[0], texts[1])
  }

  private struct Pipe {
    let reading: Int32
    let writing: Int32

    init() {
      var ends: [Int32] = [-1, -1]
      pipe(&ends)
      (reading, writing) = (ends[0], ends[1])
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
  }
}
