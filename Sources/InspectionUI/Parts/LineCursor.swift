/// A cursor on lines of which a window shows some.
struct LineCursor: Sendable {
  private(set) var line = 0
  /// The first line in the window.
  private(set) var top = 0
  private(set) var height = 1
  private(set) var count = 0

  var position: String { count == 0 ? "none" : "\(line + 1)/\(count)" }

  /// The lines in the window, counted from 0.
  var window: Range<Int> { top..<max(top, min(count, top + height)) }

  /// - Parameters:
  ///   - height: the lines there is room for.
  ///   - count: the lines there are.
  mutating func arrange(height: Int, count: Int) {
    (self.height, self.count) = (max(1, height), count)
    move(to: line)
  }

  mutating func move(to line: Int) {
    self.line = max(0, min(line, count - 1))
    top = max(0, min(top, count - height))
    if self.line < top { top = self.line }
    if self.line >= top + height { top = self.line - height + 1 }
  }

  /// The moves that every list knows; false for anything else.
  mutating func perform(_ action: Action, count: Int?) -> Bool {
    let times = count ?? 1
    switch action {
    case .down: move(to: line + times)
    case .up: move(to: line - times)
    case .pageDown: move(to: line + times * height)
    case .pageUp: move(to: line - times * height)
    case .halfPageDown: move(to: line + times * max(1, height / 2))
    case .halfPageUp: move(to: line - times * max(1, height / 2))
    case .first: move(to: (count ?? 1) - 1)
    case .last: move(to: (count ?? self.count) - 1)
    default: return false
    }
    return true
  }
}
