import InspectionModel

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

extension Estimate {
  /// What it is of, as people call it.
  var subjectTitle: String {
    guard let subject else { return "" }
    let register = record.register
    switch subject.type {
    case .inspection: return register.view(subject, as: Inspection.self).title
    case .framework: return "each " + register.view(subject, as: Framework.self).shortName
    default: return "“\(register[subject].text(.name) ?? register[subject].key)”"
    }
  }

  /// `2 to 8, mid 4`, as it was entered.
  var range: String {
    func text(_ field: Field) -> String { record.text(field) ?? "–" }
    return "\(text(.low)) to \(text(.high)), mid \(text(.mid))"
  }

  /// What a person knows it by: `police on-site 2 to 8, mid 4`.
  var words: String { "\(agency?.key ?? "") \(phase?.rawValue ?? "") \(range)" }
}

/// What can be done to an estimate where it is listed.
enum EstimateActions {
  static func perform(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    let estimate: Estimate = context.register.view(row)
    switch action {
    case .change: return [.prompt(EstimatePrompt(changing: estimate))]
    case .remove:
      let edit = Edit.remove(.estimate, estimate.record.values)
      return [.change(Change("removing the estimate of \(estimate.words)", [edit]))]
    default: return nil
    }
  }
}
