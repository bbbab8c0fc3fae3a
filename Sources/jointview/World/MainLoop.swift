import ArgumentParser
import Dispatch
import Glibc
import InspectionStore
import InspectionUI
import TerminalCore
import TerminalCurses

/// The loop: take in all that is waiting, show one frame for all of it, sleep.
@MainActor
struct MainLoop: ~Copyable {
  private var engine: Engine<Session>
  private let terminal: CursesTerminal
  private let mailbox: Mailbox<Event>
  private let recorder: KeyRecorder?
  private let start = MainLoop.seconds
  /// Whether all is read, checked and shown, and what only that needed is given back.
  private var isSettled = false
  /// The signal that asked the program to end, for the shell to be told.
  private var signal: Int32?

  init(
    _ engine: Engine<Session>, _ terminal: CursesTerminal, _ mailbox: Mailbox<Event>,
    recorder: KeyRecorder?
  ) {
    self.engine = engine
    self.engine.world.device = terminal
    self.terminal = terminal
    self.mailbox = mailbox
    self.recorder = recorder
  }

  /// Runs until the person leaves; the terminal is given back.
  mutating func run() throws {
    engine.handle(.resize(terminal.size))
    while !engine.world.isOver {
      // Before anybody sees the register, and does something to its file.
      engine.world.watchFile()
      present()
      if engine.noteShown() { continue }
      settle()
      let rest = engine.state.restMilliseconds
      wait(rest)
      let inputs = terminal.pending()
      if inputs.isEmpty { engine.handle(rest == nil ? clock : .rested) }
      for input in inputs where !engine.world.isOver { handle(input) }
    }
    try leave()
  }

  private mutating func leave() throws {
    engine.world.stopWatching()
    engine.world.reading.end(waitingUpTo: 500)
    let farewell = engine.close(remembering: true)
    terminal.close()
    farewell.say()
    if let failure = engine.world.failure { throw failure }
    if let signal { endBy(signal) }
    if !farewell.isComplete { throw ExitCode(Exit.problems.rawValue) }
  }

  private mutating func settle() {
    guard !isSettled, engine.world.isOpen, !engine.state.file.isBeingChecked else { return }
    isSettled = true
    Memory.giveBack()
    Memory.giveBackText()
  }

  /// Sleeps until something happens, the person has rested, or the day has ended.
  private func wait(_ rest: Int?) {
    let left = Places.millisecondsLeftToday
    // The day may have ended since the state was told of it: what is left is that of the next one
    // then.
    terminal.wait(milliseconds: Places.today == engine.state.today ? rest ?? left : 0)
  }

  /// Ends as the signal would have ended it, so that the shell sees 128 and its number.
  private func endBy(_ number: Int32) {
    Glibc.signal(number, SIG_DFL)
    raise(number)
  }

  private func present() {
    let (canvas, cursor) = engine.draw()
    terminal.present(canvas, palette: engine.state.scheme.palette, cursor: cursor)
  }

  private mutating func handle(_ input: Input) {
    switch input {
    case .key(let key):
      recorder?.record(key)
      engine.handle(clock, .key(key))
    case .resize(let size): engine.handle(.resize(size))
    case .continued: engine.handle(.continued)
    case .terminate(let number):
      signal = number
      engine.handle(.terminate)
    case .hangUp: engine.handle(.terminate)
    case .posted: engine.handle(mailbox.drain())
    }
  }

  private var clock: Event { .clock(Self.seconds - start, WallClock.here) }

  /// Of a clock that only goes forward.
  private static var seconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }
}
