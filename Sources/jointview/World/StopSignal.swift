import CLinux
import Glibc
import Synchronization

/// Has work end early that goes on beside the screen, or for as long as a command runs. What was
/// done until then stays.
///
/// It is a pipe from which nobody reads: once something is in it, everyone who watches it sees so,
/// and a signal may put it there.
final class StopSignal: Sendable {
  /// Readable once the work is to end; -1 where there was none left, and nothing can be stopped.
  let descriptor: Int32
  private let end: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe2(&ends, O_CLOEXEC | O_NONBLOCK)
    (descriptor, end) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(end)
  }

  /// Whether the work is to end.
  var isSet: Bool { waits(milliseconds: 0) }

  func set() {
    var byte: UInt8 = 1
    _ = write(end, &byte, 1)
  }

  /// Waits so long, or until the work is to end; true if it is.
  func waits(milliseconds: Int) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while true {
      let rest = max(0, Int32((deadline - .now) / .milliseconds(1)))
      if poll(&watched, 1, rest) > 0 { return true }
      if ContinuousClock.now >= deadline { return false }
    }
  }
}

/// Ctrl-C and the like while a command does what takes long: the first one ends the work, and what
/// is done so far is kept; the next ends the program at once. One at a time watches.
final class Interruption {
  let stop = StopSignal()
  /// What was done about each signal before.
  private var former: [(signal: Int32, action: sigaction)] = []

  /// The end of the pipe that the handler writes to, and the signal that came. Literals keep them
  /// in the data segment, and the unchecked exclusivity keeps the runtime out of the handler.
  @exclusivity(unchecked) nonisolated(unsafe) private static var pipe: Int32 = -1
  @exclusivity(unchecked) nonisolated(unsafe) private static var came: Int32 = 0

  /// Begins to watch.
  init() {
    (Self.pipe, Self.came) = (stop.sender, 0)
    for signal in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        let saved = errno
        Interruption.came = signal
        var byte: UInt8 = 1
        _ = write(Interruption.pipe, &byte, 1)
        errno = saved
      }
      action.sa_flags = SA_RESTART | Int32(bitPattern: UInt32(SA_RESETHAND))
      var before = sigaction()
      sigaction(signal, &action, &before)
      former.append((signal, before))
    }
  }

  deinit { end() }

  /// Watches no more: signals do again what they did before. The handler is gone before the pipe
  /// that it writes to.
  func end() {
    if former.isEmpty { return }
    for (signal, action) in former {
      var action = action
      sigaction(signal, &action, nil)
    }
    (former, Self.pipe) = ([], -1)
  }

  /// Watches no more, and ends the program as the signal would have ended it, if one came, so that
  /// the shell sees 128 and its number.
  func endIfInterrupted() {
    end()
    guard Self.came != 0 else { return }
    signal(Self.came, SIG_DFL)
    raise(Self.came)
  }
}

extension StopSignal {
  /// For a handler of signals, which may do no more than write.
  fileprivate var sender: Int32 { end }
}
