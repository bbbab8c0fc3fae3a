import Glibc

// MARK: - Waiting

extension PseudoTerminal {
  /// Reads what the program writes until a condition holds.
  public func wait(for what: String, until condition: (PseudoTerminal) -> Bool) throws(Failure) {
    let deadline = PseudoTerminal.now + patience
    while !condition(self) {
      if PseudoTerminal.now > deadline { throw .late(what, screen: picture) }
      if !take(waiting: 20), status != nil, !condition(self) {
        throw .late("\(what), but the program has ended", screen: picture)
      }
    }
  }

  /// Waits until a text is on the screen.
  public func wait(for text: String) throws(Failure) {
    try wait(for: text.debugDescription) { $0.shows(text) }
  }

  /// Waits until the program has ended, and takes all that it wrote.
  public func ending() throws(Failure) -> Ending {
    try wait(for: "the end of the program") { $0.notice(WNOHANG) != nil }
    while take(waiting: 0) {}
    let status = status ?? 0
    return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }

  /// Takes what has come; tells whether something has.
  private func take(waiting milliseconds: Int32) -> Bool {
    guard let new = child.read(waiting: milliseconds) else {
      _ = notice(WNOHANG)
      return false
    }
    transcript += new
    child.write(emulator.take(new))
    return !new.isEmpty
  }

  private func notice(_ options: Int32) -> Int32? {
    var now: Int32 = 0
    if status == nil, waitpid(child.id, &now, options) == child.id { status = now }
    return status
  }

  func hasStopped() -> Bool {
    var now: Int32 = 0
    return waitpid(child.id, &now, WNOHANG | WUNTRACED) == child.id && now & 0xFF == 0x7F
  }

  private var picture: String {
    rows.map { "│\($0)" }.joined(separator: "\n")
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
