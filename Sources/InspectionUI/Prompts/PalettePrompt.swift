import InspectionModel
import TerminalCore

/// Every action by name, with its keys, so that using it teaches them.
struct PalettePrompt: Prompt {
  let label = ":"
  var editor = LineEditor()
  private var selected = 0

  private static let lines = 10

  /// The actions whose name or summary has the letters typed, the best fit first.
  private var found: [ActionSpec] {
    let scored = ActionSpec.table.enumerated().compactMap {
      place, spec -> (Int, Int, ActionSpec)? in
      let name = Fuzzy.score(editor.text, in: spec.name).map { $0 + 1000 }
      guard let score = name ?? Fuzzy.score(editor.text, in: spec.summary) else { return nil }
      return (score, place, spec)
    }
    if editor.text.isEmpty { return ActionSpec.table }
    return scored.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
  }

  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    switch key {
    case .down, .tab, .control("n"): selected = min(selected + 1, found.count - 1)
    case .up, .backTab, .control("p"): selected = max(selected - 1, 0)
    default: return nil
    }
    return []
  }

  mutating func changed(_ context: Context) -> [Step] {
    selected = 0
    return []
  }

  mutating func accept(_ context: Context) -> [Step] {
    let found = found
    guard found.indices.contains(selected) else {
      return [.say(Message("nothing is called “\(editor.text)”", .warning))]
    }
    return [.closePrompt, .act(found[selected].action)]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(Self.lines, rect.height / 2) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    let found = found
    let top = max(0, selected - rect.height + 1)
    for (line, spec) in found.dropFirst(top).prefix(rect.height).enumerated() {
      let isSelected = top + line == selected
      var pen = Pen(rect.row(line))
      pen.write(
        [
          (isSelected ? "▌" : " ", .heading),
          (pad(context.keymap.keys(for: spec.action) ?? "", 10), .match),
          (pad(spec.name, 20), isSelected ? .cursor : .text),
          (" " + spec.summary, .dim),
        ], on: &canvas)
    }
  }

  private func pad(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - Text.columns(text)))
  }
}
