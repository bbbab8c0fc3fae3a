import CNcurses
import Glibc

/// The write end of the pipe that ``onSignal`` uses. A literal keeps it in the data segment, and
/// the unchecked exclusivity keeps the runtime out of the handler.
@exclusivity(unchecked) nonisolated(unsafe) private var signalPipe: Int32 = -1

private func onSignal(_ signal: Int32) {
  let saved = errno
  var byte = UInt8(truncatingIfNeeded: signal)
  _ = write(signalPipe, &byte, 1)
  errno = saved
}

/// Signals as bytes in a pipe, so that a `poll` sees them whichever thread they came to.
struct Signals {
  /// The signals that are turned into bytes.
  private static let watched = [
    SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP,
  ]

  /// Readable while a signal waits.
  let descriptor: Int32

  /// What the program did on each signal before.
  private let before: [(signal: Int32, action: sigaction)]

  /// Begins to watch. To be done before ncurses starts: it replaces only the actions nobody set.
  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe2(&ends, O_CLOEXEC | O_NONBLOCK)
    descriptor = ends[0]
    signalPipe = ends[1]
    before = Signals.watched.map { ($0, Signals.act(on: $0, by: onSignal)) }
  }

  /// The signals that came, in their order; two of a kind may come as one.
  func drain() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? bytes.prefix(count).map(Int32.init) : []
  }

  /// Puts things as they were, and stops watching.
  func close() {
    for (signal, action) in before { Signals.restore(action, of: signal) }
    Glibc.close(signalPipe)
    Glibc.close(descriptor)
    signalPipe = -1
  }

  /// Stops the whole job as a shell's Ctrl-Z does; returns when it goes on.
  func stop() {
    let ours = Signals.act(on: SIGTSTP, by: SIG_DFL)
    kill(0, SIGTSTP)
    Signals.restore(ours, of: SIGTSTP)
  }

  /// Runs `body` while a child has the terminal: the child alone gets Ctrl-C, and Ctrl-Z stops
  /// both, so that the shell gets the terminal back.
  func whileChildHasTerminal<Result>(_ body: () -> Result) -> Result {
    let ours = [
      (SIGINT, Signals.act(on: SIGINT, by: SIG_IGN)),
      (SIGQUIT, Signals.act(on: SIGQUIT, by: SIG_IGN)),
      (SIGTSTP, Signals.act(on: SIGTSTP, by: SIG_DFL)),
    ]
    defer { for (signal, action) in ours { Signals.restore(action, of: signal) } }
    return body()
  }

  private static func act(on signal: Int32, by handler: __sighandler_t?) -> sigaction {
    var old = sigaction()
    var new = sigaction()
    new.__sigaction_handler.sa_handler = handler
    new.sa_flags = SA_RESTART
    sigaction(signal, &new, &old)
    return old
  }

  private static func restore(_ action: sigaction, of signal: Int32) {
    var action = action
    sigaction(signal, &action, nil)
  }
}
