import TerminalCore

/// A sentence above the line of a prompt: why it does nothing, or what it would do.
struct PromptSentence: Sendable {
  let text: String

  /// The lines it takes; the screen behind it keeps one at least.
  func height(in rect: Rect) -> Int { min(lines(rect.width).count, max(0, rect.height - 1)) }

  private func lines(_ width: Int) -> [Substring] {
    Text.wrap(text, columns: max(1, width - 2))
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect.inset(left: 1))
    for line in lines(rect.width) { writer.write(String(line), .warning, on: &canvas) }
  }
}
