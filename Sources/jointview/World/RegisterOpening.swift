import Dispatch
import InspectionModel
import InspectionStore
import InspectionUI
import Synchronization

/// A register being opened beside the screen, so that the first frame need not wait for all of it.
final class RegisterOpening: Sendable {
  typealias Outcome = Result<RegisterStore.Opened, Failure>

  /// What has been read of a register, and which share of the file that is, from 0 to 1.
  typealias Progress = (register: Register, share: Double)

  private let outcome = Mutex<Outcome?>(nil)
  /// What was read last and is not shown yet. Earlier stages are let go of: each keeps what it
  /// shares with the next from being written to, so that a screen that is slower than the reading
  /// would hold many copies.
  private let progress = Mutex<Progress?>(nil)
  private let done = DispatchSemaphore(value: 0)

  /// Begins to open it.
  ///
  /// - Parameter tell: is told how far it is, and when it is done.
  init(_ path: String, _ places: Places, _ tell: @escaping @Sendable (Event) -> Void) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let opened = Outcome { () throws(Failure) in
        try RegisterPath.open(path, places) { register, share in
          let isWaiting = self.progress.withLock { progress in
            defer { progress = (register, share) }
            return progress != nil
          }
          if !isWaiting { tell(.readFurther) }
        }
      }
      outcome.withLock { $0 = opened }
      done.signal()
      tell(.opened)
    }
  }

  /// What has been read, if more than was taken last. Gives it once.
  func takeProgress() -> Progress? {
    progress.withLock { progress in
      defer { progress = nil }
      return progress
    }
  }

  /// What came of it, if that is known within so many milliseconds. Gives it once.
  func outcome(within milliseconds: Int) -> Outcome? {
    guard done.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return nil }
    return outcome.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
  }
}
