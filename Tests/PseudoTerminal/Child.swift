import CVterm
import Glibc

/// How a program ended.
public enum Ending: Hashable, Sendable {
  case exit(Int32)
  case signal(Int32)
}

/// A program that runs as the leader of a session on a pseudo-terminal of its own.
struct Child {
  /// Our end of the pseudo-terminal; -1 once it is closed.
  private(set) var master: Int32
  let id: pid_t

  /// The settings of the terminal before the program came.
  let settingsBefore: [UInt8]

  /// Starts a program; `environment` is all it gets.
  init(
    _ path: String, arguments: [String], environment: [String: String],
    size: (columns: Int, rows: Int)
  ) throws(PseudoTerminal.Failure) {
    // Closed on exec, or programs of tests beside this one would keep the terminal open.
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    var name = [CChar](repeating: 0, count: 64)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0,
      ptsname_r(master, &name, name.count) == 0
    else { throw .cannotStart("no pseudo-terminal, error \(errno)") }
    Child.setSize(of: master, size)
    settingsBefore = Child.settings(of: master)
    var id: pid_t = 0
    let error = Child.spawn(
      path, [path] + arguments, environment.map { "\($0.key)=\($0.value)" }, name, &id)
    guard error == 0 else { throw .cannotStart("\(path), error \(error)") }
    self.id = id
  }

  static func setSize(of master: Int32, _ size: (columns: Int, rows: Int)) {
    var window = winsize()
    window.ws_col = UInt16(size.columns)
    window.ws_row = UInt16(size.rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String], _ terminal: [CChar],
    _ id: inout pid_t
  ) -> Int32 {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    // Opened by the leader of a new session, it becomes the terminal that signals come from.
    posix_spawn_file_actions_addopen(&files, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&files, 0, 1)
    posix_spawn_file_actions_adddup2(&files, 0, 2)
    let newSession: Int32 = 0x80
    var attributes = spawnAttributes(newSession)
    defer { posix_spawnattr_destroy(&attributes) }
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    return posix_spawn(&id, path, &files, &attributes, argv, envp)
  }

  /// No signal blocked or ignored: the threads of a test runner block most, and a child inherits
  /// that.
  static func spawnAttributes(_ more: Int32 = 0) -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      Int16(more | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)))
    return attributes
  }

  /// What the program wrote, if it wrote something within so many milliseconds; `nil` once nobody
  /// has the terminal open any more.
  func read(waiting milliseconds: Int32) -> [UInt8]? {
    var polled = [pollfd(fd: master, events: Int16(POLLIN), revents: 0)]
    guard poll(&polled, 1, milliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(master, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Closes the terminal.
  mutating func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether the terminal has the settings it had before the program came.
  var hasSettingsOfBefore: Bool { Child.settings(of: master) == settingsBefore }

  /// The settings of a terminal as bytes, to be compared.
  private static func settings(of terminal: Int32) -> [UInt8] {
    var settings = termios()
    tcgetattr(terminal, &settings)
    return withUnsafeBytes(of: &settings, Array.init)
  }

  /// How many times the program has called `write` and `read`, as the kernel counts.
  var writes: Int { calls("syscw") }
  var reads: Int { calls("syscr") }

  private func calls(_ name: String) -> Int {
    guard let file = fopen("/proc/\(id)/io", "r") else { return 0 }
    defer { fclose(file) }
    var text = [UInt8](repeating: 0, count: 512)
    let count = fread(&text, 1, text.count, file)
    let lines = String(decoding: text.prefix(count), as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("\(name): ") }
    return line.flatMap { Int($0.dropFirst(name.count + 2)) } ?? 0
  }
}
