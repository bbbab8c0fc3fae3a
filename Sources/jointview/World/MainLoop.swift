import InspectionUI
import TerminalCore
import TerminalCurses

/// The loop: take in all that is waiting, show one frame for all of it, sleep.
@MainActor
struct MainLoop {
  private var session: Session
  private let terminal: CursesTerminal
  private let mailbox: Mailbox<Event>
  private let runner: BackgroundRunner

  init(_ session: Session, _ terminal: CursesTerminal, _ mailbox: Mailbox<Event>) {
    self.session = session
    self.terminal = terminal
    self.mailbox = mailbox
    runner = BackgroundRunner { work in Task.detached { mailbox.post(work()) } }
  }

  /// Runs until the person leaves; the terminal is given back.
  mutating func run() {
    while !session.isOver {
      present()
      terminal.wait(milliseconds: nil)
      for input in terminal.pending() where !session.isOver { take(input) }
    }
    session.close(remembering: true)
    terminal.close()
  }

  private func present() {
    let (canvas, cursor) = session.state.draw()
    terminal.present(canvas, palette: session.state.scheme.palette, cursor: cursor)
  }

  private mutating func take(_ input: Input) {
    switch input {
    case .key(let key): pass(.key(key))
    case .resize(let size): pass(.resize(size))
    case .continued: pass(.continued)
    case .terminate, .hangUp: pass(.terminate)
    case .posted: for event in mailbox.drain() { pass(event) }
    }
  }

  private mutating func pass(_ event: Event) {
    session.take(event, on: terminal, run: runner)
  }
}
