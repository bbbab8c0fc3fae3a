import InspectionAnalysis
import TerminalCore

/// Draws the lines of a grid.
struct GridView {
  let layout: GridLayout
  /// The first column shown.
  let left: Int

  /// A line of the names of the columns, or their units; arrows tell that there are more on a side.
  func drawHead(_ part: Int, on canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect, with: Style(.text))
    let shown = layout.shown(from: left)
    let isLastOfNames = part == layout.nameHeight - 1
    if isLastOfNames {
      canvas.draw(
        Text.fit(layout.grid.corner, columns: layout.headingWidth - 1), x: rect.x, y: rect.y,
        width: layout.headingWidth, style: Style(.heading))
      if left > 0 {
        canvas.draw(
          "‹", x: rect.x + layout.headingWidth - 1, y: rect.y, width: 1, style: Style(.key))
      }
    }
    for (column, x, width) in shown {
      let fitted = Text.fit(layout.head(part, of: column), columns: width - 1)
      let isOnLeft = layout.grid.lines.indices.contains {
        layout.isOnLeft(line: $0, column: column)
      }
      let start = isOnLeft ? 1 : max(0, width - 1 - Text.columns(fitted))
      canvas.draw(
        fitted, x: rect.x + x + start, y: rect.y, width: width - start,
        style: Style(part < layout.nameHeight ? .heading : .dim))
    }
    if isLastOfNames, let last = shown.last, last.column < layout.widths.count - 1 {
      canvas.draw("›", x: rect.right - 1, y: rect.y, width: 1, style: Style(.key))
    }
  }

  /// A line of the grid; the cursor is on a column, or on the heading at -1.
  func draw(line: Int, cursor: Int?, on canvas: inout Canvas, in rect: Rect) {
    let heading = layout.grid.lines[line].heading
    let room = layout.headingWidth - 1
    let name =
      Text.columns(heading.name) <= room ? heading.name : Text.fit(heading.name, columns: room)
    canvas.draw(
      name, x: rect.x, y: rect.y, width: room, style: Style(cursor == -1 ? .cursor : .text))
    for (column, x, width) in layout.shown(from: left) {
      let cell = Rect(x: rect.x + x, y: rect.y, width: width, height: 1)
      drawCell(line, column, isCursor: cursor == column, on: &canvas, in: cell)
    }
  }

  private func drawCell(
    _ line: Int, _ column: Int, isCursor: Bool, on canvas: inout Canvas, in rect: Rect
  ) {
    let pieces = layout.pieces(line: line, column: column)
    let taken = pieces.reduce(0) { $0 + Text.columns($1.0) }
    let isOnLeft = layout.isOnLeft(line: line, column: column)
    if isCursor { canvas.fill(rect, with: Style(.cursor)) }
    var x = isOnLeft ? 1 : max(0, rect.width - 1 - taken)
    for (text, role) in pieces where x < rect.width {
      let fitted = Text.fit(text, columns: rect.width - x)
      x += canvas.draw(
        fitted, x: rect.x + x, y: rect.y, width: rect.width - x,
        style: Style(isCursor ? .cursor : role))
    }
  }
}
