extension Estimate {
  /// What no sum can hold of it.
  var unsoundness: Inconsistency? {
    fault.map { Inconsistency(kind: .unsound($0), row: row, field: .low) }
  }
}

extension PausePoint {
  /// Where a decision says too little, or was made on other inspections than the rule takes now.
  var inconsistencies: [Inconsistency] {
    if outcome == nil { return [] }
    var found: [Inconsistency] = []
    if decided == nil || reason == nil {
      found.append(Inconsistency(kind: .unreasoned, row: row, field: .outcome))
    }
    let ruled = Set(ruled.map(\.row))
    found += members.filter { !ruled.contains($0.row) }.map {
      Inconsistency(kind: .unfitMember(key: $0.key), row: row, field: .member)
    }
    return found
  }
}
