public import InspectionModel

/// All rounds of joint inspections on one time line: a lane a theme, in the order in which they
/// came.
public struct Programme: Sendable {
  private let register: Register
  private let inspections: [(day: Day, inspection: Inspection)]
  private let to: Day

  /// The programme began in this year.
  private static let firstYear = 2016

  /// - Parameter to: the last day shown, unless an inspection is later.
  ///
  /// O(inspections · log of those).
  public init(_ register: Register, to: Day) {
    self.register = register
    self.to = to
    inspections = register.all(Inspection.self).filter(\.isJoint)
      .compactMap { inspection in inspection.date.map { ($0, inspection) } }
      .sorted { ($0.0, $0.1.key) < ($1.0, $1.1.key) }
  }

  /// Bars where days on site are known to the day, points at the day of the letter or its listing
  /// else.
  public var timeline: Timeline {
    let themes = inspections.map { $0.inspection.theme?.row }.unique
    let lanes = themes.map { theme in
      Timeline.Lane(
        theme.map { register.view($0, as: Theme.self).name } ?? "theme not known",
        inspections.filter { $0.inspection.theme?.row == theme }.map(span))
    }
    let years = inspections.map(\.day.year)
    let first = Day(year: min(Self.firstYear, years.min() ?? Self.firstYear), month: 1, day: 1)
    let last = max(to.lastDay, Day(year: years.max() ?? to.year, month: 12, day: 31) ?? to)
    return Timeline(
      title: "The programme: \(counted(inspections.count, "joint inspection")), by theme",
      from: first ?? to, to: last, lanes: lanes + decided,
      notes: inspections.isEmpty
        ? ["The register has no joint inspection with a date."]
        : [
          "A point is the day of the letter or of its listing, where the days on site are not "
            + "known."
        ])
  }

  private func span(_ day: Day, _ inspection: Inspection) -> Timeline.Span {
    guard let from = inspection.from else {
      return Timeline.Span(
        inspection.title, from: day, to: day, kind: .event, basis: [inspection.row])
    }
    return Timeline.Span(
      inspection.title, from: from, to: max(from, inspection.to ?? from), kind: .onSite,
      basis: [inspection.row])
  }

  /// A lane of the decisions at pause points, if there are any.
  private var decided: [Timeline.Lane] {
    let spans = register.all(PausePoint.self).compactMap { point in
      point.decided.map {
        Timeline.Span(
          "\(point.name): \(point.outcome?.rawValue ?? "decided")", from: $0, to: $0, kind: .event,
          basis: [point.row])
      }
    }
    return spans.isEmpty ? [] : [Timeline.Lane("decisions", spans)]
  }
}
