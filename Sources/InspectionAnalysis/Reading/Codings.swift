public import InspectionModel

/// What stands as coded in the letters of some inspections, read in one pass over columns: what was
/// agreed on in a passage, else what is not of a second pass, else that
/// (``Passage/countedContributions``).
///
/// O(contributions + passages · log passages + memos of the register); 24 bytes a contribution that
/// stands.
public struct Codings: Sendable {
  /// One contribution, its records as row numbers.
  public struct Coding: Sendable {
    let number: Int32
    let passageNumber: Int32
    let inspectionNumber: Int32
    let agency: Int32
    /// -1 where there is none.
    let criterion: Int32
    public let direction: Direction

    public var row: Row { Row(type: .contribution, number: Int(number)) }
    public var passage: Row { Row(type: .passage, number: Int(passageNumber)) }
    public var inspection: Row { Row(type: .inspection, number: Int(inspectionNumber)) }
    /// Whether it credits or faults anybody; a mere mention does not.
    public var isFinding: Bool { direction != .mention }
    public var isStrength: Bool { direction == .strength || direction == .mixed }
    public var isShortfall: Bool { direction == .shortfall || direction == .mixed }
  }

  /// What has become of a passage.
  public enum Mark: UInt8, Sendable {
    case notCoded
    case nothing
    case coded
  }

  public let register: Register
  /// The inspections whose letter the register has, in the order they came.
  public let read: [Inspection]
  /// The joint inspections of which it has no letter.
  public let unread: [Inspection]
  /// In the order of the letters.
  public private(set) var all: [Coding] = []
  /// Of the passages of those letters: all that are coded, and those of the sections that are coded
  /// as a rule.
  public private(set) var marks: [(passage: Row, inspection: Row, mark: Mark)] = []
  private let with: FieldColumn
  private let how: FieldColumn

  /// What stands of what a scope asks for.
  init(_ scope: Scope, in register: Register) {
    self.init(
      of: scope.inspections(in: register), matching: scope.onContributions, in: register)
  }

  /// - Parameter query: counts only contributions that match it.
  public init(
    of inspections: [Inspection], matching query: Query? = nil, in register: Register
  ) {
    self.register = register
    let joint = inspections.filter(\.isJoint)
    read = joint.filter { register.childCount(.passage, of: $0.row) > 0 }
    unread = joint.filter { register.childCount(.passage, of: $0.row) == 0 }
    with = register.column(.with, of: .contribution)
    how = register.column(.how, of: .contribution)
    let inspectionOf = Self.inspections(of: read, register)
    let passRanks = Self.passRanks(inspectionOf, register)
    all = taken(passRanks, query, inspectionOf)
    mark(passRanks, inspectionOf)
  }

  /// The agencies that a contribution was made together with.
  public func partners(_ coding: Coding) -> [Int] { with.references(Int(coding.number)) }

  /// How they worked together, or failed to.
  public func manners(_ coding: Coding) -> [JointWorking] {
    how.choices(Int(coding.number)).map { JointWorking.allCases[$0] }
  }

  // MARK: - Reading

  /// Of each passage the inspection, if it is one of these.
  private static func inspections(of read: [Inspection], _ register: Register) -> [Int32] {
    var isWanted = [Bool](repeating: false, count: register.rowCount(.inspection))
    for inspection in read { isWanted[inspection.row.number] = true }
    let parents = register.column(.inspection, of: .passage)
    return (0..<parents.count).map { row in
      guard parents.isLive(row), let parent = parents.reference(row), isWanted[parent] else {
        return -1
      }
      return Int32(parent)
    }
  }

  /// Of each passage the rank of the pass that counts: 3 what was agreed, 2 any that is not a
  /// second, 1 a second, 0 none.
  private static func passRanks(_ inspectionOf: [Int32], _ register: Register) -> [UInt8] {
    let passages = register.column(.passage, of: .contribution)
    let passes = register.column(.pass, of: .contribution)
    var passRanks = [UInt8](repeating: 0, count: inspectionOf.count)
    for row in 0..<passages.count {
      guard let passage = passages.reference(row), inspectionOf[passage] >= 0,
        passages.isLive(row)
      else { continue }
      passRanks[passage] = max(passRanks[passage], rank(passes.choice(row)))
    }
    return passRanks
  }

  private static let second = Pass.allCases.firstIndex(of: .second)
  private static let agreed = Pass.allCases.firstIndex(of: .agreed)

  private static func rank(_ pass: Int?) -> UInt8 {
    pass == agreed ? 3 : pass == second ? 1 : 2
  }

