import Glibc

/// Tells a test that a frame is complete, in place of the sleeps that tests of screens are full of.
///
/// With `JOINTVIEW_FENCE` in the environment, a private sequence with the number of the frame
/// follows every frame after which no input waits. Terminals ignore it.
struct Fence {
  private let isWanted = getenv("JOINTVIEW_FENCE") != nil
  private var frame = 0

  /// The mark behind the next frame; empty where none is wanted.
  mutating func next(isInputWaiting: () -> Bool) -> String {
    frame += 1
    return isWanted && !isInputWaiting() ? "\u{1b}]7747;\(frame)\u{7}" : ""
  }
}
