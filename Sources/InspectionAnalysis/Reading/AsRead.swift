public import InspectionModel

/// What the program found in the passages of reports: the agencies that act in each, and the
/// direction that its section gives, if it gives one. Read in one pass over columns.
///
/// O(passages of the register); 16 bytes for each agency found.
public struct AsRead: Sendable {
  /// One agency found in one passage.
  public struct Sighting: Sendable {
    let passageNumber: Int32
    /// The place of the report in ``AsRead/read``.
    public let report: Int32
    let agencyNumber: Int32
    /// What the section says; nil where it holds both praise and fault.
    public let direction: Direction?

    public var passage: Row { Row(type: .passage, number: Int(passageNumber)) }
    public var agency: Row { Row(type: .agency, number: Int(agencyNumber)) }
  }

  /// One passage of the sections that find for or against somebody.
  public struct Found: Sendable {
    public let passage: Row
    public let report: Int32
    public let direction: Direction?
    /// How many agencies were found in it.
    public let agencies: Int
  }

  public let register: Register
  /// The inspections whose report was read, in the order they came.
  public let read: [Inspection]
  /// Those of which the register has no text.
  public let unread: [Inspection]
  /// By passage, in the order of the register.
  public private(set) var all: [Sighting] = []
  public private(set) var passages: [Found] = []

  /// What of a scope was read.
  init(_ scope: Scope, in register: Register) {
    self.init(scope, among: scope.inspections(in: register), in: register)
  }

  /// - Parameter inspections: those of the scope.
  init(_ scope: Scope, among inspections: [Inspection], in register: Register) {
    self.init(
      of: scope.readable(among: inspections), matching: scope.onPassages, agencies: scope.agencies,
      in: register)
  }

  /// - Parameters:
  ///   - query: counts only passages that match it.
  ///   - agencies: counts only these; nil for all.
  public init(
    of inspections: [Inspection], matching query: Query? = nil, agencies: Set<Row>? = nil,
    in register: Register
  ) {
    self.register = register
    let texts = register.column(.text, of: .passage)
    let parents = register.column(.inspection, of: .passage)
    var hasText = [Bool](repeating: false, count: register.rowCount(.inspection))
    for row in 0..<parents.count where parents.isLive(row) && !texts.isEmpty(row) {
      if let parent = parents.reference(row) { hasText[parent] = true }
    }
    read = inspections.filter { hasText[$0.row.number] }
    unread = inspections.filter { !hasText[$0.row.number] }
    collect(query, agencies, parents)
  }

  private mutating func collect(_ query: Query?, _ only: Set<Row>?, _ parents: FieldColumn) {
    var place = [Int32](repeating: -1, count: register.rowCount(.inspection))
    for (index, inspection) in read.enumerated() { place[inspection.row.number] = Int32(index) }
    let sections = register.column(.section, of: .passage)
    let agencies = register.column(.agency, of: .passage)
    let kinds = SectionKind.allCases
    let isWanted = query.map { Set(register.rows(matching: $0).map(\.number)) }
    let wanted = only.map { Set($0.map(\.number)) }
    for row in 0..<parents.count where parents.isLive(row) {
      guard let parent = parents.reference(row), place[parent] >= 0,
        let kind = sections.choice(row).map({ kinds[$0] }), ReviewRule.usualSections.contains(kind),
        isWanted?.contains(row) ?? true
      else { continue }
      let before = all.count
      agencies.forEachReference(row) { agency in
        if let wanted, !wanted.contains(agency) { return }
        all.append(
          Sighting(
            passageNumber: Int32(row), report: place[parent], agencyNumber: Int32(agency),
            direction: kind.direction))
      }
      if wanted != nil, all.count == before { continue }
      passages.append(
        Found(
          passage: Row(type: .passage, number: row), report: place[parent],
          direction: kind.direction, agencies: all.count - before))
    }
  }

  /// How the reports are laid out: words in sections with a direction, of the words of all these
  /// passages.
  func layout(where isCounted: (Int32) -> Bool = { _ in true }) -> Proportion {
    let texts = register.column(.text, of: .passage)
    var (directed, all) = (0, 0)
    for passage in passages where isCounted(passage.report) {
      let words = texts.wordCount(passage.passage.number)
      all += words
      if passage.direction != nil { directed += words }
    }
    return Proportion(directed, of: all)
  }

  /// The agencies found, in the order of the field.
  public var agencies: [Agency] {
    let numbers = Set(all.map(\.agencyNumber))
    return register.all(Agency.self).filter { numbers.contains(Int32($0.row.number)) }
      .inOrderOfField
  }
}
