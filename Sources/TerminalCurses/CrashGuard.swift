import CNcurses
import Glibc

/// What the crash handler needs, all made beforehand: it may allocate nothing.
private struct Restore {
  var terminal: Int32
  var settings: termios
  var farewell: UnsafeMutableBufferPointer<UInt8>
  var standardError: StandardError
  /// Whether the screen is ours now.
  var isNeeded = false
}

@exclusivity(unchecked) nonisolated(unsafe) private var restore: UnsafeMutablePointer<Restore>?

private func onCrash(_ signal: Int32) {
  if let state = restore, state.pointee.isNeeded {
    state.pointee.isNeeded = false
    _ = write(
      state.pointee.terminal, state.pointee.farewell.baseAddress, state.pointee.farewell.count)
    tcsetattr(state.pointee.terminal, TCSANOW, &state.pointee.settings)
    state.pointee.standardError.restore()
  }
  var action = sigaction()
  action.__sigaction_handler.sa_handler = SIG_DFL
  sigaction(signal, &action, nil)
  raise(signal)
}

/// Gives the terminal back when the program crashes, and then lets it crash.
///
/// Without it a trap leaves the terminal raw and in the alternate screen, and the last words of the
/// Swift runtime unseen.
enum CrashGuard {
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]

  /// Begins to watch over a terminal that now has the settings it is to get back.
  ///
  /// - Parameter farewell: What the terminal is sent: leave the alternate screen, show the cursor.
  static func install(terminal: Int32, farewell: String, standardError: StandardError) {
    guard restore == nil else { return }
    var settings = termios()
    tcgetattr(terminal, &settings)
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: farewell.utf8.count)
    _ = bytes.initialize(from: farewell.utf8)
    let state = UnsafeMutablePointer<Restore>.allocate(capacity: 1)
    state.initialize(
      to: Restore(
        terminal: terminal, settings: settings, farewell: bytes, standardError: standardError))
    restore = state
    useStackOfItsOwn()
    for signal in signals { watch(signal) }
  }

  /// Says whether the screen is ours, so that a crash must give it back.
  static func guarding(_ isNeeded: Bool) {
    restore?.pointee.isNeeded = isNeeded
  }

  /// A stack for the handler, as a stack that overflowed has no room for it.
  private static func useStackOfItsOwn() {
    let size = 64 * 1024
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  private static func watch(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = onCrash
    action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_NODEFER))
    sigaction(signal, &action, nil)
  }
}
