public import InspectionModel

/// Areas that follow one another as one place: one that is no more, and those that took over from
/// it.
public struct Place: Hashable, Sendable {
  /// Those that are no more first; in the order of the register.
  public let areas: [Row]

  /// The area it is found under: one that there still is, if there is one.
  public var row: Row { areas[areas.count - 1] }

  /// `Dorset County, Dorset`.
  func name(in register: Register) -> String {
    listed(areas.map { register.view($0, as: Area.self).name }, upTo: areas.count)
  }

  /// Every area in its place, one of its own where it has neither a successor nor was one.
  /// O(areas · log areas).
  static func all(in register: Register) -> [Place] {
    var root: [Row: Row] = [:]
    func find(_ row: Row) -> Row {
      var row = row
      while let next = root[row], next != row { row = next }
      return row
    }
    let areas = register.all(Area.self)
    for area in areas {
      for next in area.successors { root[find(area.row)] = find(next.row) }
    }
    let places = Dictionary(grouping: areas) { find($0.row) }
    return places.values.map { areas in
      Place(areas: (areas.filter { $0.to != nil } + areas.filter { $0.to == nil }).map(\.row))
    }.sorted { $0.row.number < $1.row.number }
  }
}
