import TerminalCore

/// Writes a pane line by line: headings, facts, paragraphs. What does not fit below is left out.
struct PaneWriter {
  let rect: Rect
  /// The next line, counted from the top of the pane.
  private(set) var line = 0
  /// Lines at the top that are scrolled away.
  var skip = 0

  init(_ rect: Rect, skip: Int = 0) {
    self.rect = rect
    self.skip = skip
  }

  var isFull: Bool { line - skip >= rect.height }

  mutating func blank() { line += 1 }

  /// Pieces of a line, one after another.
  mutating func write(_ pieces: [(String, Role)], on canvas: inout Canvas, indent: Int = 0) {
    defer { line += 1 }
    let y = line - skip
    guard y >= 0, y < rect.height else { return }
    var x = indent
    for (text, role) in pieces where x < rect.width {
      let text = Text.fit(text, columns: rect.width - x)
      x += canvas.draw(
        text, x: rect.x + x, y: rect.y + y, width: rect.width - x, style: Style(role))
    }
  }

  mutating func write(_ text: String, _ role: Role = .text, on canvas: inout Canvas) {
    write([(text, role)], on: &canvas)
  }

  /// A paragraph, broken at blanks to the width of the pane.
  mutating func paragraph(
    _ text: String, _ role: Role = .text, on canvas: inout Canvas, indent: Int = 0
  ) {
    for part in Text.wrap(text, columns: max(1, rect.width - indent)) {
      write([(String(part), role)], on: &canvas, indent: indent)
    }
  }

  /// A fact with its name before it; a long one goes on under itself.
  mutating func fact(
    _ name: String, _ value: String?, _ role: Role = .text, on canvas: inout Canvas,
    nameWidth: Int = 12
  ) {
    guard let value, !value.isEmpty else { return }
    let lines = Text.wrap(value, columns: max(8, rect.width - nameWidth))
    for (index, part) in lines.enumerated() {
      let name = index == 0 ? Text.fit(name, columns: nameWidth - 1) : ""
      let padding = String(repeating: " ", count: max(0, nameWidth - Text.columns(name)))
      write([(name + padding, .dim), (String(part), role)], on: &canvas)
    }
  }
}
