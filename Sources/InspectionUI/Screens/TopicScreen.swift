import InspectionModel
import Manual
import TerminalCore

/// A topic of the manual.
struct TopicScreen: TextScreen {
  let hints: [Action] = [.down, .filter, .pageDown, .back]
  var search: TextSearch? = TextSearch()
  private let topic: ManualTopic
  var scroller = Scroller()
  private(set) var lines: [[(String, Role)]] = []

  init(_ topic: ManualTopic, _ keymap: Keymap) {
    self.topic = topic.completed(with: keymap)
  }

  func title(_ register: Register) -> String { topic.title }

  /// Longer lines are hard to follow from end to start.
  private static let longestLine = 90

  mutating func arrange(_ context: Context) {
    lines = topic.lines(width: min(Self.longestLine, context.body.width - 2), marks: .tone)
      .map { $0.pieces.map(Self.drawn) }
    scroller.arrange(height: context.body.height, count: lines.count)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    if action == .help { return [.back] }
    return scroller.perform(action, count: count) ? [] : nil
  }

  private static func drawn(_ piece: ManualLine.Piece) -> (String, Role) {
    switch piece.tone {
    case .text: (piece.text, .text)
    case .heading: (piece.text, .heading)
    case .code: (piece.text, .match)
    }
  }

  func saved(_ register: Register) -> SavedScreen? { nil }
}
