public import InspectionModel

/// What an account is narrowed to, in the language of filters: inspections, and what was coded in
/// their letters.
///
///     area:croydon                   a term on inspections, or on the areas they are of
///     theme:neglect first:6          the first six of those by fieldwork
///     gap:120 year:april             where burden is told: what lies closer than 120 days is too
///                                    close, and years begin in April
///     support:5,3                    where criteria are told: supported is what has 5 passages
///                                    from 3 inspections or more; support:5 asks 5 from any
///     id:jtai-croydon-2016           one inspection, by its whole key
///     areas-of:first:6 in:2014..2017 all inspections of the areas of the first six, in those years
///     place:cumbria                  an area, what it was before and what took over, as one place
///     agency:police section:strength contributions, by what they or their passages say
///     reading:machine                as the program read it, not as people coded it
///     figure:coverage over:round     where trends are told: of which figure, over what
///     pool:all                       as read, passages of sections that give no direction as well
///
/// Fields that contributions have themselves are about contributions; all else is about
/// inspections, as far as those have it. `first:` counts joint inspections by the first day of
/// fieldwork, those without one left out. `in:` is about the first day known, be it of the report.
/// What follows `areas-of:` is a filter of its own, in quotes where it has blanks; `place:` without
/// a name takes every area that was followed by others as one place with them.
public struct Scope: Hashable, Sendable {
  /// As it was typed.
  public let text: String
  private let first: Int?
  /// How things are to be counted.
  private let manner: ScopeManner
  /// As read: what passages must hold, and the agencies counted; nil for all.
  public let onPassages: Query?
  public let agencies: Set<Row>?
  /// Terms that ask what was coded, so that nothing as read can answer them.
  public let onlyCoded: [String]
  private let namesFramework: Bool
  /// All of it but how things are to be counted.
  private let narrowing: String
  private let key: String?
  private let onInspections: Query
  private let areas: ScopeAreas
  /// What is asked of contributions; nil where all of the inspections are meant.
  public let onContributions: Query?

  /// - Parameter register: what names in it, as of agencies and areas, must be in; nil to take
  ///   them as they are.
  /// - Throws: what is wrong with it, with the column in the whole text.
  public init(_ text: String, in register: Register? = nil) throws(QueryProblem) {
    guard let register else {
      try self.init(plain: text, typed: text, nil)
      return
    }
    let whole = try SavedFilters(text, on: nil, in: register)
    do throws(QueryProblem) {
      try self.init(plain: whole.text, typed: text, register)
    } catch {
      throw whole.placed(error)
    }
  }

  /// A filter that names no saved one.
  private init(plain text: String, typed: String, _ register: Register?) throws(QueryProblem) {
    self.text = typed
    var (inspections, contributions, read) = (ScopeTerms(), ScopeTerms(), ReadTerms())
    var (first, key, narrowing): (Int?, String?, [Substring]) = (nil, nil, [])
    var (manner, namesFramework, areas) = (ScopeManner(), false, ScopeAreas())
    for (word, column) in Query.terms(of: text) {
      if try manner.accept(word, at: column) { continue }
      namesFramework = namesFramework || word.hasPrefix("framework:")
      narrowing.append(word)
      if try areas.accept(word, at: column, register) { continue }
      if word.hasPrefix("first:"), let count = Int(word.dropFirst(6)), count > 0 {
        first = count
      } else if word.hasPrefix("id:"), word.count > 3 {
        key = String(word.dropFirst(3))
      } else if Self.isAboutContributions(word) {
        contributions.add(word, at: column)
        read.add(word, at: column)
      } else {
        inspections.add(word, at: column)
      }
    }
    (self.first, self.key, self.manner) = (first, key, manner)
    (self.namesFramework, self.areas) = (namesFramework, areas)
    (onPassages, agencies, onlyCoded) = try read.taken(register)
    self.narrowing = narrowing.joined(separator: " ")
    onInspections = try inspections.query(on: .inspection, register)
    onContributions =
      contributions.isEmpty ? nil : try contributions.query(on: .contribution, register)
  }

