import InspectionModel
import TerminalCore

/// Every column that a list can show, by name; Enter shows or hides one, and one goes on until
/// Escape. The last entry shows them all as they were at first.
struct ColumnsPrompt: Prompt {
  let label = "columns "
  var editor = LineEditor()
  private var choices: FuzzyList<Choice>

  private enum Choice {
    case column(ListColumn)
    case asAtFirst

    var title: String {
      switch self {
      case .column(let column): column.title
      case .asAtFirst: "all as at first"
      }
    }

    var name: String? {
      switch self {
      case .column(let column): column.name
      case .asAtFirst: nil
      }
    }
  }

  /// Those that the list shows come first.
  init(_ list: RecordList) {
    let shown = list.shown.map(\.column)
    let names = Set(shown.map(\.name))
    let all = shown + list.columns.filter { !names.contains($0.name) }
    choices = FuzzyList(all.map(Choice.column) + [.asAtFirst]) { typed, choice in
      [choice.title, choice.name ?? ""].compactMap { Fuzzy.score(typed, in: $0) }.max()
    }
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? { choices.press(key) ? [] : nil }

  mutating func changed(_ context: Context) -> [Step] {
    choices.narrow(to: editor.text)
    return []
  }

  func accept(_ context: Context) -> [Step] {
    switch choices.chosen {
    case .column(let column): [.change(.toggleColumn(column.name))]
    case .asAtFirst: [.change(.firstColumns)]
    case nil: [.say(Message("no column is called “\(editor.text)”", .warning))]
    }
  }

  func height(in rect: Rect, _ context: Context) -> Int {
    min(FuzzyList<Choice>.lines, rect.height / 2)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    let shown = context.shownColumns
    for (line, (choice, isSelected)) in choices.window(height: rect.height).enumerated() {
      let isShown = choice.name.map(shown.contains)
      var writer = PaneWriter(rect.row(line))
      writer.write(
        [
          (isSelected ? "▌" : " ", .heading),
          (isShown.map { $0 ? "● " : "○ " } ?? "  ", isShown == true ? .match : .dim),
          (choice.title, isSelected ? .cursor : .text),
          (isShown == true ? "  shown" : "", .dim),
        ], on: &canvas)
    }
  }
}
