import InspectionModel

/// What joint inspections added, beside all inspections of the same areas: what is added to a few
/// areas is little beside the load of all of England.
///
/// O(inspections) a row.
struct SameAreas {
  let register: Register
  let threshold: Int
  /// All that the register has, by the first day.
  private let all: [Visit]
  /// Areas with a joint inspection, each with the first days of those.
  private let joint: [Row: [Int?]]

  /// Inspections that are looked at together.
  struct Group {
    let name: String
    let visits: [Visit]
    let load: Load
  }

  init(beside burden: Burden) {
    (register, threshold) = (burden.register, burden.threshold)
    // All are all that were looked at, as often as nothing narrows them.
    all =
      burden.visits.count == register.count(.inspection)
      ? burden.visits : Visit.all(register.all(Inspection.self), burden.calendar)
    joint = Dictionary(grouping: all.filter(\.isJoint)) { $0.area }
      .reduce(into: [:]) { areas, entry in
        if let area = entry.key { areas[area] = entry.value.map(\.start) }
      }
  }

  /// All inspections, those of areas with a joint one, and those within a year of it.
  var usual: [Group] {
    let same = all.filter { $0.area.map { joint[$0] != nil } ?? false }
    return [
      group("all areas and years", all),
      group("areas with a joint inspection, all years", same),
      group("those areas, within a year of a joint one", same.filter(isNearJoint)),
    ].filter { !$0.visits.isEmpty }
  }

  /// All inspections of the areas that some are of; and those in a time, or else in the years from
  /// the first of them to the last.
  func inQuestion(_ visits: [Visit], _ window: Window?) -> [Group] {
    let areas = Set(visits.compactMap(\.area))
    let same = all.filter { $0.area.map(areas.contains) ?? false }
    let years = visits.compactMap(\.year)
    let first = years.min().flatMap { Day(year: $0) }
    let window = window ?? Window(first, years.max().flatMap { Day(year: $0) })
    let then = same.filter { window.contains($0.day) }
    return [group("the areas in question, all years", same)].filter { !$0.visits.isEmpty }
      + (then.isEmpty || then.count == same.count
        ? [] : [group("the areas in question, \(window.phrase)", then)])
  }

  private func group(_ name: String, _ visits: [Visit]) -> Group {
    Group(name: name, visits: visits, load: Load(visits, threshold: threshold))
  }

  private func isNearJoint(_ visit: Visit) -> Bool {
    guard let day = visit.start, let area = visit.area else { return false }
    return joint[area]?.contains { $0.map { abs($0 - day) <= 365 } ?? false } ?? false
  }
}

extension SameAreas.Group {
  var joint: [Visit] { visits.filter(\.isJoint) }
  var jointDays: Int { joint.compactMap(\.workingDays).reduce(0, +) }

  /// `30 of 131 working days on site (23 %)`; nil where no days are known.
  var share: String? {
    isJointKnown
      ? Proportion(jointDays, of: load.onSiteDays).percent.map {
        "\(jointDays) of \(load.onSiteDays) working days on site (\($0))"
      } : nil
  }

  /// Whether the days of any joint inspection are known, where there is one.
  private var isJointKnown: Bool {
    joint.isEmpty || joint.contains { $0.workingDays != nil }
  }

  fileprivate var percentage: Figure {
    (isJointKnown ? Figure.Value.percentage(jointDays, of: load.onSiteDays) : nil)
      .map { Figure($0, basis: joint.map(\.row)) }
      ?? .unknown("the days on site of these inspections are not known")
  }
}

extension SameAreas {
  static func grid(_ groups: [Group]) -> Grid {
    Grid(
      title: "Against the same areas", corner: "inspections of", rows: groups, named: \.name,
      columns: [
        Grid.Column("areas") { Figure(.count(Set($0.visits.compactMap(\.area)).count)) },
        Grid.Column("inspections", short: "n") { .count($0.load.rows) },
        Grid.Column("of them joint", short: "joint n") { .count($0.joint.map(\.row)) },
        Grid.Column("working days on site", short: "on site") { LoadFigures($0.load).onSite },
        Grid.Column("working days of joint ones", short: "joint") {
          LoadFigures.days($0.jointDays, of: $0.joint)
        },
        Grid.Column("joint ones, % of the days", short: "joint %", \.percentage),
        Grid.Column("working days filled in", short: "filled") { LoadFigures($0.load).assumedDays },
        Grid.Column("inspections with days not known", short: "n/k") {
          LoadFigures($0.load).unmeasured
        },
      ],
      notes: [
        "All inspections of these areas that the register has, whatever their framework. The fewer "
          + "areas and years without a joint one are counted, the more the joint ones weigh.",
        "Within a year of a joint inspection there always is that one: look at what is beside it, "
          + "not at the share.",
      ])
  }
}
