import Dispatch
import InspectionUI
import Synchronization
import TerminalCore

/// A frame that is drawn and put together on the second core while the first waits for the disk.
///
/// Drawing is pure, so that it may begin before it is known whether what the frame says has come
/// true; it is shown only when it has.
final class FrameAhead: Sendable {
  /// The state, until somebody begins to draw it.
  private let state: Mutex<State?>
  private let drawn = Mutex<DrawnFrame?>(nil)
  private let done = DispatchGroup()
  private let device: any TerminalDevice

  /// Begins to draw a state. Nobody else is to touch the device until ``finish(isTrue:)`` has
  /// returned.
  init(of state: State, on device: any TerminalDevice) {
    self.state = Mutex(state)
    self.device = device
    done.enter()
    SecondCore.shared.start { [self] in draw() }
  }

  /// Returns once the frame is drawn; it is drawn now if the second core has had no time to begin.
  ///
  /// - Parameter isTrue: whether what it says has come true. Else nothing of it is shown.
  @MainActor
  func finish(isTrue: Bool) {
    draw()
    done.wait()
    if !isTrue { device.dropComposed() }
  }

  /// The frame, once it is drawn.
  var frame: DrawnFrame? { drawn.withLock { $0 } }

  private func draw() {
    guard let state = state.withLock({ $0.take() }) else { return }
    let frame = state.draw()
    device.compose(frame.canvas, palette: state.scheme.palette, cursor: frame.cursor)
    drawn.withLock { $0 = frame }
    done.leave()
  }
}
