import InspectionAnalysis
import TerminalCore

/// Draws the lines of an account that are in the window; the headings of a grid's columns stay
/// above it.
struct AccountPainter {
  let laidOut: LaidOutAccount
  let cursor: LaidOutAccount.Place?
  /// The first column shown of each grid.
  let lefts: [Int: Int]

  func draw(from top: Int, on canvas: inout Canvas, in rect: Rect) {
    for (offset, line) in laidOut.lines.dropFirst(top).prefix(rect.height).enumerated() {
      draw(line, on: &canvas, in: rect.row(offset))
    }
    guard laidOut.lines.indices.contains(top), let (block, isHead) = grid(at: top), !isHead,
      let layout = laidOut.grids[block]
    else { return }
    for part in 0..<layout.headHeight {
      GridView(layout: layout, left: lefts[block] ?? 0).drawHead(
        part, on: &canvas, in: rect.row(part))
    }
  }

  /// The grid that a line belongs to, and whether it is the first line of its headings.
  private func grid(at line: Int) -> (block: Int, isHead: Bool)? {
    switch laidOut.lines[line] {
    case .row(let block, _): (block, false)
    case .head(let block, let part): (block, part == 0)
    case .text, .ruler, .lane, .evidence: nil
    }
  }

  private func draw(_ line: LaidOutAccount.Line, on canvas: inout Canvas, in rect: Rect) {
    switch line {
    case .text(let pieces):
      var writer = PaneWriter(rect)
      writer.write(pieces, on: &canvas)
    case .head(let block, let part):
      guard let layout = laidOut.grids[block] else { return }
      GridView(layout: layout, left: lefts[block] ?? 0).drawHead(part, on: &canvas, in: rect)
    case .row(let block, let row):
      guard let layout = laidOut.grids[block] else { return }
      let place = cursor.flatMap { $0.block == block && $0.line == row ? $0.column : nil }
      GridView(layout: layout, left: lefts[block] ?? 0)
        .draw(line: row, cursor: place, on: &canvas, in: rect)
    case .ruler(let block, let part):
      guard let (name, text) = laidOut.timelines[block] else { return }
      canvas.draw(text.rulers[part], x: rect.x + name, y: rect.y, style: Style(.dim))
    case .lane(let block, let lane): draw(lane, block, on: &canvas, in: rect)
    case .evidence:
      let isCursor = cursor?.block == laidOut.account.blocks.count
      canvas.draw(
        Text.fit(laidOut.evidenceLine, columns: rect.width), x: rect.x, y: rect.y,
        width: rect.width,
        style: Style(isCursor ? .cursor : .heading))
    }
  }

  private func draw(_ lane: Int, _ block: Int, on canvas: inout Canvas, in rect: Rect) {
    guard let (name, text) = laidOut.timelines[block] else { return }
    let spans = text.timeline.lanes[lane].spans
    canvas.draw(
      Text.fit(text.timeline.lanes[lane].name, columns: name - 1), x: rect.x, y: rect.y,
      width: name - 1, style: Style(.text))
    for (offset, mark) in text.line(of: text.timeline.lanes[lane]).enumerated() {
      canvas.draw(
        String(mark), x: rect.x + name + offset, y: rect.y, width: 1, style: Style(Self.role(mark)))
    }
    guard let cursor, cursor.block == block, cursor.line == lane,
      spans.indices.contains(cursor.column), let columns = text.columns(of: spans[cursor.column])
    else { return }
    let marked = Rect(
      x: rect.x + name + columns.lowerBound, y: rect.y, width: columns.count, height: 1)
    canvas.restyle(marked) { _ in Style(.cursor) }
  }

  private static func role(_ mark: Character) -> Role {
    switch mark {
    case Timeline.Span.Kind.onSite.mark: .chart
    case Timeline.Span.Kind.event.mark: .mixed
    case Timeline.Span.Kind.gap.mark: .warning
    case Timeline.Span.Kind.footprint.mark, Timeline.Span.Kind.assumed.mark: .dim
    case "·": .rule
    default: .heading
    }
  }
}
