import InspectionModel
import TerminalCore

/// Asks before something begins that hides, loses or ends more than one sees: what it does with its
/// numbers, and a key of its own that does it. Every other key leaves all as it is.
struct QuestionPrompt: Prompt {
  let label: String
  var editor = LineEditor()
  /// What is hidden, lost or left, in a sentence.
  private let consequence: PromptSentence
  private let steps: [Step]

  /// The key that goes ahead. No action begins such a thing by it.
  static let yes: Character = "y"

  /// - Parameter act: what is done, after the key that does it: `begins the pass`.
  init(_ consequence: String, _ act: String, then steps: [Step]) {
    (self.consequence, self.steps) = (PromptSentence(text: consequence), steps)
    label = "\(Self.yes) \(act), any other key does not "
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    key == .character(Self.yes) ? [.closePrompt] + steps : cancel(context)
  }

  mutating func accept(_ context: Context) -> [Step] { cancel(context) }

  func cancel(_ context: Context) -> [Step] { [.closePrompt, .say(Message("left as it was"))] }

  func height(in rect: Rect, _ context: Context) -> Int { consequence.height(in: rect) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    consequence.draw(on: &canvas, in: rect)
  }
}

extension QuestionPrompt {
  /// Asks before something is done that loses what was decided of tables.
  static func loss(
    ofDecisionsOn tables: TablesAtHand, _ act: String, then steps: [Step]
  ) -> QuestionPrompt {
    QuestionPrompt(
      "\(counted(tables.decided, "decision")) on \(tables.name) would be lost: nothing of it is in "
        + "the register yet.", act, then: steps)
  }
}