  private static func isAboutContributions(_ word: Substring) -> Bool {
    let body = word.first == "!" ? word.dropFirst() : word
    guard let colon = body.firstIndex(of: ":") else { return false }
    let name = body[..<colon].lowercased()
    if RecordType.contribution.fields.contains(where: { $0.name.lowercased() == name }) {
      return true
    }
    guard (try? Query(String(word), on: .inspection)) == nil else { return false }
    return (try? Query(String(word), on: .contribution)) != nil
  }

  /// The fewest days that are to lie between two inspections; nil where that is not asked.
  public var gap: Int? { manner.gap }
  /// When years begin; nil where that is not asked.
  public var yearStart: YearStart? { manner.yearStart }
  /// What a criterion must have to count as supported; nil where that is not asked.
  public var support: SupportThreshold? { manner.support }
  /// Which reading is asked for; nil where that is not said.
  public var reading: Reading? { manner.reading }
  /// As read: whether passages count whose section gives no direction.
  public var takesAllPassages: Bool { manner.takesAllPassages }
  /// What a trend is of, and what it goes over; nil where that is not said.
  public var figure: TrendFigure? { manner.figure }
  public var over: TrendOver? { manner.over }

  /// The days in which the inspections must lie; nil where that is not asked.
  var window: Window? { areas.window }
  /// The places asked for; nil where none is. O(areas).
  func places(in register: Register) -> [Place]? { areas.places(in: register) }

  /// Whether everything is meant.
  public var isAll: Bool { narrowing.isEmpty }

  /// The inspections meant, the earliest first; those without a date last. O(inspections).
  public func inspections(in register: Register) -> [Inspection] {
    var rows = register.rows(matching: onInspections)
    if let key { rows.removeAll { register[$0].key != key } }
    let all = Self.inOrder(areas.narrowed(rows.map { register.view($0) }, in: register))
    guard let first else { return all }
    return Array(all.filter { $0.isJoint && $0.from != nil }.prefix(first))
  }

  /// Those whose reports are meant where nothing is said of frameworks: the joint ones.
  func readable(in register: Register) -> [Inspection] {
    readable(among: inspections(in: register))
  }

  /// The same, of the inspections that are meant.
  func readable(among inspections: [Inspection]) -> [Inspection] {
    namesFramework ? inspections : inspections.filter(\.isJoint)
  }

  /// By their dates and then their keys, those without a date last.
  private static func inOrder(_ inspections: [Inspection]) -> [Inspection] {
    let dated = inspections.enumerated().map { place, inspection in
      (date: inspection.date, key: inspection.key, place: place)
    }
    let sorted = dated.sorted { a, b in
      guard let mine = a.date else { return b.date == nil && a.key < b.key }
      guard let theirs = b.date else { return true }
      return mine == theirs ? a.key < b.key : mine < theirs
    }
    return sorted.map { inspections[$0.place] }
  }

  /// What it is called beside another one.
  var name: String { isAll ? "all" : narrowing }

  /// What is meant, in words that follow a title: `Croydon 2016`, `all 73 joint inspections`,
  /// `first:6`.
  public func phrase(_ inspections: [Inspection]) -> String {
    if let key, inspections.count == 1, inspections[0].key == key, onContributions == nil {
      return inspections[0].title
    }
    return narrowing
  }
}

/// Some of the terms of a filter, each at its column: what stands between them is blank.
struct ScopeTerms {
  private var text = ""

  var isEmpty: Bool { text.isEmpty }

  mutating func add(_ term: Substring, at column: Int) {
    text += String(repeating: " ", count: max(0, column - 1 - text.count)) + term
  }

  func query(on type: RecordType, _ register: Register?) throws(QueryProblem) -> Query {
    guard let register else { return try Query(text, on: type) }
    return try Query(text, on: type, in: register)
  }
}
