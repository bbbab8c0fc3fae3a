import Glibc

// MARK: - Waiting

extension PseudoTerminal {
  /// Reads what the program writes until a condition holds.
  public func wait(for what: String, until condition: (PseudoTerminal) -> Bool) throws(Failure) {
    let deadline = PseudoTerminal.now + patience
    while !condition(self) {
      if PseudoTerminal.now > deadline { throw .late(what, screen: picture) }
      take(waiting: 20)
      if isClosed, notice() != nil, !condition(self) {
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
    // Both: what a program wrote last may still be under way when it has ended.
    try wait(for: "the end of the program") { $0.isClosed && $0.notice() != nil }
    let status = status ?? 0
    return Ending(status)
  }

  /// Takes what has come, or comes within so many milliseconds.
  private func take(waiting milliseconds: Int32) {
    guard let new = child.read(waiting: milliseconds) else {
      isClosed = true
      return
    }
    transcript += new
    let answer = emulator.take(new)
    switch answers {
    case .kind: child.write(answer)
    case .none: break
    case .ground(let words):
      if !hasToldGround, asksGround {
        hasToldGround = true
        send(words)
      }
      child.write(answer)
    }
  }

  /// How the program ended, if it has.
  private func notice() -> Int32? {
    var now: Int32 = 0
    if status == nil, waitpid(child.id, &now, WNOHANG) == child.id { status = now }
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
