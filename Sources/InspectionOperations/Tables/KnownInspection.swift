import InspectionModel

/// An inspection of the register, as far as a table is compared with it.
struct KnownInspection {
  let row: Row
  let framework: String
  let from: Day?
  let published: Day?
  let listed: Day?

  init(_ inspection: Inspection) {
    row = inspection.row
    framework = inspection.framework?.key ?? ""
    from = inspection.from
    (published, listed) = (inspection.record.day(.published), inspection.record.day(.listed))
  }
}

extension [KnownInspection] {
  /// The one that a visit is of: that of the same first day or the same day of publication; else
  /// the only one that starts within three weeks of it, or about which the report came out within
  /// seven months.
  ///
  /// - Parameter taken: those that other visits are of by the very day: near ones are not meant.
  func first(
    of visit: TableObservation.Visit, besides taken: Set<Row>
  ) -> KnownInspection? {
    if let exact = exact(visit) { return exact }
    let near = filter {
      visit.frameworks.contains($0.framework) && !taken.contains($0.row)
        && $0.isNear(visit.from?.value, visit.published?.value)
    }
    return near.count == 1 ? near[0] : nil
  }

  /// That of the same first day, or of the same day of publication.
  func exact(_ visit: TableObservation.Visit) -> KnownInspection? {
    let same = filter { visit.frameworks.contains($0.framework) }
    if let from = visit.from?.value, let exact = same.first(where: { $0.from == from }) {
      return exact
    }
    guard let published = visit.published?.value else { return nil }
    return same.first { $0.listed == published || $0.published == published }
  }
}

extension KnownInspection {
  fileprivate func isNear(_ from: Day?, _ published: Day?) -> Bool {
    if let from, let own = self.from {
      if own.day == nil {
        return from.year == own.year && (own.month == nil || own.month == from.month)
      }
      return own.days(until: from).map { abs($0) <= 21 } ?? false
    }
    let ownReport = listed ?? self.published
    if let published, let ownReport {
      return ownReport.days(until: published).map { abs($0) <= 45 } ?? false
    }
    guard let start = from ?? self.from, let end = published ?? ownReport else { return false }
    return start.days(until: end).map { (0...210).contains($0) } ?? false
  }
}
