import InspectionModel
import TerminalCore

/// Asks why a disagreement is settled so. A decision without a reason is none.
struct SettlePrompt: Prompt {
  let label = "because "
  var editor = LineEditor()
  private let chosen: Settlement
  private let drafts: [CodeDraft]
  private let passage: Row

  init(_ chosen: Settlement, _ drafts: [CodeDraft], _ passage: Row) {
    (self.chosen, self.drafts, self.passage) = (chosen, drafts, passage)
  }

  mutating func accept(_ context: Context) -> [Step] {
    guard !editor.text.allSatisfy(\.isWhitespace) else {
      return [.say(Message("a decision needs its reason", .warning))]
    }
    return [.closePrompt, .settle(chosen, drafts, passage: passage, reason: editor.text)]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(1, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    let words = drafts.map { $0.words + $0.partners }.joined(separator: ", ")
    var pen = Pen(rect)
    pen.write([("agreed: ", .dim), (words.isEmpty ? "nothing" : words, .text)], on: &canvas)
  }
}
