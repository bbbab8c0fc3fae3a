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
    problem(context) == nil ? [.closePrompt, .filter(editor.text)] : []
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
    var pen = Pen(rect)
    let example =
      request.topic.takes.contains(.two)
      ? "from:2016..2020 vs from:2022..2025   theme:neglect   reading:machine   pool:all"
      : "area:croydon  theme:neglect  first:6  from:2016..2018  section:strength  by:mh"
    pen.write([(example, .match)], on: &canvas)
  }
}

/// Asks for the file that an account or a list is written to; its ending says in which format.
struct ExportPrompt: Prompt {
  let label = "write to "
  var editor: LineEditor
  private let content: Export.Content
  private let register: Register

  /// - Parameter name: what the file is called unless something else is typed.
  init(_ content: Export.Content, _ register: Register, name: String) {
    (self.content, self.register) = (content, register)
    editor = LineEditor(name)
  }

  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    key == .tab ? [.effect(.completePath(editor.text))] : nil
  }

  func accept(_ context: Context) -> [Step] {
    guard !editor.text.isEmpty else { return [.closePrompt] }
    let export = Export(content: content, register: register, path: editor.text)
    return [.closePrompt, .effect(.export(export))]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(1, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var pen = Pen(rect)
    let endings = content.endings.joined(separator: " ")
    pen.write([(endings, .match), ("  Tab completes", .dim)], on: &canvas)
  }
}
