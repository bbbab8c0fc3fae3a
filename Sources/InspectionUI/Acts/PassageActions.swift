import InspectionModel
import InspectionOperations

/// Mending what the reader of letters parted wrongly: one passage that is two, two that are one.
enum PassageActions {
  static func perform(_ action: Action, on row: Row, _ context: Context) -> [Step] {
    let passage: Passage = context.register.view(row)
    if action == .join { return [.run(JoinPassages(passage.key))] }
    guard passage.text != nil else {
      return [.say(context.message(for: .noText(passage: passage.key)))]
    }
    return [.prompt(SplitPrompt(passage))]
  }
}
