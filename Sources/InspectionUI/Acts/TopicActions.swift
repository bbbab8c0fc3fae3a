import InspectionAnalysis
import InspectionModel

/// What can be done on the screen of a topic beyond reading it.
struct TopicActions: Sendable {
  /// For the line of hints.
  let hints: [Action]
  /// Does what an action means on a figure; nil where it means nothing.
  let perform: @Sendable (Action, Figure?, AccountRequest, Context) -> [Step]?

  /// Those of a topic; none where it is only read.
  static func of(_ topic: Topic) -> TopicActions { all[topic] ?? none }

  private static let none = TopicActions(hints: []) { _, _, _, _ in nil }

  private static let all: [Topic: TopicActions] = [
    .burden: TopicActions(
      hints: [.compare, .goScenarios, .estimate], perform: BurdenActions.perform),
    .scenario: TopicActions(
      hints: [.change, .new, .estimate], perform: ScenarioActions.perform),
    .pause: TopicActions(hints: [.asOf, .decide], perform: PauseActions.perform),
    .concerns: concerns,
    .concern: concerns,
  ]

  private static let concerns = TopicActions(
    hints: [.change, .new], perform: ConcernActions.perform)
}
