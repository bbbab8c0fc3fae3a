extension Register {
  /// Estimates that are no range, or of which nobody can say what they are about.
  func unsoundEstimates() -> [Inconsistency] {
    all(Estimate.self).flatMap { estimate -> [Inconsistency] in
      var found: [Inconsistency] = []
      if let days = estimate.days, !days.isInOrder {
        found.append(Inconsistency(kind: .outOfRange, row: estimate.row, field: .low))
      }
      if estimate.subject == nil {
        found.append(Inconsistency(kind: .subjectless, row: estimate.row, field: .agency))
      }
      return found
    }
  }

  /// Decisions at pause points that say too little, or that were made on other inspections than the rule takes now.
  func unsoundDecisions() -> [Inconsistency] {
    all(PausePoint.self).filter { $0.outcome != nil }.flatMap { point -> [Inconsistency] in
      var found: [Inconsistency] = []
      if point.decided == nil || point.reason == nil {
        found.append(Inconsistency(kind: .unreasoned, row: point.row, field: .outcome))
      }
      let ruled = Set(point.ruled.map(\.row))
      found += point.members.filter { !ruled.contains($0.row) }.map {
        Inconsistency(kind: .unfitMember(key: $0.key), row: point.row, field: .member)
      }
      return found
    }
  }
}
