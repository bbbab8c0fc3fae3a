import InspectionModel
import TerminalCore

/// Lines to scroll through: the help, and whatever else is only read.
struct HelpScreen: Screen {
  let hints: [Action] = [.down, .pageDown, .back]
  private let first: [Action]
  private var top = 0
  private var height = 1
  private var count = 0

  /// - Parameter first: the actions of the screen one came from, which stand on top.
  init(for first: [Action]) {
    self.first = first
  }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String { count <= height ? "all" : "\(min(100, (top + height) * 100 / count)) %" }

  func title(_ register: Register) -> String { "Help" }

  mutating func arrange(_ context: Context) {
    height = max(1, context.body.height)
    count = lines(context.keymap).count
    top = max(0, min(top, count - height))
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let times = count ?? 1
    switch action {
    case .down: top += times
    case .up: top -= times
    case .pageDown, .open: top += times * max(1, height - 1)
    case .pageUp: top -= times * max(1, height - 1)
    case .halfPageDown: top += times * max(1, height / 2)
    case .halfPageUp: top -= times * max(1, height / 2)
    case .first: top = 0
    case .last: top = self.count
    case .help: return [.back]
    default: return nil
    }
    top = max(0, min(top, self.count - height))
    return []
  }

  mutating func note(_ change: Change, _ context: Context) {}

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var pen = Pen(rect.inset(left: 1), skip: top)
    for line in lines(context.keymap) { pen.write(line, on: &canvas) }
  }

  func saved(_ register: Register) -> SavedScreen { SavedScreen(kind: "help") }

  private func lines(_ keymap: Keymap) -> [[(String, Role)]] {
    var lines: [[(String, Role)]] = [[("On the screen you came from", .heading)]]
    lines += first.map { line($0.spec, keymap) }
    for group in ActionSpec.Group.allCases {
      lines += [[], [(group.rawValue, .heading)]]
      lines += ActionSpec.table.filter { $0.group == group }.map { line($0, keymap) }
    }
    return lines + Self.filterHelp
  }

  private func line(_ spec: ActionSpec, _ keymap: Keymap) -> [(String, Role)] {
    Self.line(keymap.allKeys(for: spec.action).joined(separator: "  "), spec.summary)
  }

  private static func line(_ keys: String, _ words: String) -> [(String, Role)] {
    let padding = String(repeating: " ", count: max(1, 24 - Text.columns(keys)))
    return [(keys + padding, .match), (words, .text)]
  }

  private static let filterHelp: [[(String, Role)]] = [
    [], [("Filters", .heading)],
    line("missing home", "both words, anywhere in the record or in those it names"),
    line("agency:police", "what a field names; any field, lower case"),
    line("direction:-", "one of a field's words"),
    line("from:2016..2018", "days and numbers; from:2019.. and from:..2017 too"),
    line("!theme:neglect", "turned round"),
  ]
}
