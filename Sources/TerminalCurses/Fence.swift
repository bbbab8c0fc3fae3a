import Glibc

/// Tells a test that a frame is complete, in place of the sleeps that tests of screens are full of.
///
/// With `JOINTVIEW_FENCE` in the environment, a private sequence with the number of the frame
/// follows every frame after which no input waits. Terminals ignore it.
struct Fence {
  private let isWanted = getenv("JOINTVIEW_FENCE") != nil
  private var frame = 0

  mutating func raise(isInputWaiting: () -> Bool) {
    frame += 1
    guard isWanted, !isInputWaiting() else { return }
    let bytes = Array("\u{1b}]7747;\(frame)\u{7}".utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}
