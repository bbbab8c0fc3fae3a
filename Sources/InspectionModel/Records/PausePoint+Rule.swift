extension Sequence<Inspection> {
  /// Those whose first day of fieldwork is known, by that day. O(n log n).
  public var byFieldwork: [Inspection] {
    compactMap { inspection in inspection.from.map { (from: $0, key: inspection.key, inspection) } }
      .sorted { ($0.from, $0.key) < ($1.from, $1.key) }.map { $0.2 }
  }
}

extension PausePoint {
  /// The inspections that its rule takes now: the first so many by fieldwork, fewer where there are
  /// fewer. O(inspections · log of those).
  public var ruled: [Inspection] {
    let (framework, theme) = (record.reference(.framework), record.reference(.theme))
    let all = record.register.all(Inspection.self).filter { inspection in
      (framework == nil || inspection.record.reference(.framework) == framework)
        && (theme == nil || inspection.record.reference(.theme) == theme)
    }
    return Array(all.byFieldwork.prefix(max(0, first ?? 0)))
  }

  /// Its inspections: as they were when it was decided, before that by its rule.
  public var taken: [Inspection] { outcome != nil && !members.isEmpty ? members : ruled }
}
