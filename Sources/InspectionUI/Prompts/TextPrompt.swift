import InspectionModel
import TerminalCore

/// Asks for one line of text: a note, the path of a letter.
struct TextPrompt: Prompt {
  let label: String
  var editor: LineEditor
  /// Whether the text is a path, which Tab completes.
  private let isPath: Bool
  /// What may be typed, in a line above; nil where the label says it all.
  private let hint: String?
  private let steps: @Sendable (String) -> [Step]

  init(
    _ label: String, text: String = "", isPath: Bool = false, hint: String? = nil,
    then steps: @escaping @Sendable (String) -> [Step]
  ) {
    self.label = label
    (self.isPath, self.hint) = (isPath, hint)
    editor = LineEditor(text)
    self.steps = steps
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    isPath && key == .tab ? [.effect(.completePath(editor.text))] : nil
  }

  mutating func accept(_ context: Context) -> [Step] { [.closePrompt] + steps(editor.text) }

  func height(in rect: Rect, _ context: Context) -> Int { hint == nil ? 0 : min(1, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect)
    if let hint { writer.write(hint, .dim, on: &canvas) }
  }
}

extension TextPrompt {
  /// Asks for a table to import.
  static func table(in folder: String) -> TextPrompt {
    TextPrompt("table file ", text: folder, isPath: true, hint: "CSV, XLSX, ODS or XLS") { path in
      path.isEmpty ? [] : [.effect(.readTables(path: path))]
    }
  }

  /// Asks why something is done that is not done without a reason.
  static func because(_ steps: @escaping @Sendable (String) -> [Step]) -> Step {
    .prompt(
      TextPrompt("because ") { reason in
        reason.isEmpty ? [.say(Message("not done: it needs a reason", .warning))] : steps(reason)
      })
  }
}
