import InspectionModel

/// Inspections in the order of a trend: by year, by theme, or by theme as they came.
struct TrendGroups {
  /// Those that stand together at one point.
  struct Group {
    /// `2016`, or `Neglect` with the years it took.
    let label: String
    var inspections: [Inspection] = []
  }

  private(set) var groups: [Group] = []
  /// Those that stand nowhere: without a date, or without a theme.
  let left: [Inspection]

  /// O(inspections · log of those).
  init(_ inspections: [Inspection], over: TrendOver, _ start: YearStart, _ register: Register) {
    switch over {
    case .year:
      left = inspections.filter { $0.date == nil }
      let years = Dictionary(grouping: inspections.filter { $0.date != nil }) { inspection in
        inspection.date.map(start.year) ?? 0
      }
      groups = Self.all(years.keys.sorted()).map { year in
        Group(label: start.name(year), inspections: years[year] ?? [])
      }
    case .theme:
      left = inspections.filter { $0.theme == nil }
      groups = Self.themes(inspections, register).sorted { $0.0.number < $1.0.number }.map(\.1)
    case .round:
      left = inspections.filter { $0.theme == nil || $0.date == nil }
      let dated = inspections.filter { $0.date != nil }.sorted { a, b in
        guard let one = a.date, let other = b.date else { return false }
        return (one, a.key) < (other, b.key)
      }
      groups = Self.themes(dated, register).map { _, group in
        Group(label: group.label + Self.years(of: group), inspections: group.inspections)
      }
    }
  }

  /// The years between too, so that a pause shows; not where a date is far off, and likely wrong.
  private static func all(_ years: [Int]) -> [Int] {
    guard let first = years.first, let last = years.last, last - first < 40 else { return years }
    return Array(first...last)
  }

  /// Themes as they come.
  private static func themes(
    _ inspections: [Inspection], _ register: Register
  ) -> [(Row, Group)] {
    var groups: [(Row, Group)] = []
    var places: [Row: Int] = [:]
    for inspection in inspections {
      guard let theme = inspection.theme else { continue }
      if let place = places[theme.row] {
        groups[place].1.inspections.append(inspection)
      } else {
        places[theme.row] = groups.count
        groups.append((theme.row, Group(label: theme.name, inspections: [inspection])))
      }
    }
    return groups
  }

  /// ` 2016–17`, of some with dates in their order.
  private static func years(of group: Group) -> String {
    guard let first = group.inspections.first?.date?.year,
      let last = group.inspections.last?.date?.year
    else { return "" }
    let end = last % 100
    return first == last ? " \(first)" : " \(first)–\(end < 10 ? "0" : "")\(end)"
  }
}
