/// A window on lines that are only read.
struct Scroller: Sendable {
  private(set) var top = 0
  private(set) var height = 1
  private(set) var count = 0

  /// The lines in the window.
  var shown: Range<Int> { top..<min(count, top + height) }

  var position: String { count <= height ? "all" : "\(min(100, (top + height) * 100 / count)) %" }

  mutating func arrange(height: Int, count: Int) {
    (self.height, self.count) = (max(1, height), count)
    scroll(to: top)
  }

  /// - Returns: whether the action is one that scrolls.
  mutating func perform(_ action: Action, count times: Int?) -> Bool {
    let times = times ?? 1
    switch action {
    case .down: scroll(to: top + times)
    case .up: scroll(to: top - times)
    case .pageDown, .open: scroll(to: top + times * max(1, height - 1))
    case .pageUp: scroll(to: top - times * max(1, height - 1))
    case .halfPageDown: scroll(to: top + times * max(1, height / 2))
    case .halfPageUp: scroll(to: top - times * max(1, height / 2))
    case .first: scroll(to: 0)
    case .last: scroll(to: count)
    default: return false
    }
    return true
  }

  /// Brings a line into the window, with some of what stands before it.
  mutating func reveal(_ line: Int) {
    if !shown.contains(line) { scroll(to: line - height / 3) }
  }

  private mutating func scroll(to line: Int) { top = max(0, min(line, count - height)) }
}
