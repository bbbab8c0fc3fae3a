import TerminalCore

/// A line that does nothing: an action that would open one cannot do so here, and says why. What is
/// typed meanwhile was meant for that line, and is no command.
struct InertPrompt: Prompt {
  let label: String
  var editor = LineEditor()
  private let why: PromptSentence

  /// - Parameters:
  ///   - name: that of the action.
  ///   - why: why it does nothing here, and what it is for.
  init(_ name: String, because why: String) {
    (label, self.why) = ("\(name) not here, Esc leaves ", PromptSentence(text: why))
  }

  mutating func accept(_ context: Context) -> [Step] { [.closePrompt] }

  func height(in rect: Rect, _ context: Context) -> Int { why.height(in: rect) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    why.draw(on: &canvas, in: rect)
  }
}
