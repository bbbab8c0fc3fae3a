import InspectionModel

/// Comparisons that somebody is likely to ask for next, each a filter that opens.
struct ComparisonPresets {
  private let register: Register
  private let reading: Reading
  /// The area of all inspections on the left; nil where they are of several.
  private let area: Area?
  /// The inspections on the left, the earliest first.
  private let inspections: [Inspection]

  init(of inspections: [Inspection], _ reading: Reading, in register: Register) {
    (self.inspections, self.reading, self.register) = (inspections, reading, register)
    let areas = Set(inspections.compactMap { $0.area?.row })
    area = areas.count == 1 ? areas.first.map { register.view($0) } : nil
  }

  var grid: Grid {
    Grid(
      title: "Other comparisons", corner: "of what", rows: rows, named: \.name,
      columns: [
        Grid.Column("filter") { row in
          let request = AccountRequest(.compare, filter: row.filter).read(reading)
          return Figure(.phrase(request.filter), opens: request)
        }
      ])
  }

  private typealias Preset = (name: String, filter: String)

  private var rows: [Preset] {
    ofArea + [("the first rounds beside those since 2022", "from:2016..2020 vs from:2022..2025")]
      + ofThemes
  }

  private var ofArea: [Preset] {
    guard let area else { return [] }
    let others = area.neighbours.map(\.key).joined(separator: ",")
    let region = area.region.map { "\"\($0)\"" }
    return [
      others.isEmpty
        ? nil
        : ("\(area.name) beside its statistical neighbours", "area:\(area.key) vs area:\(others)"),
      region.map {
        (
          "\(area.name) beside the rest of its region",
          "area:\(area.key) vs region:\($0) !area:\(area.key)"
        )
      },
      beforeAndAfter(area),
    ].compactMap(\.self)
  }

  /// All reports on the area before its first joint inspection beside those after it.
  private func beforeAndAfter(_ area: Area) -> Preset? {
    guard let first = inspections.first(where: \.isJoint)?.from,
      let day = first.ordinal, let before = Day(ordinal: day - 1), let after = Day(ordinal: day + 1)
    else { return nil }
    let frameworks = register.all(Framework.self).map(\.key).joined(separator: ",")
    let all = "area:\(area.key) framework:\(frameworks)"
    return (
      "\(area.name) before and after its joint inspection",
      "\(all) from:..\(before) vs \(all) from:\(after).."
    )
  }

  private var ofThemes: [Preset] {
    let themes = register.all(Inspection.self).filter(\.isJoint).compactMap(\.theme?.row)
    return Set(themes).sorted { $0.number < $1.number }.map { row in
      let theme = register.view(row, as: Theme.self)
      return ("\(theme.name) beside the rest", "theme:\(theme.key)")
    }
  }
}
