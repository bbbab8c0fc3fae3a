import InspectionModel

extension TableObservation.Row {
  /// What was read of it, to be compared with the table: `row 7: Croydon; ilacs, from 2023-05-01,
  /// report of 2023-06-30, overall good`.
  public var sentence: String {
    if let refusal { return "row \(number): \(area.name); refused: \(refusal.sentence)" }
    return (["row \(number): \(area.name)"] + visits.map(\.phrase)).joined(separator: "; ")
  }
}

extension TableObservation.Visit {
  fileprivate var phrase: String {
    let days = [
      from.map { "from \($0.value)" }, to.map { "to \($0.value)" },
      published.map { "report of \($0.value)" },
    ]
    let parts = [frameworks.first].compactMap(\.self) + days.compactMap(\.self)
    return (parts + grades.map(\.said)).joined(separator: ", ")
  }
}

extension TableObservation.Graded {
  fileprivate var said: String {
    let what = grade?.rawValue ?? reason?.rawValue ?? words.map { "“\($0)”" } ?? "no grade"
    return "\(aspect.rawValue) \(what)"
  }
}
