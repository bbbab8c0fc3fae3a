import InspectionAnalysis
import InspectionModel

/// What can be done on the screen of each topic beyond reading it.
extension AccountTopic {
  /// The actions of its own, for the line of hints.
  var actions: [Action] {
    switch self {
    case .burden: [.goScenarios, .estimate]
    case .scenario: [.change, .new, .estimate]
    case .pause: [.asOf, .decide]
    case .concerns, .concern: [.change, .new]
    case .picture, .framework, .deepDive, .alone, .method, .agreement: []
    }
  }

  /// Keys that mean another thing here than in lists.
  var aliases: [Action: Action] {
    switch self {
    case .burden: [.sort: .goScenarios]
    default: [:]
    }
  }

  /// Does what an action means on a figure of this topic; nil where it means nothing.
  func perform(
    _ action: Action, on figure: Figure?, _ request: AccountRequest, _ context: Context
  ) -> [Step]? {
    switch self {
    case .burden: BurdenActions.perform(action, on: figure, context)
    case .scenario: ScenarioActions.perform(action, on: figure, request, context)
    case .pause: PauseActions.perform(action, on: figure, request, context)
    case .concerns, .concern: ConcernActions.perform(action, on: figure, request, context)
    case .picture, .framework, .deepDive, .alone, .method, .agreement: nil
    }
  }
}
