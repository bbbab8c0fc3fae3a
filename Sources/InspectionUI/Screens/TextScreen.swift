import InspectionModel
import TerminalCore

/// A screen that is a text to be read, scrolled and searched.
protocol TextScreen: Screen {
  var scroller: Scroller { get set }
  /// The text as wide as it is shown; made by `arrange`.
  var lines: [[(String, Role)]] { get }
}

extension TextScreen {
  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String { scroller.position }

  mutating func note(_ change: Change, _ context: Context) {}

  func textLines(_ context: Context) -> [String] { lines.map { $0.map(\.0).joined() } }

  var topLine: Int { scroller.top }

  mutating func reveal(line: Int, _ context: Context) { scroller.reveal(line) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var writer = PaneWriter(rect.inset(left: 1))
    for line in scroller.shown {
      writer.write(search?.marked(lines[line], line: line) ?? lines[line], on: &canvas)
    }
  }
}
