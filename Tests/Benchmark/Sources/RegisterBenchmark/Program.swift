import Glibc

/// Another program run to its end, with what it took.
struct Program {
  let seconds: Double
  /// The most memory it had at once, in bytes.
  let memory: Int
  let status: Int32

  /// Runs a shell's command line with its output thrown into a file, as some programs take
  /// shortcuts where it goes nowhere.
  init(_ command: String, in folder: String) throws {
    var id = pid_t()
    let line = "exec >'\(folder)/output' 2>'\(folder)/errors' </dev/null; \(command)"
    let words: [String] = ["/bin/sh", "-c", line]
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let start = milliseconds()
    guard posix_spawn(&id, "/bin/sh", nil, nil, arguments, environ) == 0 else {
      throw Trouble("cannot start a shell")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
    seconds = (milliseconds() - start) / 1e3
    memory = usage.ru_maxrss << 10
    self.status = status
  }

  /// Whether the shell finds a program.
  static func isInstalled(_ name: String) -> Bool {
    (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin").split(separator: ":")
      .contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// The least of several runs.
  static func best(of runs: Int, _ command: String, in folder: String) throws -> Program {
    let all = try (0..<runs).map { _ in try Program(command, in: folder) }
    return all.min { $0.seconds < $1.seconds } ?? all[0]
  }
}
