import Dispatch
import InspectionUI
import Synchronization

/// A frame that is drawn on the second core while the first waits for the disk.
///
/// Drawing is pure, so that it may begin before it is known whether what the frame says has come
/// true; it is shown only when it has.
final class FrameAhead: Sendable {
  /// The state, until somebody begins to draw it.
  private let state: Mutex<State?>
  private let drawn = Mutex<DrawnFrame?>(nil)
  private let done = DispatchGroup()

  /// Begins to draw a state.
  init(of state: State) {
    self.state = Mutex(state)
    done.enter()
    SecondCore.shared.start { [self] in draw() }
  }

  /// The frame; drawn now if the second core has had no time to begin.
  func removeFrame() -> DrawnFrame? {
    draw()
    done.wait()
    return drawn.withLock { $0 }
  }

  private func draw() {
    guard let state = state.withLock({ $0.take() }) else { return }
    let frame = state.draw()
    drawn.withLock { $0 = frame }
    done.leave()
  }
}
