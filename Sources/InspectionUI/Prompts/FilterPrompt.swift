import InspectionModel
import TerminalCore

/// Narrows a list as one types; Escape brings back what was listed before, with the cursor where it
/// was.
struct FilterPrompt: Prompt {
  let label = "/"
  var showsPosition: Bool { true }
  var editor: LineEditor
  private let former: RecordList
  private var caret: CaretLine?

  init(_ list: RecordList) {
    former = list
    editor = LineEditor(offering: list.filter)
  }

  mutating func changed(_ context: Context) -> [Step] {
    caret = problem(context).map { CaretLine(problem: $0, label: label) }
    return [.filter(editor.text)]
  }

  private func problem(_ context: Context) -> QueryProblem? {
    do throws(QueryProblem) {
      _ = try former.query(editor.text, context.register)
      return nil
    } catch {
      return error
    }
  }

  /// The arrows move in the list while one types.
  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    switch key {
    case .down: [.act(.down)]
    case .up: [.act(.up)]
    default: nil
    }
  }

  /// A filter that makes no sense stays to be mended; it would not be that of the rows on the
  /// screen.
  mutating func accept(_ context: Context) -> [Step] {
    problem(context) == nil ? [.closePrompt] : []
  }

  func height(in rect: Rect, _ context: Context) -> Int { caret?.height(in: rect) ?? 0 }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    caret?.draw(on: &canvas, in: rect)
  }

  func cancel(_ context: Context) -> [Step] {
    [.filter(former.filter)] + (former.current.map { [.select($0)] } ?? []) + [.closePrompt]
  }
}
