import Dispatch
import InspectionUI
import Synchronization
import TerminalCore

/// A frame that is drawn on the second core while the first waits for the disk.
///
/// Drawing is pure, so that it may begin before it is known whether what the frame says has come true; it is shown only
/// when it has.
final class Picture: Sendable {
  typealias Drawn = (canvas: Canvas, cursor: (x: Int, y: Int)?)

  private let revision: Int
  private let drawn = Mutex<Drawn?>(nil)
  private let done = DispatchSemaphore(value: 0)

  /// Begins to draw a state.
  init(of state: State) {
    revision = state.revision
    DispatchQueue.global(qos: .userInteractive).async { [self] in
      let picture = state.draw()
      drawn.withLock { $0 = picture }
      done.signal()
    }
  }

  /// The frame, once it is drawn; nil where another state is to be shown by now.
  func take(for state: State) -> Drawn? {
    guard state.revision == revision else { return nil }
    done.wait()
    return drawn.withLock { $0.take() }
  }
}

extension Session {
  /// The frame of the state as it is; drawn now unless that was begun before.
  mutating func draw() -> Picture.Drawn {
    defer { picture = nil }
    return picture?.take(for: state) ?? state.draw()
  }
}
