import InspectionAnalysis
import InspectionModel
import TerminalCore

/// Asks which area is one's own: its name as it is typed, and above it the areas that fit.
struct AreaPrompt: Prompt {
  let label = "my area "
  var editor = LineEditor()
  private var selected = 0
  private let areas: [(key: String, name: String)]
  private var found: [Int]

  private static let lines = 8

  /// Those there are now first, by their names.
  init(_ register: Register) {
    areas = register.all(Area.self).sorted {
      ($0.to == nil ? 0 : 1, $0.name) < ($1.to == nil ? 0 : 1, $1.name)
    }.map { ($0.key, $0.name) }
    found = Array(areas.indices)
  }

  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    if key == .tab { return complete(context) }
    let steps: [Key: Int] = [.down: 1, .control("n"): 1, .up: -1, .control("p"): -1]
    guard let step = steps[key] else { return nil }
    selected = max(0, min(selected + step, found.count - 1))
    return []
  }

  private mutating func complete(_ context: Context) -> [Step] {
    guard let chosen else { return [] }
    editor = LineEditor(areas[chosen].name)
    return changed(context)
  }

  /// The areas whose names have the letters typed, the best fit first.
  mutating func changed(_ context: Context) -> [Step] {
    selected = 0
    let scored = areas.indices.compactMap { place in
      Fuzzy.score(editor.text, in: areas[place].name).map { (score: $0, place: place) }
    }
    found =
      editor.text.isEmpty
      ? Array(areas.indices)
      : scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map(\.place)
    return []
  }

  private var chosen: Int? { found.indices.contains(selected) ? found[selected] : nil }

  func accept(_ context: Context) -> [Step] {
    guard !editor.text.isEmpty || selected > 0 else {
      return [.say(Message("type the name of your area", .hint))]
    }
    guard let chosen else {
      return [.say(Message("no area is called “\(editor.text)”", .warning))]
    }
    let key = areas[chosen].key
    return [.closePrompt, .ownArea(key), .open(AccountRequest(.area, key: key))]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(Self.lines, rect.height / 2) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    let top = max(0, selected - rect.height + 1)
    for (line, place) in found.dropFirst(top).prefix(rect.height).enumerated() {
      let isSelected = top + line == selected
      var pen = Pen(rect.row(line))
      pen.write(
        [
          (isSelected ? "▌" : " ", .heading), (areas[place].name, isSelected ? .cursor : .text),
        ], on: &canvas)
    }
  }
}
