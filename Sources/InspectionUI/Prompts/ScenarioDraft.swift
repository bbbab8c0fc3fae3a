import InspectionModel

/// A scenario as it stands in the form: lines of text, and choices that are taken or not.
struct ScenarioDraft: Hashable, Sendable {
  /// One line of the form.
  enum Line: Hashable, Sendable {
    case text(Field)
    case choice(Field, value: String, name: String)
  }

  let lines: [Line]
  private(set) var texts: [Field: String] = [:]
  private(set) var chosen: [Field: Set<String>] = [:]

  private static let textFields: [Field] = [
    .name, .from, .to, .adds, .every, .onSite, .notice, .area,
  ]
  private static let choiceFields: [Field] = [.removes, .criterion, .agency, .region]

  /// What a line is called.
  static func title(_ field: Field) -> String {
    switch field {
    case .name: "Name"
    case .from: "From"
    case .to: "To"
    case .adds: "Comes"
    case .every: "Every, months"
    case .onSite: "Days on site"
    case .notice: "Days of notice"
    case .area: "Areas, by key"
    case .removes: "Goes"
    case .criterion: "Judges by"
    case .agency: "Looks at"
    case .region: "Regions"
    default: field.name
    }
  }

  /// A scenario that is there.
  init(_ scenario: Scenario) {
    let (record, register) = (scenario.record, scenario.record.register)
    lines = Self.lines(register)
    for field in Self.textFields { texts[field] = record.texts(field).joined(separator: " ") }
    for field in Self.choiceFields { chosen[field] = Set(record.texts(field)) }
  }

  /// A new one: all criteria, an inspection of two weeks every three years, and the last three
  /// years of which the register knows how areas were inspected otherwise.
  init(new name: String, _ register: Register) {
    lines = Self.lines(register)
    let last = (Self.lastYear(register) ?? 2025) - 1
    texts = [
      .name: name, .from: "\(last - 2)-01-01", .to: "\(last)-12-31", .adds: "JOINT-X",
      .every: "36", .onSite: "10", .notice: "10",
    ]
    chosen[.criterion] = Set(
      register.all(Criterion.self).filter { $0.status == nil }.map(\.key))
  }

  private static func lines(_ register: Register) -> [Line] {
    let counts = Self.counts(register)
    // Those that took place come first.
    let goes = register.all(Framework.self).map { ($0, counts[$0.row.number]) }
      .sorted { ($1.1, $0.0.row.number) < ($0.1, $1.0.row.number) }
      .map { framework, count in
        let words = count == 0 ? "none in the register" : "\(count) in the register"
        return Line.choice(
          .removes, value: framework.key, name: "\(framework.shortName), \(words)")
      }
    let criteria = register.all(Criterion.self).filter { $0.status == nil }.map { criterion in
      Line.choice(.criterion, value: criterion.key, name: "\(criterion.key) \(criterion.name)")
    }
    let agencies = register.all(Agency.self).filter { $0.record.text(.inspectorate) != nil }
      .map { Line.choice(.agency, value: $0.key, name: $0.name) }
    let regions = Set(register.all(Area.self).compactMap(\.region)).sorted()
      .map { Line.choice(.region, value: $0, name: $0) }
    return textFields.prefix(7).map(Line.text) + goes + criteria + agencies + regions
      + [.text(.area)]
  }

  /// How many inspections there are under each framework, by its row. O(inspections).
  private static func counts(_ register: Register) -> [Int] {
    var counts = [Int](repeating: 0, count: register.column(.name, of: .framework).count)
    let frameworks = register.column(.framework, of: .inspection)
    for row in 0..<frameworks.count where frameworks.isLive(row) {
      if let framework = frameworks.reference(row) { counts[framework] += 1 }
    }
    return counts
  }

  /// The year in which the last inspection began that was no joint one. O(inspections).
  private static func lastYear(_ register: Register) -> Int? {
    register.all(Inspection.self).lazy.filter { !$0.isJoint }.compactMap { $0.from?.year }.max()
  }

  mutating func set(_ field: Field, _ text: String) { texts[field] = text }

  mutating func toggle(_ field: Field, _ value: String) {
    if chosen[field, default: []].remove(value) == nil { chosen[field]?.insert(value) }
  }

  // MARK: - As a record

  /// Its fields as they stand in a record.
  var terms: [Field: [String]] {
    var terms: [Field: [String]] = [:]
    for field in Self.textFields {
      let words = (texts[field] ?? "").split(separator: " ").map { String($0) }
      terms[field] = field == .area || words.isEmpty ? words : [words.joined(separator: " ")]
    }
    for field in Self.choiceFields {
      // In the order of the form, so that an unchanged choice is no change.
      terms[field] = lines.compactMap { line in
        guard case .choice(field, let value, _) = line, chosen[field]?.contains(value) ?? false
        else { return nil }
        return value
      }
    }
    return terms
  }
}
