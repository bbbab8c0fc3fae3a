import InspectionModel
import TerminalCore

/// Asks for one line of text: a note, the path of a letter.
struct TextPrompt: Prompt {
  let label: String
  var editor: LineEditor
  /// Whether the text is a path, which Tab completes.
  private let isPath: Bool
  private let steps: @Sendable (String) -> [Step]

  init(
    _ label: String, text: String = "", isPath: Bool = false,
    then steps: @escaping @Sendable (String) -> [Step]
  ) {
    self.label = label
    self.isPath = isPath
    editor = LineEditor(text)
    self.steps = steps
  }

  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    isPath && key == .tab ? [.effect(.completePath(editor.text))] : nil
  }

  mutating func accept(_ context: Context) -> [Step] { [.closePrompt] + steps(editor.text) }
}
