import InspectionModel

/// What a trend says in a sentence or two.
extension Trend {
  var answer: String {
    if let nothing { return nothing }
    let head =
      reading == .machine && figure != .priority ? AgencyReliability.sentence + ". " : ""
    let found =
      switch (over, figure) {
      case (.theme, .shortfalls): widest { !$0.isSmall }
      case (.theme, _): widest { $0.whole > 0 }
      case (_, .shortfalls): changes
      case (_, _): course
      }
    return head + found + warning
  }

  // MARK: - Nothing to tell

  /// Why there is no trend; nil where there is one.
  private var nothing: String? {
    if known == 0 { return nothingKnown + asReadHint }
    let reports = figure == .priority ? "inspection" : "report"
    if groups.isEmpty {
      let what = over == .year ? "date" : over == .theme ? "theme" : "theme with a date"
      return "\(known == 1 ? "The" : "None of the") \(counted(known, reports)) "
        + "\(known == 1 ? "has no" : "has a") \(what), so there is no trend by \(over.rawValue)."
    }
    guard !series.isEmpty else {
      return "Nothing is found \(reading.name) in the \(counted(known, reports)), so there is no "
        + "trend." + asReadHint
    }
    guard groups.count == 1 else { return nil }
    let only = series.count == 1 ? series.first?.cells.first?.share.phrase : nil
    return "\(known - left.count == 1 ? "The" : "All") "
      + "\(counted(groups[0].inspections.count, reports)) "
      + "\(groups[0].inspections.count == 1 ? "is" : "are") of one \(over.rawValue), "
      + "\(groups[0].label), so there is no trend"
      + (only.map { ": \(series[0].name.lowercasedFirst), \($0)." } ?? ".") + asReadHint
  }

  private var nothingKnown: String {
    if unread.isEmpty, behindNothing { return "The filter leaves no inspection." }
    return switch (figure, reading) {
    case (.priority, _):
      "For none of the \(counted(unread.count, "inspection")) is it known whether there was an "
        + "area for priority action, so there is no trend."
    case (_, .machine):
      "None of the \(counted(unread.count, "report")) has been read, so there is no trend."
    case (_, .coded): "Nothing is coded for these inspections, so there is no trend."
    }
  }

  private var behindNothing: Bool { figure == .priority || reading == .machine }

  private var asReadHint: String {
    reading == .coded && figure != .priority
      ? " Add reading:machine to ask this as read." : ""
  }

  // MARK: - From the first to the last

  /// A share at two points, and what lies between.
  private struct Shift {
    let name: String
    let (from, to): (String, String)
    let (first, last): (Proportion, Proportion)
    let span: Proportion.Span?

    var isClear: Bool { span.map { $0.low > 0 || $0.high < 0 } ?? false }
    var difference: String {
      let points = Percent.difference((last.share ?? 0) - (first.share ?? 0))
      return points + (span.map { ", \(Percent.difference($0))" } ?? "")
    }
    var phrase: String {
      "\(name): \(first.phrase ?? "") in \(from), \(last.phrase ?? "") in \(to) (\(difference))"
    }
  }

  /// Between the first and the last point that will do; nil where there are no two.
  private func shift(
    of series: TrendSeries, where isEnough: (Proportion) -> Bool
  ) -> Shift? {
    let places = groups.indices.filter { isEnough(series.cells[$0].share) }
    guard let first = places.first, let last = places.last, first < last else { return nil }
    let (one, other) = (series.cells[first], series.cells[last])
    let span =
      figure == .priority
      ? other.share.newcombe(less: one.share)
      : ReportBootstrap().difference(other.reports, less: one.reports)
    return Shift(
      name: series.name, from: groups[first].label, to: groups[last].label, first: one.share,
      last: other.share, span: span)
  }

  /// Agencies whose share has changed from the first to the last point with enough of them.
  private var changes: String {
    let told = series.filter { series in
      series.subject.map { !Agency.bodies.contains(register[$0].key) } ?? true
    }
    .compactMap { shift(of: $0) { !$0.isSmall } }
    guard !told.isEmpty else {
      return
        "No agency has \(Proportion.fewest) \(unit) in two \(over.rawValue)s, so no change can be "
        + "seen."
    }
    let clear = told.filter(\.isClear)
    let count = counted(told.count, "agency", "agencies")
    guard !clear.isEmpty else {
      return
        "Of \(count) with \(Proportion.fewest) \(unit) or more in two \(over.rawValue)s, "
        + "\(told.count == 1 ? "it does not change" : "none changes") by more than chance "
        + "would explain between the first and the last."
    }
    return
      "The share of \(faults) changes by more than chance would explain for \(clear.count) of "
      + "\(count): "
      + clear.map(\.phrase).joined(separator: "; ") + "."
  }

  /// What is counted: as read, only where something stands is known.
  private var faults: String {
    switch reading {
    case .coded: "shortfalls"
    case .machine: "areas for improvement"
    }
  }

  /// Of one share alone.
  private var course: String {
    guard let series = series.first, let shift = shift(of: series, where: { $0.whole > 0 })
    else { return "There are no two \(over.rawValue)s to compare." }
    let isFew = shift.first.isSmall || shift.last.isSmall
    let end =
      shift.isClear
      ? "That is more than chance would explain."
      : "This could be chance" + (isFew ? ": the numbers are small." : ".")
    return "\(shift.phrase). \(end)"
  }

  /// The share whose themes lie farthest apart.
  private func widest(where isEnough: (Proportion) -> Bool) -> String {
    let ranges = series.compactMap { series -> (TrendSeries, [Int])? in
      let places = groups.indices.filter { isEnough(series.cells[$0].share) }.sorted {
        (series.cells[$0].share.share ?? 0) < (series.cells[$1].share.share ?? 0)
      }
      return places.count > 1 ? (series, places) : nil
    }
    func width(_ range: (TrendSeries, [Int])) -> Double {
      let shares = range.1.map { range.0.cells[$0].share.share ?? 0 }
      return (shares.last ?? 0) - (shares.first ?? 0)
    }
    guard let most = ranges.max(by: { width($0) < width($1) }), let low = most.1.first,
      let high = most.1.last
    else {
      return
        figure == .shortfalls
        ? "No agency has \(Proportion.fewest) \(unit) in two themes, so no difference can be seen."
        : "There are no two themes to compare."
    }
    let (one, other) = (most.0.cells[low].share, most.0.cells[high].share)
    let head =
      figure == .shortfalls
      ? "The share of \(faults) lies farthest apart for \(most.0.name)" : most.0.name
    return
      "\(head): \(one.phrase ?? "") in \(groups[low].label), \(other.phrase ?? "") in "
      + "\(groups[high].label). The least and the most of several lie apart by chance too: compare "
      + "two of them."
  }

  // MARK: - What must be known before it is believed

  private var warning: String {
    let shares = layout?.filter { $0.whole > 0 }.compactMap(\.share) ?? []
    guard let least = shares.min(), let most = shares.max(), most - least > 0.25 else { return "" }
    return " But the layouts differ: from \(Percent.text(least)) to \(Percent.text(most)) of the "
      + "words are in sections with a direction" + (takesAll ? "." : ", and only those count.")
  }
}

extension String {
  /// With its first letter as a small one.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
