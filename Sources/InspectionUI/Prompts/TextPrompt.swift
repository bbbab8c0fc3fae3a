import InspectionModel
import TerminalCore

/// Asks for one line of text: a note, the path of a letter.
struct TextPrompt: Prompt {
  let label: String
  var editor: LineEditor
  private let steps: @Sendable (String) -> [Step]

  init(_ label: String, text: String = "", then steps: @escaping @Sendable (String) -> [Step]) {
    self.label = label
    editor = LineEditor(text)
    self.steps = steps
  }

  mutating func accept(_ context: Context) -> [Step] { [.closePrompt] + steps(editor.text) }
}
