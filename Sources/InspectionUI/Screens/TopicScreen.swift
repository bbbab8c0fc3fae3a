import InspectionModel
import Manual
import TerminalCore

/// A topic of the manual.
struct TopicScreen: Screen {
  let hints: [Action] = [.down, .filter, .pageDown, .back]
  var search: TextSearch? = TextSearch()
  private let topic: ManualTopic
  private var scroller = Scroller()
  private var lines: [ManualLine] = []

  init(_ topic: ManualTopic, _ keymap: Keymap) {
    self.topic = topic.completed(with: keymap)
  }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String { scroller.position }

  func title(_ register: Register) -> String { topic.title }

  /// Longer lines are hard to follow from end to start.
  private static let longestLine = 90

  mutating func arrange(_ context: Context) {
    lines = topic.lines(width: min(Self.longestLine, context.body.width - 2), marks: .tone)
    scroller.arrange(height: context.body.height, count: lines.count)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    if action == .help { return [.back] }
    return scroller.perform(action, count: count) ? [] : nil
  }

  mutating func note(_ change: Change, _ context: Context) {}

  func textLines(_ context: Context) -> [String] {
    lines.map { $0.pieces.map(\.text).joined() }
  }

  var topLine: Int { scroller.top }

  mutating func reveal(line: Int, _ context: Context) { scroller.reveal(line) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var pen = Pen(rect.inset(left: 1))
    for line in scroller.shown {
      let pieces = lines[line].pieces.map(Self.drawn)
      pen.write(search?.marked(pieces, line: line) ?? pieces, on: &canvas)
    }
  }

  private static func drawn(_ piece: ManualLine.Piece) -> (String, Role) {
    switch piece.tone {
    case .text: (piece.text, .text)
    case .heading: (piece.text, .heading)
    case .code: (piece.text, .match)
    }
  }

  func saved(_ register: Register) -> SavedScreen { SavedScreen(kind: "help") }
}
