import InspectionModel
import InspectionOperations

/// What the columns of a table hold, by the row of its headings.
struct TableHeadings {
  let kind: TableKind
  let headings: [String]
  /// The columns that are read.
  let columns: [Column]
  /// The blocks of a wide table, each an inspection; one in any other.
  let blocks: [[String]]
  /// Columns that say the same as one before, and are not read.
  let doubles: [Int]

  struct Column {
    let place: Int
    let role: ColumnRole
    let block: Int
  }

  /// The places of columns that hold days.
  let dayColumns: [Int]

  func column(_ role: ColumnRole, block: Int = 0) -> Int? {
    columns.first { $0.role == role && $0.block == block }?.place
  }

  /// The layout of a table whose headings are these, of a kind that was asked for or is told by
  /// them; nil where they are headings of no known kind.
  init?(_ cells: [String], as asked: TableKind?) {
    let folded = cells.map(Heading.init)
    guard let kind = asked ?? Self.kind(of: Set(folded)) else { return nil }
    let roles = kind == .areas ? Heading.areaRoles(folded) : folded.map(\.role)
    self.init(cells, kind, roles, folded.map { kind == .underlying ? $0.block : nil })
    guard Self.needs(kind).allSatisfy({ needs in columns.contains { needs.contains($0.role) } })
    else { return nil }
  }

  /// The layout of a table by a mapping; nil where a column that it names is missing.
  init?(_ cells: [String], by mapping: TableMapping) {
    let names = cells.map { Heading($0) }
    let roles = names.map { name in
      mapping.columns.first { Heading($0.heading) == name }?.role
    }
    let frameworks = [mapping.framework].compactMap(\.self)
    let block = Heading.Block(name: "", frameworks: frameworks)
    guard mapping.missing(from: cells).isEmpty else { return nil }
    self.init(cells, mapping.kind, roles, names.map { _ in block })
  }

  private init(
    _ cells: [String], _ kind: TableKind, _ roles: [ColumnRole?], _ inBlocks: [Heading.Block?]
  ) {
    var blocks: [[String]] = []
    var numbers: [String: Int] = [:]
    var (columns, doubles) = ([Column](), [Int]())
    for (place, role) in roles.enumerated() {
      guard let role else { continue }
      if kind == .underlying, inBlocks[place] == nil, !Self.ofAllBlocks.contains(role) { continue }
      var number = 0
      if let block = inBlocks[place] {
        let name = Self.sameBlock[block.name] ?? block.name
        number = numbers[name] ?? blocks.count
        if number == blocks.count { blocks.append(block.frameworks) }
        numbers[name] = number
      }
      if columns.contains(where: { $0.role == role && $0.block == number }) {
        doubles.append(place)
      } else {
        columns.append(Column(place: place, role: role, block: number))
      }
    }
    // Some stand on several lines of their cell.
    headings = cells.map(\.onOneLine)
    (self.kind, self.columns, self.doubles) = (kind, columns, doubles)
    dayColumns = columns.filter(\.role.isDay).map(\.place)
    self.blocks = blocks.isEmpty ? [Self.frameworks(of: kind)] : blocks
  }

  /// Said once a row, whatever the block.
  private static let ofAllBlocks: Set<ColumnRole> = [.area, .code, .number]

  /// The board was reviewed with the first inspection under the single framework.
  private static let sameBlock = [
    "lscb": "first sif", "slac re inspection safeguarding": "slac re inspection of safeguarding",
  ]

  private static func frameworks(of kind: TableKind) -> [String] {
    switch kind {
    case .outcomes, .inYear, .history, .ilacsOverview, .ilacsHistory: Frameworks.ilacs
    case .underlying, .areas, .mapped: []
    case .jtaiOverview: ["jtai"]
    case .sendOverview: ["area-send"]
    case .youthJustice: ["youth-justice"]
    }
  }

  /// One of each of these a table of the kind has.
  private static func needs(_ kind: TableKind) -> [[ColumnRole]] {
    let days: [ColumnRole] = [.from, .published]
    switch kind {
    case .outcomes, .history, .ilacsOverview, .ilacsHistory, .youthJustice:
      return [[.area], days, [.grade(.overall)]]
    case .inYear: return [[.area], days, [.type]]
    case .underlying: return [[.area], [.published]]
    case .jtaiOverview: return [[.area], days]
    case .sendOverview: return [[.area], days, [.grade(.send)]]
    case .areas: return [[.area], [.code]]
    case .mapped: return [[.area, .code]]
    }
  }

  /// The kind that headings tell of, the more telling first.
  private static func kind(of headings: Set<Heading>) -> TableKind? {
    func has(_ words: String...) -> Bool {
      words.allSatisfy { word in headings.contains { $0.text == word } }
    }
    func hasPart(_ part: String) -> Bool { headings.contains { $0.has(part) } }
    if hasPart("first sif") || hasPart("slac") || hasPart("first ilacs") { return .underlying }
    if has("inspection visit type") || has("visit theme") { return .inYear }
    if has("local authority status", "inspection type") { return .history }
    if has("pdf filename") || has("parser version") { return .ilacsHistory }
    if has("outcome grade") { return .sendOverview }
    if has("overall effectiveness grade") { return .ilacsOverview }
    if hasPart("summary priority action") || has("inspection theme") { return .jtaiOverview }
    if has("overall rating") { return .youthJustice }
    let roles = Set(headings.compactMap(\.role))
    if roles.isSuperset(of: [.area, .grade(.overall), .grade(.leaders)]) { return .outcomes }
    if headings.contains(where: \.isOfUpperTier) { return .areas }
    // Headings of areas are words that many tables have, so that all of them must be there.
    return Heading.namesOfAreas.contains { has("gss code", $0) } ? .areas : nil
  }
}

/// Columns that tell of single children.
enum ChildLevel {
  private static let whole: Set<String> = [
    "upn", "dob", "child id", "childid", "person id", "pupil id", "nhs number", "nhs no",
    "forename", "surname", "first name", "last name", "child name", "childs name", "full name",
    "date of birth", "birth date", "unique pupil number", "child unique id", "la child id",
    "pupil name", "young person name", "middle name", "given name", "family name", "uasc",
    "former upn", "legacy id", "child reference", "mothers child id", "d o b", "mosaic id",
    "lcs id", "client id", "person name", "name of child", "client name", "service user id",
  ]
  private static let parts = [
    "date of birth", "nhs number", "unique pupil number", "child id", "childs name", "pupil name",
    "name of child",
  ]
  /// Words that stand for a single child wherever they stand in a heading.
  private static let words: Set<Substring> = [
    "upn", "dob", "uln", "forename", "forenames", "surname", "surnames",
  ]

  /// Those of some headings that do.
  static func columns(_ cells: [String]) -> [String] {
    cells.filter { cell in
      // A sentence above a table may speak of children.
      let heading = Heading(cell)
      guard cell.utf8.count < 60 else { return false }
      return whole.contains(heading.text) || parts.contains { heading.has($0) }
        || heading.text.split(separator: " ").contains(where: words.contains)
    }.map(\.onOneLine)
  }
}
