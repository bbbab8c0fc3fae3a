import TerminalCore

/// Asks before something begins that hides, loses or ends more than one sees: what it does with its
/// numbers, and a key of its own that does it. Every other key leaves all as it is.
struct QuestionPrompt: Prompt {
  let label: String
  var editor = LineEditor()
  /// What is hidden, lost or left, in a sentence.
  private let consequence: String
  private let steps: [Step]

  /// The key that goes ahead. No action begins such a thing by it.
  static let yes: Character = "y"

  /// - Parameter act: what is done, after the key that does it: `begins the pass`.
  init(_ consequence: String, _ act: String, then steps: [Step]) {
    (self.consequence, self.steps) = (consequence, steps)
    label = "\(Self.yes) \(act), any other key does not "
  }

  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    key == .character(Self.yes) ? [.closePrompt] + steps : cancel(context)
  }

  mutating func accept(_ context: Context) -> [Step] { cancel(context) }

  func cancel(_ context: Context) -> [Step] { [.closePrompt, .say(Message("left as it was"))] }

  func height(in rect: Rect, _ context: Context) -> Int {
    min(lines(rect.width).count, max(0, rect.height - 1))
  }

  private func lines(_ width: Int) -> [Substring] {
    Text.wrap(consequence, columns: max(1, width - 1))
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var pen = Pen(rect.inset(left: 1))
    for line in lines(rect.width) { pen.write(String(line), .warning, on: &canvas) }
  }
}
