import CNcurses
import Glibc
public import TerminalCore

// MARK: - What happens

extension CursesTerminal {
  /// Who has something to say.
  struct Ready {
    var terminal = false
    var signals = false
    var mailbox = false
    var hangUp = false
  }

  public func pending() -> [Input] {
    guard isOpen else { return [] }
    let ready = isReady(waiting: 0)
    if ready.signals { signals.drain().forEach(handle) }
    var inputs = queued
    queued.removeAll()
    // What has come is taken first: it may go on with what waits for more.
    inputs += (ready.terminal ? keys.read() : keys.settle()).map(Input.key)
    // What was asked is answered too late.
    _ = takeAnswers()
    if ready.mailbox { inputs.append(.posted) }
    if ready.hangUp || keys.isAtEnd { inputs.append(.hangUp) }
    return inputs
  }

  public func wait(milliseconds: Int?) {
    guard isOpen, queued.isEmpty else { return }
    let shortest = [milliseconds, keys.millisecondsLeft].compactMap(\.self).min()
    _ = isReady(waiting: shortest.map { Int32(clamping: $0) } ?? -1)
  }

  /// Waits until somebody has something to say, or for so many milliseconds; -1 is for ever.
  ///
  /// It may return sooner: a signal that came to this thread ends it, and is in the pipe.
  func isReady(waiting milliseconds: Int32) -> Ready {
    let sources = [STDIN_FILENO, signals.descriptor, mailbox]
    var polled = sources.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return Ready() }
    let events = polled.map { Int32($0.revents) }
    return Ready(
      terminal: events[0] & POLLIN != 0, signals: events[1] & POLLIN != 0,
      mailbox: events[2] & POLLIN != 0, hangUp: events[0] & (POLLHUP | POLLERR) != 0)
  }

  /// Does what a signal asks for, and queues what the program has to know of it.
  func handle(signal: Int32) {
    switch signal {
    case SIGWINCH: noticeSize()
    case SIGTSTP: suspend()
    case SIGCONT:
      takeOver()
      repaint()
      queued.append(.continued)
    default: queued.append(.terminate(signal: signal))
    }
  }

  /// Takes the size of the window over if it is a new one.
  func noticeSize() {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0
    else { return }
    let now = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    guard now != size else { return }
    size = now
    sendHeld()
    // The KEY_RESIZE that this leaves among the keys of ncurses is read by nobody.
    resizeterm(Int32(now.rows), Int32(now.columns))
    presenter.forget()
    queued.append(.resize(now))
  }
}
