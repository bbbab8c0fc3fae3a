import CLinux
import Dispatch
import Glibc
import Synchronization

/// A thread for what is to be done while another waits for the disk.
///
/// It is kept off the processor of whoever asks. Where there are few, Linux else has both take
/// turns on that one, though another is idle, and what was to be done meanwhile comes before the
/// disk or after it.
final class SecondCore: Sendable {
  static let shared = SecondCore()

  private let work = Mutex<(@Sendable () -> Void)?>(nil)
  private let bell = DispatchSemaphore(value: 0)
  private let place = Mutex(Place())

  /// Where the thread may run.
  private struct Place {
    /// Its number, once it has begun.
    var thread: pid_t?
    /// The processor it is kept off.
    var avoided: Int32 = -1
  }

  private init() {
    DispatchQueue(label: "second core", qos: .userInteractive).async { [self] in
      place.withLock { $0.thread = gettid() }
      while true {
        bell.wait()
        work.withLock { $0.take() }?()
      }
    }
  }

  /// Has something done; what was to be done before and is not begun is left.
  func start(_ work: @escaping @Sendable () -> Void) {
    keepOffHere()
    self.work.withLock { $0 = work }
    bell.signal()
  }

  private func keepOffHere() {
    let here = sched_getcpu()
    place.withLock { place in
      guard here >= 0, let thread = place.thread, place.avoided != here else { return }
      place.avoided = here
      Processors.allowed.without(here)?.confine(thread)
    }
  }
}

/// Some of the processors of this machine.
private struct Processors {
  private static let bits = UInt.bitWidth
  private var mask = [UInt](repeating: 0, count: 1024 / UInt.bitWidth)

  private var size: Int { mask.count * Self.bits / 8 }

  /// Those that this program may run on.
  static let allowed: Processors = {
    var processors = Processors()
    let size = processors.size
    return sched_getaffinity(0, size, &processors.mask) == 0 ? processors : Processors()
  }()

  /// The others; nil where there are none.
  func without(_ processor: Int32) -> Processors? {
    var others = self
    let (word, bit) = Int(processor).quotientAndRemainder(dividingBy: Self.bits)
    guard mask.indices.contains(word) else { return nil }
    others.mask[word] &= ~(1 << UInt(bit))
    return others.mask.contains { $0 != 0 } ? others : nil
  }

  /// Has a thread run on these alone. Where that is not allowed, it runs where it may.
  func confine(_ thread: pid_t) { sched_setaffinity(thread, size, mask) }
}