  /// What stands, in the order of the letters.
  private func taken(
    _ passRanks: [UInt8], _ query: Query?, _ inspectionOf: [Int32]
  ) -> [Coding] {
    let passages = register.column(.passage, of: .contribution)
    let passes = register.column(.pass, of: .contribution)
    let agencies = register.column(.agency, of: .contribution)
    let criteria = register.column(.criterion, of: .contribution)
    let directions = register.column(.direction, of: .contribution)
    let directionOf = Direction.allCases
    let isWanted = query.map { Set(register.rows(matching: $0).map(\.number)) }
    let place = placesOfPassages(passRanks, inspectionOf)
    var placed = Placed(places: inspectionOf.count)
    for row in 0..<passages.count {
      guard let passage = passages.reference(row), inspectionOf[passage] >= 0,
        passages.isLive(row), Self.rank(passes.choice(row)) == passRanks[passage],
        let agency = agencies.reference(row), let direction = directions.choice(row),
        isWanted?.contains(row) ?? true
      else { continue }
      placed.add(
        Coding(
          number: Int32(row), passageNumber: Int32(passage),
          inspectionNumber: inspectionOf[passage], agency: Int32(agency),
          criterion: criteria.reference(row).map(Int32.init) ?? -1,
          direction: directionOf[direction]), place[passage])
    }
    return placed.inOrder { place[Int($0.passageNumber)] }
  }

  /// Where each coded passage comes as the letters are read: by inspection as they came, then by
  /// section and index. O(passages · log passages).
  private func placesOfPassages(_ passRanks: [UInt8], _ inspectionOf: [Int32]) -> [Int32] {
    var rank = [Int](repeating: 0, count: register.rowCount(.inspection))
    for (place, inspection) in read.enumerated() { rank[inspection.row.number] = place }
    let sections = register.column(.section, of: .passage)
    let indices = register.column(.index, of: .passage)
    let coded = passRanks.indices.filter { passRanks[$0] > 0 }.map { passage in
      let index = min(max(0, indices.number(passage) ?? 0), 0xFF_FFFF)
      let letter = rank[Int(inspectionOf[passage])]
      return (
        key: letter << 32 | (sections.choice(passage) ?? 0) << 24 | index, passage: passage
      )
    }
    var places = [Int32](repeating: -1, count: passRanks.count)
    let ordered = coded.sorted { ($0.key, $0.passage) < ($1.key, $1.passage) }
    for (place, coded) in ordered.enumerated() { places[coded.passage] = Int32(place) }
    return places
  }

  private mutating func mark(_ passRanks: [UInt8], _ inspectionOf: [Int32]) {
    let nothing = Set(
      register.all(Memo.self).filter { $0.kind == .nothing }
        .compactMap { $0.record.reference(.passage)?.number })
    let sections = register.column(.section, of: .passage)
    let usual = SectionKind.allCases.map(ReviewRule.usualSections.contains)
    for passage in inspectionOf.indices where inspectionOf[passage] >= 0 {
      let mark: Mark =
        passRanks[passage] > 0 ? .coded : nothing.contains(passage) ? .nothing : .notCoded
      let isUsual = sections.choice(passage).map { usual[$0] } ?? false
      guard isUsual || mark != .notCoded else { continue }
      marks.append(
        (
          Row(type: .passage, number: passage),
          Row(type: .inspection, number: Int(inspectionOf[passage])), mark
        ))
    }
  }
}

/// Contributions as they come from the register, put in the order of their passages: counted, then
/// each set where those before it end. O(contributions + passages), where a sort would compare.
private struct Placed {
  private var found: [Codings.Coding] = []
  /// How many are at a place, then where those at it begin.
  private var starts: [Int32]
  private var last: Int32 = -1
  private var isInOrder = true

  init(places: Int) { starts = [Int32](repeating: 0, count: places + 1) }

  mutating func add(_ coding: Codings.Coding, _ place: Int32) {
    found.append(coding)
    starts[Int(place) + 1] += 1
    isInOrder = isInOrder && place >= last
    last = place
  }

  mutating func inOrder(_ place: (Codings.Coding) -> Int32) -> [Codings.Coding] {
    if isInOrder { return found }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var ordered = found
    for coding in found {
      let place = Int(place(coding))
      ordered[Int(starts[place])] = coding
      starts[place] += 1
    }
    return ordered
  }
}

extension Collection<Codings.Coding> {
  /// Calls `body` with what stands together in them, one passage after another, or one letter.
  func forEachRun(
    of part: (Codings.Coding) -> Int32, _ body: (SubSequence) -> Void
  ) {
    var start = startIndex
    while start < endIndex {
      let mine = part(self[start])
      let end = self[start...].firstIndex { part($0) != mine } ?? endIndex
      body(self[start..<end])
      start = end
    }
  }
}
