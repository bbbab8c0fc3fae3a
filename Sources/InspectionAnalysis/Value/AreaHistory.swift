import InspectionModel

/// The full inspections of areas, whatever the area was called at the time: those of the areas that
/// came before it count before, and those of the areas that came after it count after.
///
/// Where an area was split or several were merged, all the parts count, so that one inspection may
/// follow two, or two one. O(inspections) to make; asking is O(inspections of the area).
struct AreaHistory {
  /// Frameworks under which all of a council's work with children is inspected, and graded overall
  /// until April 2026.
  static let full: Set<String> = ["ilacs", "ilacs-short", "sif", "tlac"]

  /// All of them, in the order of the register.
  let full: [Inspection]
  private let fullOf: [Row: [Inspection]]
  private let jointOf: [Row: [Inspection]]
  private let former: [Row: [Row]]
  private let later: [Row: [Row]]

  init(_ register: Register) {
    let all = register.all(Inspection.self)
    full = all.filter { $0.framework.map { Self.full.contains($0.key) } ?? false }
    fullOf = Self.byArea(full)
    jointOf = Self.byArea(all.filter(\.isJoint))
    var (former, later): ([Row: [Row]], [Row: [Row]]) = ([:], [:])
    for area in register.all(Area.self) {
      for successor in area.successors {
        later[area.row, default: []].append(successor.row)
        former[successor.row, default: []].append(area.row)
      }
    }
    (self.former, self.later) = (former, later)
  }

  private static func byArea(_ inspections: [Inspection]) -> [Row: [Inspection]] {
    var byArea: [Row: [Inspection]] = [:]
    for inspection in inspections {
      if let area = inspection.area { byArea[area.row, default: []].append(inspection) }
    }
    return byArea
  }

  /// Those that were published before a day, the latest first.
  func published(before day: Day, in area: Row) -> [Inspection] {
    var before: [(day: Day, inspection: Inspection)] = []
    for inspection in reach(from: area, former).flatMap({ fullOf[$0] ?? [] }) {
      guard let out = inspection.cameOut, out < day else { continue }
      before.append((out, inspection))
    }
    before.sort { a, b in a.day == b.day ? a.inspection.key < b.inspection.key : a.day > b.day }
    return before.map(\.inspection)
  }

  /// The first that began after a day.
  func next(after day: Day, in area: Row) -> Inspection? {
    var first: (day: Day, inspection: Inspection)?
    for inspection in reach(from: area, later).flatMap({ fullOf[$0] ?? [] }) {
      guard let begun = inspection.date, begun.isSurelyAfter(day) else { continue }
      let isFirst = first.map { ($0.day, $0.inspection.key) > (begun, inspection.key) } ?? true
      if isFirst { first = (begun, inspection) }
    }
    return first?.inspection
  }

  /// The joint inspections of an area, of those it came from and of those it became.
  func joint(in area: Row) -> [Inspection] {
    Set(reach(from: area, later) + reach(from: area, former)).flatMap { jointOf[$0] ?? [] }
  }

  /// An area and all that a chain of links leads to, each once.
  private func reach(from area: Row, _ links: [Row: [Row]]) -> [Row] {
    var reached = [area]
    var at = 0
    while at < reached.count {
      reached += (links[reached[at]] ?? []).filter { !reached.contains($0) }
      at += 1
    }
    return reached
  }
}

extension Inspection {
  /// The day of its report, else that of the listing.
  fileprivate var cameOut: Day? { published ?? listed }
  /// The last day known of it.
  var lastDay: Day? { to ?? date }
}

extension Day {
  /// Whether it is later even where the other one is only a month or a year.
  fileprivate func isSurelyAfter(_ other: Day) -> Bool {
    guard year == other.year, other.day == nil else { return self > other }
    return other.month.map { mine in month.map { $0 > mine } ?? false } ?? false
  }
}
