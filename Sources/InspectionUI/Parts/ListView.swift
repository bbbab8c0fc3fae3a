import InspectionAnalysis
import InspectionModel
import TerminalCore

/// Draws a list: a header, the rows that fit, and the cursor.
///
/// The cursor is a mark in the first column and the name beside it turned round, so that it shows
/// in any colours and none, and a move rewrites two names, not two lines.
struct ListView {
  let list: RecordList
  let register: Register
  /// What hides a part of the register, if anything does.
  let veil: Veil?
  var isFocused = true

  init(_ list: RecordList, in register: Register, hiddenBy veil: Veil?) {
    (self.list, self.register, self.veil) = (list, register, veil)
  }

  /// The rows of records that fit under the header.
  static func height(in rect: Rect) -> Int { max(1, rect.height - 1) }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let columns = layout(width: rect.width)
    if rect.height > 1 { drawHeader(on: &canvas, in: rect.row(0), columns) }
    let body = rect.height > 1 ? rect.inset(top: 1) : rect
    if list.rows.isEmpty { drawEmpty(on: &canvas, in: body) }
    for line in 0..<body.height where list.top + line < list.rows.count {
      drawRow(list.top + line, on: &canvas, in: body.row(line), columns)
    }
  }

  /// Which columns are shown, where each starts and how wide it is.
  private func layout(width: Int) -> [(column: Int, x: Int, width: Int)] {
    var shown = Array(list.columns.indices)
    func needed() -> Int { shown.reduce(1) { $0 + list.columns[$1].width + 1 } }
    while shown.count > 1, needed() > width {
      guard let leaving = shown.dropFirst().max(by: { rank($0) < rank($1) }) else { break }
      shown.removeAll { $0 == leaving }
    }
    var spare = max(0, width - needed())
    var x = 1
    return shown.map { column in
      let more = min(spare, list.columns[column].widest - list.columns[column].width)
      spare -= more
      let taken = list.columns[column].width + more
      defer { x += taken + 1 }
      return (column, x, column == shown.last ? max(0, width - x) : taken)
    }
  }

  /// Columns of one rank leave from the right.
  private func rank(_ column: Int) -> Int { list.columns[column].rank * 100 + column }

  private func drawHeader(
    on canvas: inout Canvas, in rect: Rect, _ columns: [(column: Int, x: Int, width: Int)]
  ) {
    for (column, x, width) in columns {
      let arrow = list.sortColumn == column && list.columns[column].order != nil
      let title = list.columns[column].title + (arrow ? (list.isDescending ? " ↓" : " ↑") : "")
      canvas.draw(
        Text.fit(title, columns: width), x: rect.x + x, y: rect.y, width: width,
        style: Style(.heading))
    }
  }

  private func drawRow(
    _ index: Int, on canvas: inout Canvas, in rect: Rect,
    _ columns: [(column: Int, x: Int, width: Int)]
  ) {
    let record = register[list.rows[index]]
    let isCursor = index == list.cursor
    if isCursor { canvas.draw("▌", x: rect.x, y: rect.y, width: 1, style: Style(.heading)) }
    for (column, x, width) in columns {
      let text = Text.fit(list.columns[column].text(record), columns: width)
      let isMarked = isCursor && isFocused && column == columns.first?.column
      let role = isMarked ? .cursor : list.columns[column].role(record)
      canvas.draw(text, x: rect.x + x, y: rect.y, width: width, style: Style(role))
    }
  }

  private func drawEmpty(on canvas: inout Canvas, in rect: Rect) {
    let what = list.type.words.many
    if list.work != nil {
      canvas.draw("looking…", x: rect.x + 1, y: rect.y, width: rect.width - 1, style: Style(.dim))
      return
    }
    var sentence =
      list.filter.isEmpty ? "no \(what) here yet" : "no \(what) match “\(list.filter)”"
    if let hidden = veil?.sentence, Veil.hideable.contains(list.type) {
      sentence = "no \(what) that you may see; \(hidden)"
    }
    var pen = Pen(rect.inset(left: 1))
    pen.paragraph(sentence, .dim, on: &canvas)
  }
}
