import InspectionModel
import TerminalCore

/// Every column that a list can show, by name; Enter shows or hides one, and one goes on until
/// Escape.
struct ColumnsPrompt: Prompt {
  let label = "columns "
  var editor = LineEditor()
  private let columns: [ListColumn]
  private var selected = 0

  private static let lines = 10

  init(_ list: RecordList) {
    columns =
      list.shown.map(\.column)
      + list.columns.filter { column in
        !list.shown.contains { $0.column.name == column.name }
      }
  }

  /// Those whose heading or name has the letters typed, the best fit first.
  private var found: [ListColumn] {
    if editor.text.isEmpty { return columns }
    return columns.enumerated().compactMap { place, column -> (Int, Int, ListColumn)? in
      let scores = [column.title, column.name].compactMap { Fuzzy.score(editor.text, in: $0) }
      return scores.max().map { ($0, place, column) }
    }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
  }

  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    if [.down, .tab, .control("n")].contains(key) {
      selected = max(0, min(selected + 1, found.count - (found.count == columns.count ? 0 : 1)))
    } else if [.up, .backTab, .control("p")].contains(key) {
      selected = max(selected - 1, 0)
    } else {
      return nil
    }
    return []
  }

  mutating func changed(_ context: Context) -> [Step] {
    selected = 0
    return []
  }

  mutating func accept(_ context: Context) -> [Step] {
    let found = found
    if selected == found.count, found.count == columns.count { return [.firstColumns] }
    guard found.indices.contains(selected) else {
      return [.say(Message("no column is called “\(editor.text)”", .warning))]
    }
    return [.toggleColumn(found[selected].name)]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(Self.lines, rect.height / 2) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    let found = found
    let top = max(0, selected - rect.height + 1)
    if found.count == columns.count, found.count - top < rect.height {
      let isSelected = selected == found.count
      var pen = Pen(rect.row(found.count - top))
      pen.write(
        [
          (isSelected ? "▌" : " ", .heading), ("  ", .dim),
          ("all as at first", isSelected ? .cursor : .text),
        ], on: &canvas)
    }
    for (line, column) in found.dropFirst(top).prefix(rect.height).enumerated() {
      let isSelected = top + line == selected
      let isShown = context.shownColumns.contains(column.name)
      var pen = Pen(rect.row(line))
      pen.write(
        [
          (isSelected ? "▌" : " ", .heading), (isShown ? "● " : "○ ", isShown ? .match : .dim),
          (Text.fit(column.title, columns: 24), isSelected ? .cursor : .text),
          (isShown ? "  shown" : "", .dim),
        ], on: &canvas)
    }
  }
}
