import InspectionAnalysis
import InspectionModel
import TerminalCore

/// Narrows an account: terms on inspections, and on what was coded in them.
struct ScopePrompt: Prompt {
  let label = "narrow to "
  var editor: LineEditor
  private let request: AccountRequest
  private var caret: CaretLine?

  init(_ request: AccountRequest) {
    self.request = request
    editor = LineEditor(offering: request.filter)
  }

  mutating func changed(_ context: Context) -> [Step] {
    caret = problem(context).map { CaretLine(problem: $0, label: label) }
    return []
  }

  func accept(_ context: Context) -> [Step] {
    problem(context) == nil ? [.closePrompt, .change(.narrow(editor.text))] : []
  }

  private func problem(_ context: Context) -> QueryProblem? {
    var typed = request
    typed.filter = editor.text
    return typed.problem(in: context.register)
  }

  func height(in rect: Rect, _ context: Context) -> Int {
    caret?.height(in: rect) ?? min(1, rect.height)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    if let caret { return caret.draw(on: &canvas, in: rect) }
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect)
    let example =
      request.topic.takes.contains(.two)
      ? "from:2016..2020 vs from:2022..2025   theme:neglect   reading:machine   pool:all"
      : "area:croydon  theme:neglect  first:6  from:2016..2018  section:strength  by:mh"
    writer.write([(example, .match)], on: &canvas)
  }
}
