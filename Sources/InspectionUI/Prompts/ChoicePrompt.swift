import InspectionAnalysis
import InspectionModel
import TerminalCore

/// Asks for one of many things by its name or its key as it is typed, and shows above it those that
/// fit.
struct ChoicePrompt: Prompt {
  /// What is chosen by `key`, and what it is called.
  typealias Choice = (key: String, name: String)

  let label: String
  var editor = LineEditor()
  /// What one of them is called: `area`.
  private let noun: String
  private var choices: FuzzyList<Choice>
  private let steps: @Sendable (String) -> [Step]

  /// - Parameter steps: what comes of a choice, by its key.
  init(
    _ label: String, _ noun: String, _ choices: [Choice],
    then steps: @escaping @Sendable (String) -> [Step]
  ) {
    (self.label, self.noun, self.steps) = (label, noun, steps)
    self.choices = FuzzyList(choices) { typed, choice in
      [choice.name, choice.key].compactMap { Fuzzy.score(typed, in: $0) }.max()
    }
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    if key == .tab { return complete(context) }
    return choices.press(key) ? [] : nil
  }

  private mutating func complete(_ context: Context) -> [Step] {
    guard let chosen = choices.chosen else { return [] }
    editor = LineEditor(chosen.name)
    return changed(context)
  }

  /// Those whose names or keys have the letters typed.
  mutating func changed(_ context: Context) -> [Step] {
    choices.narrow(to: editor.text)
    return []
  }

  func accept(_ context: Context) -> [Step] {
    guard !editor.text.isEmpty || choices.hasMoved else {
      return [.say(Message("type the name of the \(noun), or go to it by the arrows", .hint))]
    }
    guard let chosen = choices.chosen else {
      return [.say(Message("no \(noun) is called “\(editor.text)”", .warning))]
    }
    return [.closePrompt] + steps(chosen.key)
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(8, rect.height / 2) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    for (line, (choice, isSelected)) in choices.window(height: rect.height).enumerated() {
      var writer = PaneWriter(rect.row(line))
      writer.write(
        [(isSelected ? "▌" : " ", .heading), (choice.name, isSelected ? .cursor : .text)],
        on: &canvas)
    }
  }
}

extension ChoicePrompt {
  /// Which area is one's own; shows its page.
  static func ownArea(_ register: Register) -> ChoicePrompt {
    area("my area ", register) { key in
      [.remember(.ownArea(key)), .open(AccountRequest(.area, key: key))]
    }
  }

  /// An area: those there are now first, by their names.
  static func area(
    _ label: String, _ register: Register, then steps: @escaping @Sendable (String) -> [Step]
  ) -> ChoicePrompt {
    let all = register.all(Area.self).sorted {
      ($0.to == nil ? 0 : 1, $0.name) < ($1.to == nil ? 0 : 1, $1.name)
    }
    return ChoicePrompt(label, "area", all.map { ($0.key, $0.name) }, then: steps)
  }
}
