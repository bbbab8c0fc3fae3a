/// What each framework grades, and from when on.
///
/// From the frameworks as published and the reports themselves: care leavers have had a grade of
/// their own in inspections since January 2023, and no overall grade is given in those from
/// 27 April 2026 on. Of a framework that is not here, nothing is said.
public enum FrameworkAspects {
  /// The aspects judged in inspections that begin on a day or later.
  private struct Period {
    let from: Day?
    let aspects: [Aspect]
  }

  private static let periods: [String: [Period]] = [
    "ilacs": ilacs,
    "ilacs-short": ilacs,
    "sif": [
      Period(
        from: nil,
        aspects: [
          .overall, .leaders, .helpAndProtection, .inCare, .careLeavers, .adoption, .lscb,
        ])
    ],
    "tlac": [Period(from: nil, aspects: [.overall, .leaders, .inCare, .careLeavers, .adoption])],
    "lscb-review": [Period(from: nil, aspects: [.lscb])],
    "area-send": [Period(from: nil, aspects: [.send])],
    "youth-justice": [Period(from: nil, aspects: [.overall])],
  ]

  private static let ilacs = [
    Period(from: nil, aspects: [.overall, .leaders, .helpAndProtection, .inCareAndCareLeavers]),
    Period(
      from: Day(year: 2023, month: 1, day: 1),
      aspects: [.overall, .leaders, .helpAndProtection, .inCare, .careLeavers]),
    Period(
      from: Day(year: 2026, month: 4, day: 27),
      aspects: [.leaders, .helpAndProtection, .inCare, .careLeavers]),
  ]

  /// Frameworks under which councils were “adequate” where they would “require improvement” now.
  private static let former: Set<String> = ["slac", "cpi", "tlac"]

  /// Whether it is known which aspects are graded under a framework.
  public static func knows(_ framework: String) -> Bool { periods[framework] != nil }

  /// The aspects that are graded under a framework in an inspection of a day; nil where nobody
  /// knows, or where the day is too vague to say.
  public static func aspects(of framework: String, on day: Day?) -> [Aspect]? {
    guard let periods = periods[framework] else { return nil }
    guard periods.count > 1 else { return periods[0].aspects }
    guard let day else { return nil }
    func last(on day: UInt32) -> Int? {
      periods.lastIndex { ($0.from?.packed ?? 0) <= day }
    }
    // A month or a year may lie in two periods: by its first day and by its last.
    let lastDay = day.packed | (day.month == nil ? 12 << 5 : 0) | (day.day == nil ? 31 : 0)
    guard let first = last(on: day.packed), first == last(on: lastDay) else { return nil }
    return periods[first].aspects
  }

  /// The grades that an aspect can have; of those for councils both scales where the framework is
  /// not known.
  public static func scale(of aspect: Aspect, under framework: String?) -> [Grade] {
    if aspect == .send { return Grade.send }
    guard let framework else { return Grade.council + [.adequate] }
    return former.contains(framework) ? Grade.formerCouncil : Grade.council
  }
}
