extension Register {
  /// Estimates that no sum can hold.
  func unsoundEstimates() -> [Inconsistency] {
    all(Estimate.self).compactMap { estimate in
      estimate.fault.map {
        Inconsistency(kind: .unsound($0), row: estimate.row, field: .low)
      }
    }
  }

  /// Decisions at pause points that say too little, or that were made on other inspections than the
  /// rule takes now.
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
