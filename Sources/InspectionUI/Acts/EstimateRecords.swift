import InspectionModel
import InspectionOperations

/// Estimates in a list: what each is of, the range, and what it rests on.
enum EstimateColumns {
  static let columns: [ListColumn] = [
    .text("Of", width: 20, upTo: 40) { Estimate($0).subjectTitle },
    .text("Agency", width: 14, upTo: 24) { Estimate($0).agency?.name ?? "" },
    .text("Phase", width: 11) { Estimate($0).phase?.rawValue ?? "" },
    .text("Staff-days", width: 16) { Estimate($0).range },
    .text("Rests on", width: 11) { Estimate($0).grade?.rawValue ?? "" },
    .text("Source", width: 16, upTo: 60, rank: 1) {
      Estimate($0).sources.joined(separator: "; ")
    },
    .text("By", width: 10, rank: 2, role: .dim) { $0.text(.by) ?? "" },
  ]
}

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
