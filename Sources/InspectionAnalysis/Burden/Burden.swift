public import InspectionModel

/// What inspections ask of areas, bodies and agencies, with the joint ones and without.
///
/// One pass over the inspections, then O(n log n) for each area and body; nothing depends on
/// passages or contributions.
public struct Burden: Sendable {
  let register: Register
  let calendar: WorkingDays
  let staffTime: StaffTime
  /// The fewest days that are to lie between two inspections of an area.
  public let threshold: Int
  /// When the years begin by which days are counted.
  public let yearStart: YearStart
  /// Every inspection, by its first day.
  public let visits: [Visit]
  /// The areas with inspections, those with the most days on site first.
  public let areas: [Part]
  /// Bodies whose kind was in scope of an inspection of an area that they cover, those with the
  /// most days on site first.
  public let bodies: [Part]
  /// Kinds of agency, in the order of the register.
  public let agencies: [Part]
  public let frameworks: [UnderFramework]
  /// Areas that count as one, by the one that it is found under.
  let places: [Row: Place]

  /// The threshold unless another is asked for, in days. Defined here.
  public static let usualThreshold = 90

  /// The load of one area, body or kind of agency.
  public struct Part: Sendable {
    public let row: Row
    public let all: Load
    /// The same as if there had been no joint inspections.
    public let withoutJoint: Load

    public var joint: [Visit] { all.visits.filter(\.isJoint) }
    /// Working days on site that the joint inspections added.
    public var added: Int { all.onSiteDays - withoutJoint.onSiteDays }
    /// Whether the days of any joint inspection are known, where there is one.
    var isAddedKnown: Bool { joint.isEmpty || joint.contains { $0.workingDays != nil } }
  }

  /// - Parameters:
  ///   - inspections: which to count; all of them where nil.
  ///   - places: areas that are to count as one.
  public init(
    _ register: Register, inspections: [Row]? = nil, threshold: Int = Burden.usualThreshold,
    yearStart: YearStart = .january, places: [Place] = []
  ) {
    (self.register, self.threshold, self.yearStart) = (register, threshold, yearStart)
    let places = places.filter { $0.areas.count > 1 }
    self.places = Dictionary(uniqueKeysWithValues: places.map { ($0.row, $0) })
    let chosen =
      inspections?.map { register.view($0, as: Inspection.self) } ?? register.all(Inspection.self)
    let calendar = WorkingDays(register)
    let visits = Visit.all(chosen, calendar)
    (self.calendar, self.visits, staffTime) = (calendar, visits, StaffTime(register))
    func part(_ row: Row, _ visits: [Visit]) -> Part {
      Part(
        row: row, all: Load(visits, threshold: threshold),
        withoutJoint: Load(visits.filter { !$0.isJoint }, threshold: threshold))
    }
    let byArea = Dictionary(grouping: visits.filter { $0.area != nil }) { $0.area }
    let found = Dictionary(
      uniqueKeysWithValues: places.flatMap { place in place.areas.map { ($0, place.row) } })
    let byPlace =
      places.isEmpty
      ? byArea
      : Dictionary(grouping: visits.filter { $0.area != nil }) { visit in
        visit.area.map { found[$0] ?? $0 }
      }
    areas = byPlace.compactMap { area, visits in area.map { part($0, visits) } }
      .sorted(by: Self.isHeavier)
    let scope = AgencyScope(register)
    let scopes = Dictionary(
      uniqueKeysWithValues: chosen.map { ($0.row, Set(scope.agencies(of: $0))) })
    bodies = register.all(Body.self).compactMap { body in
      guard let kind = body.agency?.row else { return nil }
      let met = body.covers.flatMap { byArea[$0.row] ?? [] }
        .filter { scopes[$0.row]?.contains(kind) ?? false && body.existed(on: $0.day) }
      return met.isEmpty
        ? nil : part(body.row, met.sorted { ($0.start ?? .max) < ($1.start ?? .max) })
    }.sorted(by: Self.isHeavier)
    agencies = register.rows(.agency).compactMap { kind in
      let met = visits.filter { scopes[$0.row]?.contains(kind) ?? false }
      return met.isEmpty ? nil : part(kind, met)
    }
    frameworks = UnderFramework.all(visits, register)
  }

  private static func isHeavier(_ a: Part, _ b: Part) -> Bool {
    (b.all.onSiteDays, b.all.events, a.row.number) < (a.all.onSiteDays, a.all.events, b.row.number)
  }

  /// The load of one area, body or kind of agency; nil where it has no inspection among those
  /// counted.
  public func part(_ row: Row) -> Part? {
    let row = places.first { $0.value.areas.contains(row) }?.key ?? row
    return [areas, bodies, agencies].lazy.joined().first { $0.row == row }
  }

  /// What an area, a body or a kind of agency is called; of a place, all that it was and is.
  func name(_ row: Row) -> String {
    places[row]?.name(in: register) ?? register[row].text(.name) ?? register[row].key
  }
}

/// How long inspections under one framework take.
public struct UnderFramework: Sendable {
  public let row: Row
  public let visits: [Visit]
  /// Calendar days from the first to the last on site, of those of which both are stated.
  public let stays: [Int]
  /// Calendar days from the last on site to the letter, by the year of the first day.
  public let waits: [(row: Row, year: Int, days: Int)]

  /// O(visits), in the order of the register.
  static func all(_ visits: [Visit], _ register: Register) -> [UnderFramework] {
    let byFramework = Dictionary(grouping: visits) { $0.framework }
    return register.rows(.framework).compactMap { row in
      byFramework[row].map { visits in
        UnderFramework(row: row, visits: visits, register)
      }
    }
  }

  private init(row: Row, visits: [Visit], _ register: Register) {
    (self.row, self.visits) = (row, visits)
    let stated = visits.filter { $0.length == .stated }
    stays = stated.compactMap { $0.onSite?.days }
    waits = stated.compactMap { visit in
      guard let last = visit.onSite?.upperBound, let year = visit.year,
        let published = register.view(visit.row, as: Inspection.self).published?.ordinal,
        published >= last
      else { return nil }
      return (visit.row, year, published - last)
    }
  }

  /// The middle stay; nil where none is stated.
  public var stay: Double? { Median.of(stays) }

  /// The middle wait of those that began in some years; nil where there is none.
  public func wait(in years: some RangeExpression<Int>) -> Double? {
    Median.of(waits.filter { years.contains($0.year) }.map(\.days))
  }
}

/// The middle of some numbers; of an even number of them, the mean of the two in the middle.
enum Median {
  static func of(_ numbers: [Int]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension Body {
  /// Whether it was there on a day; true where that is not known.
  fileprivate func existed(on day: Day?) -> Bool {
    guard let day else { return true }
    return !(from.map { day < $0 } ?? false) && !(to.map { $0 < day } ?? false)
  }
}
