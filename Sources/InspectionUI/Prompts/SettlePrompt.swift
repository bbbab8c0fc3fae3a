import InspectionModel
import InspectionOperations
import TerminalCore

/// Asks why a disagreement is settled so. A decision without a reason is none.
struct SettlePrompt: Prompt {
  let label = "because "
  var editor = LineEditor()
  private let chosen: Settlement
  private let drafts: [CodeDraft]
  private let passage: SettledPassage

  init(_ passage: SettledPassage, _ chosen: Settlement, _ drafts: [CodeDraft]) {
    (self.chosen, self.drafts, self.passage) = (chosen, drafts, passage)
  }

  mutating func accept(_ context: Context) -> [Step] {
    guard !editor.text.allSatisfy(\.isWhitespace) else {
      return [.say(Message("a decision needs its reason", .warning))]
    }
    return [
      .closePrompt,
      .run(
        SettlePassage(passage.key, in: passage.review, chosen, drafts, because: editor.text)),
    ]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(1, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    let agreed = drafts.map { $0.phrase + $0.partners }.joined(separator: ", ")
    var writer = PaneWriter(rect)
    writer.write([("agreed: ", .dim), (agreed.isEmpty ? "nothing" : agreed, .text)], on: &canvas)
  }
}

/// A passage that two passes code differently, and the review that holds what they come to; by
/// their keys.
struct SettledPassage: Hashable, Sendable {
  let key: String
  let review: String
}
