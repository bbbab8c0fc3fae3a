import InspectionModel
import InspectionOperations

/// What can be done about a problem where it is listed.
enum ProblemActions {
  /// - Parameter list: the list that the problem is in; a version is chosen in all conflicts that
  ///   are marked there.
  static func perform(
    _ action: Action, on row: Row, of list: RecordList, _ context: Context
  ) -> [Step]? {
    let home = list.home(context.register)
    let problem: ListedProblem = home.view(row)
    let edit = Step.effect(.edit(line: problem.line))
    switch action {
    case .change: return [edit]
    case .open:
      let screen = problem.subject(in: context.register).flatMap {
        Screens.showing($0, context.register)
      }
      return [screen.map(Step.push) ?? edit]
    case .confirm, .takeOther:
      let conflicts = list.chosen.compactMap { home.view($0, as: ListedProblem.self).conflict }
      return choose(action == .confirm ? .own : .other, conflicts)
    default: return nil
    }
  }

  private static func choose(_ choice: ResolveConflict.Choice, _ conflicts: [String]) -> [Step] {
    if conflicts.isEmpty {
      return [.say(Message("there are no two versions to choose from here", .hint))]
    }
    let acts = conflicts.map { ResolveConflict($0, choice) }
    if acts.count == 1 { return [.run(acts[0])] }
    return [.run(Several(acts, "choosing in \(acts.count) conflicts"))]
  }
}
