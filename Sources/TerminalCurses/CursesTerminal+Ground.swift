import Glibc
public import TerminalCore

// MARK: - What is behind the text

extension CursesTerminal {
  /// Asks once; who cannot be asked is not.
  func askGround() {
    guard !sequences.ground.isEmpty else { return }
    send(sequences.ground)
    asked = .now
  }

  /// The colour behind the terminal's text, if it was asked for and is told within so many
  /// milliseconds of that. Nil at once where the terminal answers something else.
  ///
  /// What comes later, or makes no sense, is dropped. Keys that are pressed meanwhile are kept.
  public func ground(within milliseconds: Int) -> RGB? {
    guard let asked else { return nil }
    self.asked = nil
    let end = asked + .milliseconds(milliseconds)
    while !keys.isAtEnd, awaitKeys(until: end) {
      queued += keys.read().map(Input.key)
      switch keys.takeAnswers().first {
      case .ground(let words): return RGB(answer: words)
      case .kind: return nil
      case nil: break
      }
    }
    return nil
  }

  private func awaitKeys(until end: ContinuousClock.Instant) -> Bool {
    while true {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      guard left > 0 else { return false }
      var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      if poll(&polled, 1, Int32(left.rounded(.up))) > 0 { return true }
    }
  }
}
