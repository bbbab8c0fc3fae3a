/// A bank holiday of England.
public struct Holiday: RecordView {
  public static let type = RecordType.holiday
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  /// Its day: the key.
  public var day: Day? { Day(iso: key) }
}

/// What one agency spends on one phase of an inspection.
public struct Estimate: RecordView {
  public static let type = RecordType.estimate
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var agency: Agency? { record.reference(.agency).map { Agency(record.register[$0]) } }
  public var phase: Phase? { record.choice(.phase) }
  public var grade: EvidenceGrade? { record.choice(.grade) }
  public var sources: [String] { record.texts(.source) }
  /// Nil where one of the three is no number.
  public var days: StaffDays? {
    let numbers = [Field.low, .mid, .high].compactMap { record.text($0).flatMap { Amount($0) } }
    guard numbers.count == 3 else { return nil }
    return StaffDays(low: numbers[0].value, mid: numbers[1].value, high: numbers[2].value)
  }

  /// Why no sum can hold it, in a sentence; nil where it is sound.
  public var fault: String? {
    if subject == nil {
      return "an estimate is about one Inspection, one Framework or one Scenario"
    }
    guard let days, !days.isInOrder else { return nil }
    let range = [Field.low, .mid, .high].map { record.text($0) ?? "–" }.joined(separator: ", ")
    return "Low, Mid and High must ascend: \(range)"
  }

  /// The fields of which one says what it is about: one inspection, each under a framework, each
  /// that a scenario adds.
  public static let subjects: [Field] = [.inspection, .framework, .scenario]
  /// What it is about; nil where nothing or more than one thing is named.
  public var subject: Row? {
    let named = Self.subjects.compactMap(record.reference)
    return named.count == 1 ? named[0] : nil
  }
}

/// What if other inspections took the place of some.
public struct Scenario: RecordView {
  public static let type = RecordType.scenario
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  /// The areas it is about, by name or by region; all of them where it names none.
  public var areas: [Area] {
    let named = Set(record.references(.area))
    let regions = Set(record.texts(.region))
    let all = record.register.all(Area.self)
    if named.isEmpty, regions.isEmpty { return all }
    return all.filter {
      named.contains($0.row) || ($0.region.map(regions.contains) ?? false)
    }
  }
  /// The frameworks that go.
  public var removes: [Framework] {
    record.references(.removes).map { Framework(record.register[$0]) }
  }
  /// The name of the inspection that comes; nil where nothing does.
  public var adds: String? { record.text(.adds) }
  /// Months from one such inspection of an area to the next.
  public var every: Int? { record.number(.every) }
  /// Working days of its notice and on site.
  public var notice: Int? { record.number(.notice) }
  public var onSite: Int? { record.number(.onSite) }
  /// The kinds of agency it inspects; every kind that an inspectorate looks at where it names none.
  public var agencies: [Agency] {
    let named = record.references(.agency).map { Agency(record.register[$0]) }
    return named.isEmpty
      ? record.register.all(Agency.self).filter { $0.record.text(.inspectorate) != nil } : named
  }
  /// The criteria it judges by.
  public var criteria: [Criterion] {
    record.references(.criterion).map { Criterion(record.register[$0]) }
  }
  /// The time it is worked out over.
  public var from: Day? { record.day(.from) }
  public var to: Day? { record.day(.to) }
}
