import Dispatch
import InspectionUI
import Synchronization
import TerminalCore

/// A frame that is drawn and put together on the second core while the first waits for the disk.
///
/// Drawing is pure, so that it may begin before it is known whether what the frame says has come
/// true. What is put together is dropped where it has not.
final class FrameAhead: Sendable {
  /// The state, until the second core begins to draw it.
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

  /// The frame, once it is drawn; nil if the second core has had no time to begin, or what the
  /// frame says has not come true.
  @MainActor
  func finish(isTrue: Bool) -> DrawnFrame? {
    if state.withLock({ $0.take() }) != nil { return nil }
    done.wait()
    if isTrue { return drawn.withLock { $0 } }
    device.dropComposed()
    return nil
  }

  private func draw() {
    guard let state = state.withLock({ $0.take() }) else { return }
    let frame = state.draw()
    device.compose(frame.canvas, palette: state.scheme.palette, cursor: frame.cursor)
    drawn.withLock { $0 = frame }
    done.leave()
  }
}
