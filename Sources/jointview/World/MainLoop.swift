import ArgumentParser
import Dispatch
import Glibc
import InspectionStore
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
  private let opening: RegisterOpening
  private var watch: FileWatch?
  private var watched: (path: String, access: RegisterFile.Access)?
  /// The register being opened again, to be changed this time, and what came of it.
  private var reopening: RegisterOpening?
  private var reopened: RegisterStore.Opened?
  private let recorder: KeyRecorder?
  private let start = MainLoop.seconds
  /// Whether all is read and shown, and what only the start needed is given back.
  private var isSettled = false
  /// The signal that asked the program to end, for the shell to be told.
  private var signal: Int32?

  init(
    _ session: Session, _ opening: RegisterOpening, _ terminal: CursesTerminal,
    _ mailbox: Mailbox<Event>, recorder: KeyRecorder?
  ) {
    (self.session, self.opening) = (session, opening)
    self.terminal = terminal
    self.mailbox = mailbox
    self.recorder = recorder
    runner = BackgroundRunner { work in
      // A queue of its own has a thread of its own at once; work that waits for another program
      // would keep one of the few that tasks share.
      DispatchQueue(label: "work").async { mailbox.post(work { mailbox.post($0) }) }
    }
  }

  /// Runs until the person leaves; the terminal is given back.
  mutating func run() throws {
    pass(.resize(terminal.size))
    while true {
      takeAgain()
      session.carryOn(on: terminal, run: runner)
      if session.isOver { break }
      watchFile()
      present()
      if session.putDown() { continue }
      settle()
      let (rest, left) = (session.state.restMilliseconds, Places.millisecondsLeftToday)
      // The day may have ended since the state was told of it: what is left is that of the next one then.
      terminal.wait(milliseconds: Places.today == session.state.today ? rest ?? left : 0)
      let inputs = terminal.pending()
      if inputs.isEmpty { pass(rest == nil ? clock : .rested) }
      for input in inputs where !session.isOver { take(input) }
    }
    watch?.stop()
    giveBackReopened()
    let farewell = session.close(remembering: true)
    terminal.close()
    farewell.say()
    if let failure = session.failure { throw failure }
    if let signal { endBy(signal) }
    if !farewell.isComplete { throw ExitCode(Exit.problems.rawValue) }
  }

  private mutating func settle() {
    guard !isSettled, session.isOpen else { return }
    isSettled = true
    Memory.giveBackText()
  }

  /// Watches the register where it is now, as long as it may be changed or not as it may now.
  private mutating func watchFile() {
    guard let file = session.store?.file,
      watched?.path != file.path || watched?.access != file.access
    else { return }
    watched = (file.path, file.access)
    watch?.stop()
    let mailbox = mailbox
    watch = FileWatch(file) { mailbox.post($0 == .free ? .fileFree : .fileTouched) }
  }

  /// Opens the register again beside the screen, this time to change it: whoever had it is done.
  private mutating func openAgain() {
    guard reopening == nil, session.isWaiting else { return }
    let mailbox = mailbox
    reopening = RegisterOpening(session.pathGiven, session.places) { event in
      // What is shown stays until all is there.
      if case .readFurther = event { return }
      mailbox.post(event)
    }
  }

  /// Takes the register, once it is open and nobody is typing: what they type is about records as they were.
  private mutating func takeAgain() {
    if let reopening, reopened == nil, let outcome = reopening.take(within: 0) {
      reopened = try? outcome.get()
      if reopened == nil { self.reopening = nil }
    }
    guard let opened = reopened, !session.state.isTyping else { return }
    (reopening, reopened) = (nil, nil)
    session.takeAgain(opened)
  }

  /// Gives back what was opened again and came too late.
  private mutating func giveBackReopened() {
    var late = reopened ?? (try? reopening?.take(within: 1000)?.get())
    late?.store.close()
  }

  /// Ends as the signal would have ended it, so that the shell sees 128 and its number.
  private func endBy(_ number: Int32) {
    Glibc.signal(number, SIG_DFL)
    raise(number)
  }

  private mutating func present() {
    let (canvas, cursor) = session.draw()
    terminal.present(canvas, palette: session.state.scheme.palette, cursor: cursor)
  }

  private mutating func take(_ input: Input) {
    switch input {
    case .key(let key):
      recorder?.record(key)
      pass(clock)
      pass(.key(key))
    case .resize(let size): pass(.resize(size))
    case .continued: pass(.continued)
    case .terminate(let number):
      signal = number
      pass(.terminate)
    case .hangUp: pass(.terminate)
    case .posted: for event in mailbox.drain() { takePosted(event) }
    }
  }

  private var clock: Event { .clock(Self.seconds - start) }

  /// Of a clock that only goes forward.
  private static var seconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }

  private mutating func takePosted(_ event: Event) {
    switch event {
    case .fileFree: openAgain()
    case .readFurther:
      guard !session.isOpen, let progress = opening.takeProgress() else { return }
      pass(.reading(progress.register, progress.share))
    case .opened:
      guard !session.isOpen, let outcome = opening.take(within: 0) else { return }
      session.adopt(outcome)
    default: pass(event)
    }
  }

  private mutating func pass(_ event: Event) {
    session.take(event, on: terminal, run: runner)
  }
}
