import CLinux
import Glibc
import InspectionStore

/// A program that was started, until its end is heard.
struct Child {
  let id: pid_t
  /// A descriptor that can be read once the program has ended; -1 where nobody asks.
  let handle: Int32

  /// Starts a program as the first of a group of its own, with nothing to read.
  ///
  /// - Parameter ends: where it prints to, and where its errors go.
  init(_ arguments: [String], printingTo ends: [Int32]) throws(OtherProgram.Problem) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    id = try Self.spawn(arguments, &actions, POSIX_SPAWN_SETPGROUP)
    handle = pidfd_open(id, 0)
    if handle < 0 {
      let code = errno
      end()
      throw .notStarted(code)
    }
  }

  /// Starts a program that has the terminal.
  init(inTerminal arguments: [String]) throws(OtherProgram.Problem) {
    id = try Self.spawn(arguments, nil, 0)
    handle = -1
  }

  private static func spawn(
    _ arguments: [String], _ actions: UnsafePointer<posix_spawn_file_actions_t>?, _ flags: Int32
  ) throws(OtherProgram.Problem) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A child inherits what signals a thread blocks and the program ignores.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | flags))
    let words = arguments.map { strdup($0.systemPath) } + [nil]
    defer { for word in words { free(word) } }
    var id = pid_t()
    let code = posix_spawnp(&id, arguments[0], actions, &attributes, words, environ)
    if code != 0 { throw .notStarted(code) }
    return id
  }

  /// Waits for its end.
  @discardableResult
  func wait() -> OtherProgram.Ending {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  /// Ends it, if it has not ended, and its group.
  @discardableResult
  func end() -> OtherProgram.Ending {
    // Nobody has waited for it yet, so the number of the group is nobody else's.
    kill(-id, SIGKILL)
    if handle >= 0 { close(handle) }
    return wait()
  }

  /// Asks it and its group to end, and ends what does not.
  func stop() {
    kill(-id, SIGTERM)
    var watched = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
    poll(&watched, 1, 200)
    end()
  }
}
