public import InspectionModel

/// One inspection as the time it takes: its days on site, and its footprint from notice to
/// statement of action.
///
/// Days are ordinals (``Day/ordinal``). What the inspection does not say is filled in from its
/// framework and marked assumed; what that does not say either is not there, and says so.
public struct Visit: Sendable {
  public let row: Row
  public let area: Row?
  public let framework: Row?
  public let isJoint: Bool
  /// The first day known of it.
  public let day: Day?
  /// W: from the first day to the last; the first alone where nobody knows how long it took.
  public let onSite: ClosedRange<Int>?
  public let length: Length
  /// O = WD(W), or as many as the framework has; nil where neither is known.
  public let workingDays: Int?
  public let footprint: Footprint

  /// How the last day on site is known.
  public enum Length: Hashable, Sendable {
    case stated
    /// As many working days from the first as the framework has.
    case assumed
    /// As many as the framework has, and nobody says which: only a month or a year of them is
    /// known, or the day of the report.
    case filled
    /// Stated, and more than twice the calendar days that the framework usually takes: inspectors
    /// came in parts, and nobody says how long they stayed.
    case inParts
    /// Stated, and said to be those of a whole exercise, of which inspectors were on site in a part
    /// that nobody tells.
    case wholeExercise
    case unknown
  }

  /// F = [notified, else start − notice; statement due, else published + days for the statement].
  public enum Footprint: Hashable, Sendable {
    case days(ClosedRange<Int>, isStartAssumed: Bool, isEndAssumed: Bool)
    case none(Gap)

    public var days: ClosedRange<Int>? {
      if case .days(let days, _, _) = self { days } else { nil }
    }
    public var isAssumed: Bool {
      if case .days(_, let start, let end) = self { start || end } else { false }
    }
  }

  /// Why there is no footprint.
  public enum Gap: Hashable, Sendable {
    case noFirstDay
    case noNotice
    case noStatement
    /// The statement would be due before the notice.
    case backwards
  }

  public init(_ inspection: Inspection, _ calendar: WorkingDays) {
    let framework = inspection.framework
    (row, day, isJoint) = (inspection.row, inspection.date, inspection.isJoint)
    area = inspection.record.reference(.area)
    self.framework = framework?.row
    (onSite, length) = Self.onSite(inspection, framework, calendar)
    workingDays =
      switch length {
      case .stated, .assumed: onSite.map(calendar.count)
      case .filled: framework?.onSite
      case .inParts, .wholeExercise, .unknown: nil
      }
    footprint = Self.footprint(inspection, framework, calendar)
  }

  private static func onSite(
    _ inspection: Inspection, _ framework: Framework?, _ calendar: WorkingDays
  ) -> (ClosedRange<Int>?, Length) {
    if inspection.lacksDaysOnSite { return (nil, .wholeExercise) }
    guard let first = inspection.from?.ordinal else {
      // Without any date it would fall in no year.
      let isFilled = inspection.date != nil && (framework?.onSite ?? 0) > 0
      return (nil, isFilled ? .filled : .unknown)
    }
    if let last = inspection.to?.ordinal, last >= first {
      let days = (first...last).days
      let isLong = framework?.calendarDays.map { days - $0 > $0 } ?? false
      return (first...last, isLong ? .inParts : .stated)
    }
    guard inspection.to == nil, let days = framework?.onSite, days > 0 else {
      return (first...first, .unknown)
    }
    return (first...max(first, calendar.day(days, from: first - 1)), .assumed)
  }

  private static func footprint(
    _ inspection: Inspection, _ framework: Framework?, _ calendar: WorkingDays
  ) -> Footprint {
    let notified = inspection.notified?.ordinal
    let due = inspection.statementDue?.ordinal
    let assumedStart = inspection.from?.ordinal.flatMap { from in
      // An exercise begins when the area is told of it.
      inspection.lacksDaysOnSite
        ? from
        : framework?.notice.map { calendar.day(-$0, from: from) }
    }
    let assumedEnd = inspection.published?.ordinal.flatMap { published in
      framework?.statement.map { calendar.day($0, from: published) }
    }
    guard let start = notified ?? assumedStart else {
      return .none(inspection.from?.ordinal == nil ? .noFirstDay : .noNotice)
    }
    guard let end = due ?? assumedEnd else { return .none(.noStatement) }
    guard start <= end else { return .none(.backwards) }
    return .days(start...end, isStartAssumed: notified == nil, isEndAssumed: due == nil)
  }
}

extension Visit.Length {
  /// Whether the working days on site are those of the framework.
  var isFromFramework: Bool { self == .assumed || self == .filled }
}

extension Visit {
  /// The year it is counted in: that of its first day.
  public var year: Int? { day?.year }
  /// The first day as an ordinal; nil where it is known to the month or the year alone.
  public var start: Int? { onSite?.lowerBound ?? day?.ordinal }

  /// The visits of some inspections by their first day, those without one last. O(n log n).
  public static func all(_ inspections: [Inspection], _ calendar: WorkingDays) -> [Visit] {
    inspections.map { Visit($0, calendar) }.sorted { a, b in
      (a.start ?? .max, a.day?.description ?? "9", a.row.number)
        < (b.start ?? .max, b.day?.description ?? "9", b.row.number)
    }
  }
}

extension ClosedRange<Int> {
  /// CD: the calendar days from the first to the last, both counted.
  var days: Int { upperBound - lowerBound + 1 }

  /// The years it touches.
  var years: ClosedRange<Int> {
    let (first, last) = (Day(ordinal: lowerBound)?.year ?? 0, Day(ordinal: upperBound)?.year ?? 0)
    return first...Swift.max(first, last)
  }
}
