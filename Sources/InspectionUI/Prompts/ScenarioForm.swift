import InspectionModel
import InspectionOperations
import TerminalCore

/// A scenario as a form: Up and Down go from line to line, Space takes a choice or leaves it, Enter
/// keeps it all.
struct ScenarioForm: Prompt {
  var editor: LineEditor
  private var draft: ScenarioDraft
  private var cursor = 0
  private let purpose: Purpose

  private enum Purpose {
    case new
    case change(String)
  }

  /// Begins with what goes: the rest has been filled in.
  init(new name: String, _ register: Register) {
    (draft, purpose, editor) = (ScenarioDraft(new: name, register), .new, LineEditor())
    let first = draft.lines.firstIndex { if case .choice = $0 { true } else { false } }
    move(by: first ?? 0)
  }

  init(changing scenario: Scenario) {
    (draft, purpose) = (ScenarioDraft(scenario), .change(scenario.key))
    editor = LineEditor(scenario.name)
  }

  private var line: ScenarioDraft.Line { draft.lines[cursor] }

  var label: String {
    switch line {
    case .text(let field): ScenarioDraft.title(field) + " "
    case .choice(_, _, let name): "Space: \(name) "
    }
  }

  // MARK: - What it does

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    switch key {
    case .down, .tab, .control("n"): move(by: 1)
    case .up, .backTab, .control("p"): move(by: -1)
    case .pageDown: move(by: 8)
    case .pageUp: move(by: -8)
    default:
      guard case .choice(let field, let value, _) = line else { return nil }
      if key == .character(" ") || key == .character("x") { draft.toggle(field, value) }
    }
    return []
  }

  mutating func changed(_ context: Context) -> [Step] {
    if case .text(let field) = line { draft.set(field, editor.text) }
    return []
  }

  private mutating func move(by step: Int) {
    cursor = max(0, min(cursor + step, draft.lines.count - 1))
    if case .text(let field) = line {
      editor = LineEditor(draft.texts[field] ?? "")
    } else {
      editor = LineEditor()
    }
  }

  mutating func accept(_ context: Context) -> [Step] {
    let operation = operation
    guard let fault = operation.fault(in: context.register) else {
      return [.closePrompt, .run(operation)]
    }
    let line = fault.field.flatMap { draft.lines.firstIndex(of: .text($0)) }
    if let line { move(by: line - cursor) }
    return [.say(Message(sentence(fault), .warning))]
  }

  private var operation: SetScenario {
    switch purpose {
    case .new: SetScenario(draft.terms)
    case .change(let key): SetScenario(changing: key, to: draft.terms)
    }
  }

  /// Why it cannot be kept, by the titles of the form.
  private func sentence(_ fault: Refusal) -> String {
    guard case .noCount(let field, let text) = fault else { return fault.description }
    return "\(ScenarioDraft.title(field)) must be a whole number above 0, not \(text)"
  }

  // MARK: - How it looks

  func height(in rect: Rect, _ context: Context) -> Int {
    min(draft.lines.count + 1, max(0, rect.height - 2))
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    let (page, foot) = rect.split(rows: rect.height - 1)
    let top = max(0, min(cursor - page.height / 2, draft.lines.count - page.height))
    var writer = PaneWriter(page)
    for place in draft.lines.indices.dropFirst(top) where !writer.isFull {
      writer.write(pieces(place, isFirst: place == top), on: &canvas)
    }
    var hint = PaneWriter(foot)
    hint.write(
      [
        (" Down", .match), (" next line  ", .dim), ("Space", .match), (" takes or leaves  ", .dim),
        ("Enter", .match), (" keeps all  ", .dim), ("Esc", .match), (" leaves it as it was", .dim),
      ], on: &canvas)
  }

  private func pieces(_ place: Int, isFirst: Bool) -> [(String, Role)] {
    let isHere = place == cursor
    let mark: (String, Role) = (isHere ? "▌" : " ", .heading)
    let role: Role = isHere ? .cursor : .text
    func head(_ text: String) -> (String, Role) {
      (text + String(repeating: " ", count: max(1, 16 - Text.columns(text))), .dim)
    }
    switch draft.lines[place] {
    case .text(let field):
      let text = draft.texts[field] ?? ""
      return [mark, head(ScenarioDraft.title(field)), (text.isEmpty ? "–" : text, role)]
    case .choice(let field, let value, let name):
      let isTaken = draft.chosen[field]?.contains(value) ?? false
      var starts = isFirst || place == 0
      if !starts, case .choice(field, _, _) = draft.lines[place - 1] {} else { starts = true }
      return [
        mark, head(starts ? ScenarioDraft.title(field) : ""),
        (isTaken ? "[x] " : "[ ] ", isTaken ? .match : .dim), (name, role),
      ]
    }
  }
}
