import InspectionAnalysis
import InspectionModel
import TerminalCore

/// Where the cursor is: it goes from figure to figure, and the window goes along.
extension AccountScreen {
  /// Puts the cursor on a figure that is there, the one it was on if it can.
  mutating func holdCursor() {
    guard let laidOut else { return }
    if let cursor, let line = laidOut.line(of: cursor) {
      let places = laidOut.places(on: line)
      self.cursor = places.contains(cursor) ? cursor : places.last
      return show()
    }
    let focus = request.focus.flatMap(laidOut.firstStop)
    if focus == nil, let start = laidOut.account.start, let place = laidOut.place(of: start) {
      cursor = place
      return show()
    }
    cursor = (focus ?? laidOut.stops.first).flatMap {
      laidOut.places(on: $0).first { $0.column >= 0 }
    }
    if focus != nil { show() }
  }

  mutating func move(lines step: Int) {
    guard let laidOut, !laidOut.stops.isEmpty else { return scroll(by: step) }
    let line = cursor.flatMap { laidOut.line(of: $0) } ?? laidOut.stops[0]
    let isShown = (top..<top + height).contains(line)
    let place = laidOut.stops.firstIndex(of: line) ?? 0
    let target = isShown ? place + step : place
    guard isShown, laidOut.stops.indices.contains(target) || abs(step) > 1 else {
      if isShown { return scrollOn(by: step) }
      return go(to: laidOut.stops.first { $0 >= top } ?? line)
    }
    go(to: laidOut.stops[max(0, min(target, laidOut.stops.count - 1))])
  }

  /// Beyond the last figure lies what is only read.
  private mutating func scrollOn(by step: Int) {
    top = max(0, min(top + step, (laidOut?.lines.count ?? 0) - height))
  }

  /// To a line, as near to the column of the cursor as it can.
  private mutating func go(to line: Int) {
    guard let laidOut else { return }
    let places = laidOut.places(on: line)
    let column = cursor?.column ?? 0
    cursor = places.min { abs($0.column - column) < abs($1.column - column) }
    show()
  }

  /// Whether nothing is left of the cursor.
  var isAtLeft: Bool {
    guard let laidOut, let line = cursor.flatMap({ laidOut.line(of: $0) }) else { return true }
    return laidOut.places(on: line).first == cursor
  }

  mutating func move(columns step: Int) {
    guard let laidOut, let cursor, let line = laidOut.line(of: cursor) else { return }
    let places = laidOut.places(on: line)
    guard let index = places.firstIndex(of: cursor) else { return }
    self.cursor = places[max(0, min(index + step, places.count - 1))]
    show()
  }

  /// Brings the figure under the cursor into the window, below the headings of its columns.
  private mutating func show() {
    guard let laidOut, let cursor, let line = laidOut.line(of: cursor) else { return }
    let head = laidOut.grids[cursor.block]?.headHeight ?? 0
    let isFirst = laidOut.stops.first == line
    if line >= top + height { top = line - height + 1 }
    if line - head < top { top = isFirst ? 0 : max(0, line - head) }
    if isFirst, line < height { top = 0 }
    if let layout = laidOut.grids[cursor.block] {
      lefts[cursor.block] = layout.left(
        showing: cursor.column, from: lefts[cursor.block] ?? 0)
    }
  }

  /// Scrolls, and takes the cursor along into the window.
  mutating func scroll(by step: Int) {
    guard let laidOut else { return }
    top = max(0, min(top + step, laidOut.lines.count - height))
    guard let line = cursor.flatMap({ laidOut.line(of: $0) }), !(top..<top + height).contains(line)
    else { return }
    let shown = laidOut.stops.filter { $0 >= top + 2 && $0 < top + height }
    let near = step > 0 ? shown.first : shown.last
    if let near {
      let (kept, column) = (top, cursor?.column ?? 0)
      cursor = laidOut.places(on: near).min { abs($0.column - column) < abs($1.column - column) }
      top = kept
    }
  }

  // MARK: - The mouse

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    guard let laidOut, let place = place(x: x - 1, line: line, laidOut) else { return [] }
    if place == cursor { return perform(.open, count: nil, context) }
    cursor = place
    return []
  }

  private func place(x: Int, line: Int, _ laidOut: LaidOutAccount) -> LaidOutAccount.Place? {
    guard line < height, laidOut.lines.indices.contains(top + line) else { return nil }
    let places = laidOut.places(on: top + line)
    switch laidOut.lines[top + line] {
    case .row(let block, _):
      guard let layout = laidOut.grids[block] else { return nil }
      let column = layout.shown(from: lefts[block] ?? 0)
        .first { ($0.x..<$0.x + $0.width).contains(x) }?.column
      return places.first { $0.column == (x < layout.headingWidth ? -1 : column) }
    case .lane(let block, let lane):
      guard let (name, text) = laidOut.timelines[block] else { return nil }
      let spans = text.timeline.lanes[lane].spans
      return places.last { text.columns(of: spans[$0.column])?.contains(x - name) ?? false }
    case .text, .head, .ruler, .evidence: return places.first
    }
  }
}
