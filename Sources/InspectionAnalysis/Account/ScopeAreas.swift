import InspectionModel

/// The terms of a filter that are about areas with all that happened in them, and about when:
/// `areas-of:first:6`, `place:cumbria`, `in:2014..2017`.
struct ScopeAreas: Hashable, Sendable {
  /// The days in which the inspections must lie; nil where that is not asked.
  private(set) var window: Window?
  /// Filters of which the areas are meant, with all their inspections.
  private var areasOf: [Scope] = []
  /// The names of places; an empty one stands for all of them.
  private var placeNames: [Substring] = []

  /// Takes a term if it is one of these.
  ///
  /// - Returns: whether it was.
  /// - Throws: what is wrong with it, with the column in the whole text.
  mutating func accept(
    _ word: Substring, at column: Int, _ register: Register?
  ) throws(QueryProblem) -> Bool {
    if word.hasPrefix("in:") {
      window = try Self.window(word, at: column)
    } else if word.hasPrefix("areas-of:") {
      // Nothing is typed yet: nothing is asked.
      if word.count > 9 {
        areasOf.append(try Self.inner(word.dropFirst(9), at: column + 9, register))
      }
    } else if word.hasPrefix("place:") {
      try Self.check(place: word.dropFirst(6), at: column + 1, register)
      placeNames += word.dropFirst(6).split(separator: ",", omittingEmptySubsequences: false)
    } else {
      return false
    }
    return true
  }

  /// What is wrong is said as it is of any term on days: `to:` is as long as `in:`.
  private static func window(
    _ word: Substring, at column: Int
  ) throws(QueryProblem) -> Window? {
    let days = word.dropFirst(3)
    if let window = Window(days) { return window }
    var terms = ScopeTerms()
    terms.add("to:" + days, at: column)
    _ = try terms.query(on: .inspection, nil)
    return nil
  }

  /// A filter in a filter, its quotes left out.
  private static func inner(
    _ text: Substring, at column: Int, _ register: Register?
  ) throws(QueryProblem) -> Scope {
    let bare = String(text.map { $0 == "\"" ? " " : $0 })
    return try Scope(String(repeating: " ", count: column - 1) + bare, in: register)
  }

  /// What is wrong is said as it is of any term on areas, which is one letter shorter.
  private static func check(
    place: Substring, at column: Int, _ register: Register?
  ) throws(QueryProblem) {
    var terms = ScopeTerms()
    terms.add("area:" + place, at: column)
    _ = try terms.query(on: .inspection, register)
  }

  /// The places asked for: of every name those that are called so; nil where no place is.
  /// O(areas).
  func places(in register: Register) -> [Place]? {
    guard !placeNames.isEmpty else { return nil }
    let all = Place.all(in: register)
    if placeNames.contains("") { return all }
    let named = Set(
      placeNames.flatMap { name in
        register.row(.area, key: String(name)).map { [$0] } ?? Self.areas(called: name, register)
      })
    return all.filter { !named.isDisjoint(with: $0.areas) }
  }

  private static func areas(called name: Substring, _ register: Register) -> [Row] {
    let name = name.filter { $0 != "\"" }.lowercased()
    return register.all(Area.self).filter { area in
      area.key.lowercased().contains(name) || area.name.lowercased().contains(name)
    }.map(\.row)
  }

  /// Of some inspections those in these areas and days.
  func narrowed(_ inspections: [Inspection], in register: Register) -> [Inspection] {
    let areas = areas(in: register)
    return inspections.filter { inspection in
      let isThere =
        areas.map { areas in
          inspection.record.reference(.area).map(areas.contains) ?? false
        } ?? true
      return isThere && window.map { $0.contains(inspection.date) } ?? true
    }
  }

  /// The areas that must be those of the inspections; nil where any may.
  private func areas(in register: Register) -> Set<Row>? {
    let sets =
      areasOf.map { scope in
        Set(scope.inspections(in: register).compactMap { $0.record.reference(.area) })
      } + (places(in: register).map { [Set($0.flatMap(\.areas))] } ?? [])
    guard let first = sets.first else { return nil }
    return sets.dropFirst().reduce(first) { $0.intersection($1) }
  }
}
