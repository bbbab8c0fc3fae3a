import CNcurses
import Glibc

/// What ncurses writes while it puts a frame together, held until all of it is there.
///
/// A terminal may show what it has got of a frame, and whoever reads it is woken for each part:
/// hiding the cursor is a write of its own to ncurses, and so is each bufferful, which is less than
/// a screen in colours.
@MainActor
struct HeldOutput {
  /// The terminal, and the descriptor that ncurses takes for it.
  private let (terminal, output): (Int32, Int32)
  /// A file in memory; -1 where there is none, and nothing is held. One that might be larger than
  /// files may be is not written to: a signal would end the program.
  private let memory: Int32
  private var count = 0

  /// - Parameter output: the descriptor that ncurses writes to, of a terminal.
  init(of output: Int32) {
    self.output = output
    terminal = fcntl(output, F_DUPFD_CLOEXEC, 3)
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    let isLimited = limit.rlim_cur != rlim_t.max
    memory = isLimited ? -1 : memfd_create("frame", 1 /* MFD_CLOEXEC */)
  }

  /// Whether anything can be held.
  var isPossible: Bool { memory >= 0 && terminal >= 0 }

  /// Whether nothing is held.
  var isEmpty: Bool { count == 0 }

  /// Holds what ncurses writes meanwhile, behind what is held already.
  mutating func hold(_ body: () -> Void) {
    guard isPossible, dup3(memory, output, O_CLOEXEC) >= 0 else { return body() }
    body()
    dup3(terminal, output, O_CLOEXEC)
    count = Int(lseek(memory, 0, SEEK_CUR))
  }

  /// Gives what is held, and holds nothing more.
  mutating func removeBytes() -> [UInt8] {
    if count == 0 { return [] }
    defer {
      lseek(memory, 0, SEEK_SET)
      count = 0
    }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
  }
}
