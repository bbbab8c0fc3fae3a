import InspectionModel

/// How the figures come about, and what they lack.
extension Burden {
  static func method(_ threshold: Int) -> [String] {
    [
      "Working days are Monday to Friday without the bank holidays of England that the register "
        + "lists (https://www.gov.uk/bank-holidays).",
      "Days on site: working days from the first to the last, both counted. Where they are not "
        + "stated, as many as the framework has: from the first day on, or, where that is not "
        + "known either, in the year of the report. Those are marked as filled in.",
      "Most in 365 days: by the first day on site, or where it is not known by that of the report.",
      "Footprint: calendar days from notice to the day the statement of action is due. Notice is "
        + "the day the area was told, else so many working days before the first on site as the "
        + "framework has; the statement is due on the day the letter names, else so many working "
        + "days after the letter.",
      "Gap: days from the last on site of one inspection to the first of the next; close if under "
        + "\(threshold), a threshold of our own.",
      "An agency is in scope where its inspectorate took part; Ofsted alone looks at children's "
        + "social care, HMI Probation alone at youth justice.",
    ]
  }

  /// What is missing, a sentence each. O(visits).
  func gaps(_ visits: [Visit]) -> [String] {
    var gaps: [String] = []
    let without = visits.filter { $0.onSite == nil && $0.length == .unknown && $0.day != nil }
    if !without.isEmpty {
      gaps.append(
        "\(counted(without.count, "inspection")) without a first day on site, under "
          + "\(names(without)): they count as inspections, on the day of their report, and have no "
          + "days and no gaps."
      )
    }
    let undated = visits.filter { $0.day == nil }
    if !undated.isEmpty {
      gaps.append(
        "\(counted(undated.count, "inspection")) without any date, under \(names(undated)): "
          + "counted apart, in no year and with no days."
      )
    }
    let filled = visits.filter { $0.length == .filled }
    if !filled.isEmpty {
      gaps.append(
        "\(counted(filled.count, "inspection")) with all \(days(filled)) filled in from the "
          + "framework, under \(names(filled)): nobody knows which days, so they have no gaps."
      )
    }
    let alone = visits.filter { $0.onSite != nil && $0.length == .unknown }
    if !alone.isEmpty {
      gaps.append(
        "\(counted(alone.count, "inspection")) with only the first day known, under "
          + "\(names(alone)): their days on site are in no sum, and a gap after them is at most "
          + "what is shown."
      )
    }
    let parts = visits.filter { $0.length == .inParts }
    if !parts.isEmpty {
      gaps.append(
        "\(counted(parts.count, "inspection")) under \(names(parts)) in parts, with more than "
          + "twice the usual days from the first to the last: their days on site are in no sum.")
    }
    let whole = visits.filter { $0.length == .wholeExercise }
    if !whole.isEmpty {
      gaps.append(
        "\(counted(whole.count, "inspection")) under \(names(whole)) with days that span the whole "
          + "exercise: the days on site are not known, are in no sum and leave no gap.")
    }
    let assumed = visits.filter { $0.length == .assumed }
    if !assumed.isEmpty {
      gaps.append(
        "\(counted(assumed.count, "inspection")) under \(names(assumed)) with the last day filled "
          + "in from the framework: \(days(assumed))."
      )
    }
    return gaps + footprintGaps(visits) + calendarGaps(visits) + coverageGaps
  }

  /// Which years of each framework are in the register, and which frameworks are not at all: what
  /// lies outside was not without inspections. O(inspections).
  private var coverageGaps: [String] {
    var years: [Row: ClosedRange<Int>] = [:]
    for inspection in register.all(Inspection.self) {
      guard let framework = inspection.framework?.row, let year = inspection.date?.year else {
        continue
      }
      let known = years[framework] ?? year...year
      years[framework] = min(known.lowerBound, year)...max(known.upperBound, year)
    }
    let frameworks = register.all(Framework.self)
    let known = frameworks.compactMap { framework in
      years[framework.row].map { years in
        let last = years.count == 1 ? "" : " to \(years.upperBound)"
        return "\(framework.shortName) \(years.lowerBound)\(last)"
      }
    }
    let unknown = frameworks.filter { years[$0.row] == nil }.map(\.shortName)
    guard !known.isEmpty else { return [] }
    let others = unknown.isEmpty ? "" : "; none of \(listed(unknown, upTo: unknown.count))"
    return [
      "The register has inspections of these years: \(listed(known, upTo: known.count))\(others). "
        + "Inspections that it lacks are not counted."
    ]
  }

  private func footprintGaps(_ visits: [Visit]) -> [String] {
    let reasons: [(Visit.Gap, String)] = [
      (.noNotice, "no notice was found"), (.noStatement, "no time for a statement was found"),
      (.backwards, "the statement would be due before the notice"),
    ]
    var gaps = reasons.compactMap { gap, words -> String? in
      let lacking = visits.filter { $0.footprint == .none(gap) }
      guard !lacking.isEmpty else { return nil }
      return
        "No footprint for \(counted(lacking.count, "inspection")) under \(names(lacking)): "
        + "\(words)."
    }
    let half = visits.filter(\.footprint.isAssumed)
    if !half.isEmpty {
      gaps.append(
        "\(counted(half.count, "footprint")) with an end filled in from the framework, mostly the "
          + "notice."
      )
    }
    return gaps
  }

  private func calendarGaps(_ visits: [Visit]) -> [String] {
    let years = visits.flatMap { visit in
      [visit.onSite?.years, visit.footprint.days?.years].compactMap(\.self).flatMap { Array($0) }
    }
    let unlisted = calendar.unlisted(years)
    var gaps: [String] = []
    if !unlisted.isEmpty {
      let list = listed(unlisted.map { String($0) })
      gaps.append("The register lists no bank holidays for \(list): only weekends are left out.")
    }
    if !staffTime.unusable.isEmpty {
      gaps.append(
        "\(counted(staffTime.unusable.count, "estimate")) not counted: the range does not ascend, "
          + "or it is about nothing."
      )
    }
    return gaps
  }

  /// `24 days on site`, of some visits together.
  private func days(_ visits: [Visit]) -> String {
    "\(visits.compactMap(\.workingDays).reduce(0, +)) days on site"
  }

  /// The frameworks of some visits, by the names that people use.
  private func names(_ visits: [Visit]) -> String {
    let rows = visits.compactMap(\.framework).unique
    return listed(rows.map { register.view($0, as: Framework.self).shortName })
  }
}
