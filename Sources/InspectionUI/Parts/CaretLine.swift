import InspectionModel
import TerminalCore

/// What is wrong with a filter, above the line in which it is typed: the sentence, and below it a
/// mark over the place.
struct CaretLine: Sendable {
  let problem: QueryProblem
  /// What stands before the typed line.
  let label: String

  func height(in rect: Rect) -> Int { min(rect.height, lines(rect.width).count + 1) }

  private func lines(_ width: Int) -> [Substring] {
    Text.wrap(problem.description, columns: max(1, width - 1))
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect.inset(left: 1))
    for line in lines(rect.width).prefix(rect.height - 1) {
      writer.write(String(line), .warning, on: &canvas)
    }
    let column = min(Text.columns(label) + problem.column - 1, max(0, rect.width - 1))
    canvas.draw("▾", x: rect.x + column, y: rect.bottom - 1, style: Style(.error))
  }
}
