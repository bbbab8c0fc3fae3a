import Dispatch
import InspectionUI
import Synchronization

/// A frame that is drawn on the second core while the first waits for the disk.
///
/// Drawing is pure, so that it may begin before it is known whether what the frame says has come true; it is shown only
/// when it has.
final class FrameAhead: Sendable {
  private let drawn = Mutex<DrawnFrame?>(nil)
  private let done = DispatchGroup()

  /// Begins to draw a state.
  init(of state: State) {
    DispatchQueue.global(qos: .userInteractive).async(group: done) { [self] in
      let frame = state.draw()
      drawn.withLock { $0 = frame }
    }
  }

  /// The frame, once it is drawn; nil where it never will be.
  func take() -> DrawnFrame? {
    done.wait()
    return drawn.withLock { $0 }
  }
}
