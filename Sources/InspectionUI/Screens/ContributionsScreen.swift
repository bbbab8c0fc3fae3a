import InspectionModel
import InspectionOperations
import TerminalCore

/// Everything that is coded.
struct ContributionsScreen: ListScreen {
  static let kind = "contributions"
  let hints: [Action] = [.open, .filter, .sort, .group, .change, .remove, .note, .undo]
  var records: RecordList

  init(_ register: Register) {
    records = RecordList(
      .contribution, sortedBy: [ListOrder(column: "passage")], in: register)
    records.refresh(register)
  }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    let contribution: Contribution = context.register.view(row)
    return contribution.passage.map { PassageScreen($0.row, context.register, at: row) }
  }

  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    ContributionActions.perform(action, on: row, context)
  }

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    RecordPreview(row, context).draw(on: &canvas, in: rect)
  }
}

/// What can be done to a contribution wherever it is shown.
enum ContributionActions {
  static func perform(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    let contribution: Contribution = context.register.view(row)
    // Before anything is typed.
    if action == .change || action == .remove,
      let refusal = contribution.refusal(for: context.reviewer)
    {
      return [.say(context.message(for: refusal))]
    }
    switch action {
    case .change: return [.prompt(CodePrompt(changing: contribution))]
    case .remove: return remove(contribution)
    case .note: return [.prompt(NotePrompt(.note, of: contribution.record))]
    default: return nil
    }
  }

  /// Removes it; asks first where memos would go with it.
  private static func remove(_ contribution: Contribution) -> [Step] {
    let memos = RemoveContribution.memos(on: contribution).count
    if memos == 0 { return [.run(RemoveContribution(contribution.key))] }
    let (what, verb) = (counted(memos, "memo"), memos == 1 ? "goes" : "go")
    return [
      .prompt(
        QuestionPrompt(
          "\(what) on this contribution \(verb) with it.", "removes them",
          then: [.run(RemoveContribution(contribution.key, withMemos: true))]))
    ]
  }
}
