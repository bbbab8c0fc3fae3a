import Glibc
public import TerminalCore

// MARK: - What is behind the text

extension CursesTerminal {
  /// The colour behind the terminal's text, if it was asked for and is told within so many
  /// milliseconds of that. Nil at once where the terminal answers something else.
  ///
  /// What comes later, or makes no sense, is dropped. Keys that are pressed meanwhile are kept.
  public func ground(within milliseconds: Int) -> RGB? {
    while let answers = awaitAnswers(milliseconds) {
      switch answers.first {
      case .ground(let words): return RGB(answer: words)
      case .kind: return nil
      case nil: break
      }
    }
    return nil
  }

  /// Takes in what the terminal still has to tell, which would else be typed into whatever comes
  /// after us: not later than a tenth of a second after it was asked.
  func awaitLastAnswer() {
    while awaitAnswers(100) != nil {}
  }

  /// What came within so many milliseconds of the question; nil where nothing more does.
  private func awaitAnswers(_ milliseconds: Int) -> [TerminalAnswer]? {
    guard let asked, !keys.isAtEnd, awaitKeys(until: asked + .milliseconds(milliseconds)) else {
      return nil
    }
    queued += keys.read().map(Input.key)
    return takeAnswers()
  }

  /// The answers that have come; of what kind a terminal is, it tells last.
  func takeAnswers() -> [TerminalAnswer] {
    let answers = keys.takeAnswers()
    if answers.contains(.kind) { asked = nil }
    return answers
  }

  private func awaitKeys(until end: ContinuousClock.Instant) -> Bool {
    while true {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      // What has come while something else was done is in time.
      if poll(&polled, 1, Int32(max(0, left.rounded(.up)))) > 0 { return true }
      if left <= 0 { return false }
    }
  }
}
