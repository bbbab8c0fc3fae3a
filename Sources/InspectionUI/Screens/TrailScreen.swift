import InspectionModel
import TerminalCore

/// What was done to a record: when, by whom, from what to what, and why; the last on top.
struct TrailScreen: Screen {
  let hints: [Action] = [.down, .pageDown, .back]
  private let entries: [TrailEntry]
  private let subjectTitle: String
  private var top = 0
  private var height = 1
  private var lines: [[(String, Role)]] = []

  init(_ entries: [TrailEntry], title: String) {
    self.entries = entries
    subjectTitle = title
  }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String { entries.count == 1 ? "1 change" : "\(entries.count) changes" }
  func title(_ register: Register) -> String { "Trail of \(subjectTitle)" }

  mutating func arrange(_ context: Context) {
    height = max(1, context.body.height)
    lines = entries.flatMap { Self.lines($0, width: context.body.width - 2) }
    top = max(0, min(top, lines.count - height))
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let times = count ?? 1
    switch action {
    case .down: top += times
    case .up: top -= times
    case .pageDown, .halfPageDown: top += height - 1
    case .pageUp, .halfPageUp: top -= height - 1
    case .first: top = 0
    case .last: top = lines.count
    case .trail: return [.back]
    default: return nil
    }
    top = max(0, min(top, lines.count - height))
    return []
  }

  private static func lines(_ entry: TrailEntry, width: Int) -> [[(String, Role)]] {
    let verb = entry.change.isRestoring ? "undid " : ""
    var lines: [[(String, Role)]] = [
      [
        (entry.when, .dim), ("  ", .text), (entry.who, .match), ("  ", .text),
        (verb + entry.change.summary, .text),
      ]
    ]
    if let why = entry.change.why { lines += wrapped("because ", why, .text, width) }
    for edit in entry.change.edits { lines += Self.lines(edit, width: width) }
    return lines + [[]]
  }

  /// A text under its name, whole, however narrow the window.
  private static func wrapped(
    _ name: String, _ text: String, _ role: Role, _ width: Int
  ) -> [[(String, Role)]] {
    let indent = String(repeating: " ", count: 4 + Text.columns(name))
    return Text.wrap(text, columns: max(8, width - Text.columns(indent))).enumerated()
      .map { index, part in
        [(index == 0 ? "    " + name : indent, .dim), (String(part), role)]
      }
  }

  /// A short change of a field stands on one line, a long one above and below.
  private static func lines(_ edit: Edit, width: Int) -> [[(String, Role)]] {
    func said(_ values: [String]) -> String {
      values.isEmpty ? "nothing" : values.joined(separator: "; ").replacing("\n", with: " ")
    }
    switch edit {
    case .set(let type, let key, let field, let from, let to):
      let (name, former, new) = ("\(type.words.one) \(key) \(field.name): ", said(from), said(to))
      if Text.columns(name + former + new) + 8 <= width {
        return [
          [("    " + name, .dim), (former, .shortfall), (" → ", .dim), (new, .strength)]
        ]
      }
      return [[("    " + name, .dim)]] + wrapped("  was ", former, .shortfall, width)
        + wrapped("  is  ", new, .strength, width)
    case .insert(let type, let values):
      return wrapped("\(type.words.one) \(edit.key) made: ", said(words(values)), .strength, width)
    case .remove(let type, let values):
      return wrapped(
        "\(type.words.one) \(edit.key) removed: ", said(words(values)), .shortfall, width)
    }
  }

  private static func words(_ values: [FieldValue]) -> [String] {
    values.dropFirst().map { "\($0.field.name) \($0.value)" }
  }

  mutating func note(_ change: Change, _ context: Context) {}

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var pen = Pen(rect.inset(left: 1), skip: top)
    if entries.isEmpty {
      pen.write("nothing was done to it in this program since the trail began", .dim, on: &canvas)
    }
    for line in lines { pen.write(line, on: &canvas) }
  }

  func saved(_ register: Register) -> SavedScreen { SavedScreen(kind: "trail") }
}
