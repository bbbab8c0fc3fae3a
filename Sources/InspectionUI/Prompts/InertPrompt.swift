import TerminalCore

/// A line that does nothing: an action that would open one cannot do so here, and says why. What is
/// typed meanwhile was meant for that line, and is no command.
struct InertPrompt: Prompt {
  let label: String
  var editor = LineEditor()
  private let why: String

  /// - Parameters:
  ///   - name: that of the action.
  ///   - why: why it does nothing here, and what it is for.
  init(_ name: String, because why: String) {
    (label, self.why) = ("\(name) not here, Esc leaves ", why)
  }

  mutating func accept(_ context: Context) -> [Step] { [.closePrompt] }

  func height(in rect: Rect, _ context: Context) -> Int {
    min(lines(rect.width).count, max(0, rect.height - 1))
  }

  private func lines(_ width: Int) -> [Substring] {
    Text.wrap(why, columns: max(1, width - 2))
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var pen = Pen(rect.inset(left: 1))
    for line in lines(rect.width) { pen.write(String(line), .warning, on: &canvas) }
  }
}
