import InspectionAnalysis
import InspectionModel
import TerminalCore

/// Asks for an area: its name as it is typed, and above it the areas that fit.
struct AreaPrompt: Prompt {
  let label: String
  var editor = LineEditor()
  private var areas: FuzzyList<(key: String, name: String)>
  private let steps: @Sendable (String) -> [Step]

  /// Which area is one's own; shows its page.
  init(_ register: Register) {
    self.init("my area ", register) { key in
      [.ownArea(key), .open(AccountRequest(.area, key: key))]
    }
  }

  /// Those there are now first, by their names.
  ///
  /// - Parameter steps: what comes of an area, by its key.
  init(_ label: String, _ register: Register, then steps: @escaping @Sendable (String) -> [Step]) {
    (self.label, self.steps) = (label, steps)
    let all = register.all(Area.self).sorted {
      ($0.to == nil ? 0 : 1, $0.name) < ($1.to == nil ? 0 : 1, $1.name)
    }
    areas = FuzzyList(all.map { ($0.key, $0.name) }) { Fuzzy.score($0, in: $1.name) }
  }

  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    if key == .tab { return complete(context) }
    return areas.take(key) ? [] : nil
  }

  private mutating func complete(_ context: Context) -> [Step] {
    guard let chosen = areas.chosen else { return [] }
    editor = LineEditor(chosen.name)
    return changed(context)
  }

  /// The areas whose names have the letters typed.
  mutating func changed(_ context: Context) -> [Step] {
    areas.narrow(to: editor.text)
    return []
  }

  func accept(_ context: Context) -> [Step] {
    guard !editor.text.isEmpty || areas.selected > 0 else {
      return [.say(Message("type the name of the area", .hint))]
    }
    guard let chosen = areas.chosen else {
      return [.say(Message("no area is called “\(editor.text)”", .warning))]
    }
    return [.closePrompt] + steps(chosen.key)
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(8, rect.height / 2) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    for (line, (area, isSelected)) in areas.window(height: rect.height).enumerated() {
      var pen = Pen(rect.row(line))
      pen.write(
        [(isSelected ? "▌" : " ", .heading), (area.name, isSelected ? .cursor : .text)],
        on: &canvas)
    }
  }
}
