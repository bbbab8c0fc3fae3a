import InspectionModel
import Manual
import TerminalCore

/// The keys, those of the screen one came from first, and the topics of the manual, which open from
/// here.
struct HelpScreen: TextScreen {
  private let first: [(action: Action, summary: String)]
  private let topics: [ManualTopic]
  /// The topic that opens next, while its line is in the window.
  private var cursor = 0
  var scroller = Scroller()
  var search: TextSearch? = TextSearch()
  private(set) var lines: [[(String, Role)]] = []

  /// - Parameter screen: where one came from, whose actions stand on top.
  init(for screen: any Screen, _ topics: [ManualTopic]) {
    first = screen.hints.map { ($0, screen.summary(of: $0) ?? $0.spec.summary) }
    self.topics = topics
  }

  var hints: [Action] { [.down, .open, .filter, .pageDown, .back] }

  func title(_ register: Register) -> String { "Help" }

  mutating func arrange(_ context: Context) {
    let count = allLines(context.keymap).count
    scroller.arrange(height: context.body.height, count: count)
    keepCursorInWindow()
    // The topic under the cursor is marked in them.
    lines = allLines(context.keymap)
  }

  // MARK: - What it does

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    switch action {
    case .down where canMove(by: 1): cursor += 1
    case .up where canMove(by: -1): cursor -= 1
    case .open, .right:
      guard let topic else { return scroller.perform(.pageDown, count: count) ? [] : nil }
      return [.push(TopicScreen(topic, context.keymap))]
    case .help: return [.back]
    default:
      guard scroller.perform(action, count: count) else { return nil }
      keepCursorInWindow()
    }
    return []
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    let index = scroller.top + line - topicLines.lowerBound
    guard topics.indices.contains(index) else { return nil }
    cursor = index
    return perform(.open, count: nil, context)
  }

  /// The lines on which the topics stand.
  private var topicLines: Range<Int> {
    let start = first.count + 3
    return start..<start + topics.count
  }

  /// The topics in the window.
  private var shown: Range<Int> {
    let lines = topicLines.clamped(to: scroller.shown)
    return lines.lowerBound - topicLines.lowerBound..<lines.upperBound - topicLines.lowerBound
  }

  private var topic: ManualTopic? { shown.contains(cursor) ? topics[cursor] : nil }

  private func canMove(by step: Int) -> Bool {
    shown.contains(cursor) && shown.contains(cursor + step)
  }

  private mutating func keepCursorInWindow() {
    if let last = shown.last { cursor = max(shown.lowerBound, min(cursor, last)) }
  }

  mutating func reveal(line: Int, _ context: Context) {
    scroller.reveal(line)
    keepCursorInWindow()
  }

  // MARK: - How it looks

  private func allLines(_ keymap: Keymap) -> [[(String, Role)]] {
    var lines: [[(String, Role)]] = [[("On the screen you came from", .heading)]]
    lines += first.map { line($0.action, $0.summary, keymap) }
    if !topics.isEmpty { lines += [[], [("The manual", .heading)]] }
    lines += topics.indices.map(topicLine)
    for group in ActionSpec.Group.allCases {
      lines += [[], [(group.rawValue, .heading)]]
      lines += ActionSpec.table.filter { $0.group == group }
        .map { line($0.action, $0.summary, keymap) }
    }
    return lines
  }

  private func topicLine(_ index: Int) -> [(String, Role)] {
    let isCursor = topic != nil && index == cursor
    return Self.line(topics[index].name, isCursor ? .cursor : .match, topics[index].summary)
  }

  private func line(
    _ action: Action, _ summary: String, _ keymap: Keymap
  ) -> [(String, Role)] {
    let keys = keymap.allKeys(for: action).joined(separator: "  ")
    return Self.line(keys, .match, summary)
  }

  private static func line(_ name: String, _ role: Role, _ words: String) -> [(String, Role)] {
    let padding = String(repeating: " ", count: max(1, 24 - Text.columns(name)))
    return [(name, role), (padding, .text), (words, .text)]
  }

  func saved(_ register: Register) -> SavedScreen? { nil }
}
