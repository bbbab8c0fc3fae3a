import InspectionAnalysis
import InspectionModel
import TerminalCore

/// Draws a list: a header, the rows that fit, and the cursor.
///
/// The cursor is a mark in the first column, and the cell under the cursor of columns is turned
/// round, so that it shows in any colours and none.
struct ListView {
  let list: RecordList
  let register: Register
  /// What hides a part of the register, if anything does.
  let blinding: Blinding?
  /// The rows of the frame before.
  let drawnRows: DrawnRows
  var isFocused = true

  init(
    _ list: RecordList, in register: Register, hiddenBy blinding: Blinding?, after drawn: DrawnRows
  ) {
    (self.list, self.register, self.blinding) = (list, list.home(register), blinding)
    drawnRows = drawn
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let spans = ListSpans(list, width: rect.width).spans
    if rect.height > 1 { drawHeader(on: &canvas, in: rect.row(0), spans) }
    let body = rect.height > 1 ? rect.inset(top: 1) : rect
    if list.rows.isEmpty { drawEmpty(on: &canvas, in: body) }
    drawRows(on: &canvas, in: body, spans)
  }

  private func drawRows(on canvas: inout Canvas, in body: Rect, _ spans: [ListSpans.Span]) {
    let heights = RowHeights(list, spans, register)
    let former = drawnRows.take(register, spans, width: body.width)
    var drawn: [Row: Canvas] = [:]
    defer { drawnRows.keep(drawn, of: register, spans, width: body.width) }
    var y = body.y
    var place = list.top
    while y < body.bottom, place < list.rows.count {
      let height = heights[place]
      // Half a row is shown only where no other is.
      if y + height > body.bottom, place > list.top { return }
      let lines = min(height, body.bottom - y)
      let row = list.rows[place]
      let size = Size(columns: body.width, rows: lines)
      let kept = former[row].flatMap { $0.size == size ? $0 : nil }
      let plain = kept ?? draw(row, size, spans)
      drawn[row] = plain
      canvas.draw(plain, x: body.x, y: y)
      drawCursor(
        place, on: &canvas, in: Rect(x: body.x, y: y, width: body.width, height: lines), spans)
      y += height
      place += 1
    }
  }

  /// The names of the columns, that under the cursor marked; `›` tells that there are more than
  /// the window has room for.
  private func drawHeader(on canvas: inout Canvas, in rect: Rect, _ spans: [ListSpans.Span]) {
    for span in spans {
      let role: Role = span.isUnderCursor ? .match : .heading
      canvas.draw(
        heading(of: span), x: rect.x + span.x, y: rect.y, width: span.width, style: Style(role))
    }
    if spans.count < list.shown.count {
      canvas.draw("›", x: rect.right - 1, y: rect.y, width: 1, style: Style(.key))
    }
  }

  /// The name of a column, cut so that its arrow is seen.
  private func heading(of span: ListSpans.Span) -> String {
    let title = span.column.title
    guard let arrow = list.arrow(span.column.name) else {
      return Text.fit(title, columns: span.width)
    }
    if Text.columns(title) + 1 + arrow.count <= span.width { return "\(title) \(arrow)" }
    return Text.fit(title, columns: max(1, span.width - arrow.count)) + arrow
  }

  /// A row without cursor and mark.
  private func draw(_ row: Row, _ size: Size, _ spans: [ListSpans.Span]) -> Canvas {
    var canvas = Canvas(size: size, style: Style(.text))
    let record = register[row]
    for span in spans {
      draw(record, span, Style(span.role(record)), on: &canvas, in: Rect(size))
    }
    return canvas
  }

  /// What a column says of a record.
  private func draw(
    _ record: Record, _ span: ListSpans.Span, _ style: Style, on canvas: inout Canvas, in rect: Rect
  ) {
    let text = span.text(record)
    if span.room.lines == 1 {
      canvas.draw(fitting: text, x: rect.x + span.x, y: rect.y, width: span.width, style: style)
    } else {
      drawLines(of: text, span, style, on: &canvas, in: rect)
    }
  }

  /// The mark of a row, and what shows that the cursor is on it.
  private func drawCursor(
    _ place: Int, on canvas: inout Canvas, in rect: Rect, _ spans: [ListSpans.Span]
  ) {
    let row = list.rows[place]
    let isCursor = place == list.cursor
    drawMark(isCursor: isCursor, isMarked: list.marks.contains(row), on: &canvas, in: rect)
    guard isCursor, isFocused else { return }
    if let span = spans.first(where: \.isUnderCursor) {
      draw(register[row], span, Style(.cursor), on: &canvas, in: rect)
    }
    canvas.restyle(rect) { $0.on(.selected) }
  }

  private func drawMark(isCursor: Bool, isMarked: Bool, on canvas: inout Canvas, in rect: Rect) {
    guard isCursor || isMarked else { return }
    let mark = isCursor ? (isMarked ? "◆" : "▌") : "•"
    canvas.draw(
      mark, x: rect.x, y: rect.y, width: 1, style: Style(isMarked ? .match : .heading))
  }

  /// Words over several lines, the last cut where more would follow.
  private func drawLines(
    of text: String, _ span: ListSpans.Span, _ style: Style, on canvas: inout Canvas,
    in rect: Rect
  ) {
    let lines = Text.wrap(text, columns: span.width)
    let shown = min(span.room.lines, rect.height)
    for (place, line) in lines.prefix(shown).enumerated() {
      let isCut = place == shown - 1 && lines.count > shown
      let rest = isCut ? lines[place...].joined(separator: " ") : String(line)
      canvas.draw(
        fitting: rest, x: rect.x + span.x, y: rect.y + place, width: span.width, style: style)
    }
  }

  private func drawEmpty(on canvas: inout Canvas, in rect: Rect) {
    let what = list.type.noun.many
    if list.work != nil {
      canvas.draw("looking…", x: rect.x + 1, y: rect.y, width: rect.width - 1, style: Style(.dim))
      return
    }
    var sentence =
      list.filter.isEmpty
      ? "no \(what) here yet" : "no \(what) match “\(Text.fit(list.filter, columns: 200))”"
    if let hidden = blinding?.sentence, Blinding.hideable.contains(list.type) {
      sentence = "no \(what) that you may see; \(hidden)"
    }
    var writer = PaneWriter(rect.inset(left: 1))
    writer.paragraph(sentence, .dim, on: &canvas)
  }
}
