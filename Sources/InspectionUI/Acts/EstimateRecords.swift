import InspectionModel
import InspectionOperations

/// What can be done to an estimate where it is listed.
enum EstimateActions {
  static func perform(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    let estimate: Estimate = context.register.view(row)
    switch action {
    case .change: return [.prompt(EstimatePrompt(changing: estimate))]
    case .remove: return [.run(RemoveEstimate(estimate.key))]
    default: return nil
    }
  }
}
