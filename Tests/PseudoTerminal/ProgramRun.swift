import CLinux
import Glibc

/// A program that runs without a terminal, to its end.
public enum ProgramRun {
  /// Runs it with nothing to read; what it prints goes into files.
  ///
  /// - Parameters:
  ///   - environment: all it gets.
  ///   - seconds: after these it is killed: a run of tests is not to wait for one program.
  /// - Returns: how it ended; nil if it could not be started, or had to be killed.
  public static func run(
    _ path: String, _ arguments: [String], environment: [String: String], output: String,
    errors: String, within seconds: Int = 300
  ) -> Ending? {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    for (number, name) in [(Int32(1), output), (2, errors)] {
      posix_spawn_file_actions_addopen(&files, number, name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var attributes = Child.spawnAttributes()
    defer { posix_spawnattr_destroy(&attributes) }
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var id = pid_t()
    guard posix_spawn(&id, path, &files, &attributes, argv, envp) == 0 else { return nil }
    let hasEnded = waits(for: id, seconds)
    if !hasEnded { kill(id, SIGKILL) }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return hasEnded ? Ending(status) : nil
  }

  private static func waits(for id: pid_t, _ seconds: Int) -> Bool {
    let handle = pidfd_open(id, 0)
    guard handle >= 0 else { return true }
    defer { close(handle) }
    var polled = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      let result = poll(&polled, 1, 1000)
      if result > 0 || result < 0 && errno != EINTR { return true }
    }
    return false
  }
}

extension Ending {
  /// As `waitpid` has it.
  init(_ status: Int32) {
    self = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }

  /// The exit code; after a signal its number with a minus.
  public var code: Int32 {
    switch self {
    case .exit(let code): code
    case .signal(let number): -number
    }
  }
}
