import CNcurses
import Glibc
import TerminalCore

// MARK: - Giving the terminal away and taking it back

extension CursesTerminal {
  public func redraw() {
    repaint()
  }

  public func suspend() {
    giveBack()
    signals.stop()
    takeOver()
    repaint()
    // The signal that woke us has been dealt with; those that came meanwhile have not.
    for signal in signals.drain() where signal != SIGCONT { handle(signal: signal) }
    queued.append(.continued)
  }

  public func yieldTerminal<Result>(_ body: () -> Result) -> Result {
    giveBack()
    let result = signals.whileChildHasTerminal(body)
    takeOver()
    keys.forget()
    repaint()
    return result
  }

  public func close() {
    guard isOpen else { return }
    isOpen = false
    awaitLastAnswer()
    giveBack()
    signals.close()
  }

  /// Makes the screen ours: what is written to standard error stays off it from here on.
  ///
  /// - Parameter asksGround: whether the terminal is asked what is behind its text. All that it is
  ///   sent goes at once, as it is woken for each part.
  func takeOver(asking asksGround: Bool = false) {
    CrashGuard.guarding(true)
    standardError.redirect()
    reset_prog_mode()
    let question = asksGround ? sequences.ground : ""
    send(sequences.pasteOn + (usesMouse ? sequences.mouseOn : "") + question)
    if !question.isEmpty { asked = .now }
  }

  /// Has all of the next frame drawn: somebody else may have written on the screen, or changed the
  /// size of the window while no signal reached us.
  func repaint() {
    drawNextWhole()
    noticeSize()
  }

  private func giveBack() {
    sendHeld()
    send(sequences.mouseOff + sequences.pasteOff)
    endwin()
    standardError.restore()
    CrashGuard.guarding(false)
  }
}
