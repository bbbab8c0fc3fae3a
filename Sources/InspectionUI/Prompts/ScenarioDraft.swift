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
    default: "Regions"
    }
  }

  /// A scenario that is there.
  init(_ scenario: Scenario) {
    let (record, register) = (scenario.record, scenario.record.register)
    lines = Self.lines(register)
    for field in Self.textFields { texts[field] = record.texts(field).joined(separator: " ") }
    for field in Self.choiceFields { chosen[field] = Set(record.texts(field)) }
  }

  /// A new one: all criteria, an inspection of two weeks every three years, and the last three years of which the register
  /// knows how areas were inspected otherwise.
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

  /// Why it cannot be kept, and on which line.
  struct Fault: Error, Hashable, Sendable {
    let field: Field
    let sentence: String
  }

  /// Its fields as they stand in a record.
  func values(_ register: Register) throws(Fault) -> [Field: [String]] {
    var values: [Field: [String]] = [:]
    for field in Self.textFields {
      let words = (texts[field] ?? "").split(separator: " ").map { String($0) }
      values[field] = field == .area || words.isEmpty ? words : [words.joined(separator: " ")]
    }
    for field in Self.choiceFields {
      // In the order of the form, so that an unchanged choice is no change.
      values[field] = lines.compactMap { line in
        guard case .choice(field, let value, _) = line, chosen[field]?.contains(value) ?? false
        else { return nil }
        return value
      }
    }
    try check(values, register)
    return values
  }

  private func check(_ values: [Field: [String]], _ register: Register) throws(Fault) {
    if values[.name]?.isEmpty ?? true {
      throw Fault(field: .name, sentence: "a scenario needs a name")
    }
    for field in [Field.every, .onSite, .notice] {
      guard let text = values[field]?.first else { continue }
      guard let number = Int32(text), number > 0, String(number) == text else {
        throw Fault(
          field: field, sentence: "\(Self.title(field)) is no whole number above nought: \(text)")
      }
    }
    for field in [Field.from, .to] {
      guard let text = values[field]?.first, Day(iso: text) == nil else { continue }
      throw Fault(field: field, sentence: "\(text) is no day: write 2016, 2016-02 or 2016-02-22")
    }
    if let from = values[.from]?.first.flatMap({ Day(iso: $0) }),
      let to = values[.to]?.first.flatMap({ Day(iso: $0) }), to.isSurelyBefore(from)
    {
      throw Fault(field: .to, sentence: "To is before From")
    }
    if let key = values[.area]?.first(where: { register.row(.area, key: $0) == nil }) {
      throw Fault(field: .area, sentence: "there is no area \(key)")
    }
  }
}
