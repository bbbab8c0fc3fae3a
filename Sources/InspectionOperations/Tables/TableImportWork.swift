import InspectionModel

/// Puts together what one table changes in a register.
struct TableImportWork {
  typealias Row = TableObservation.Row
  typealias Visit = TableObservation.Visit
  typealias Remark = TableObservation.Remark

  let table: TableObservation
  let register: Register
  var areas: AreaNames
  let isWriting: Bool
  var author: Author
  var result: TablePlan
  var edits: [Edit] = []
  /// Where the edit of a field stands among these.
  var fields: [FieldPlace: Int] = [:]
  /// What was chosen now, by the question; what was decided before.
  let chosen: [String: TableDecision]
  let rulings: [Question: Ruling]
  /// The keys of those that were heeded.
  var heeded: Set<String> = []
  /// The last import of this source; nil where there was none.
  let last: TableImport?
  let lastKeys: Set<String>
  /// Where to find frameworks by what a table calls them.
  lazy var frameworks = FrameworkNames(register)
  /// The inspections of an area as the register has them, read once.
  var known: [InspectionModel.Row: [KnownInspection]] = [:]
  /// The inspections that rows of the table name by the very day.
  var exact: Set<InspectionModel.Row> = []
  /// What rows above said of each inspection.
  var said: [Subject: (row: Int, visit: Int)] = [:]
  /// How many cells change or wait for a decision.
  var changes = 0
  /// How often each beginning of a key was given out.
  var newKeys: [String: Int] = [:]
  var newFrameworks: Set<String> = []
  /// Which frameworks give no grades, as far as that was asked.
  var narrative: [String: Bool] = [:]
  /// What each row is of, as it is remembered.
  var rowKeys: [String] = []
  var rowKeySet: Set<String> = []
  /// What else the rows were called in another edition: by another day of theirs.
  var otherKeys: Set<String> = []
  /// What rows above said of the codes of areas.
  var codes: [FieldPlace: (row: Int, code: String)] = [:]
  var unknownAreas: [String: Int] = [:]
  /// In how many refused rows an area is whose day is not known.
  var refusedAreas: [String: Int] = [:]
  /// What was told of areas.
  var doubts: Set<String> = []

  /// What a visit is of: an inspection of the register, or one by its area, framework and day. No
  /// text is made for it, as a long table has as many as rows.
  struct Subject: Hashable {
    let row: InspectionModel.Row
    var framework = ""
    var day: Day?
  }

  /// What a ruling is on.
  struct Question: Hashable {
    let type: String
    let record: String
    let field: String?
    /// What the source says.
    let value: String?
  }

  init(
    _ table: TableObservation, _ register: Register, _ decisions: [TableDecision],
    by author: Author, writing: Bool
  ) {
    (self.table, self.register, self.author) = (table, register, author)
    (areas, isWriting, result) = (AreaNames(register), writing, TablePlan(table))
    chosen = Dictionary(decisions.map { ($0.id, $0) }) { _, last in last }
    last = register.all(TableImport.self).filter { $0.source == table.source }
      .max { ($0.version, $0.on?.description ?? "") < ($1.version, $1.on?.description ?? "") }
    lastKeys = Set(last?.rows ?? [])
    let own = register.all(Ruling.self).filter { $0.source == table.source }
      .sorted { $0.on?.description ?? "" < $1.on?.description ?? "" }
    rulings = Dictionary(own.map { (Question($0), $0) }) { _, last in last }
  }

  /// Goes through the rows, then sees to what vanished, and writes down what was imported.
  mutating func plan() -> TablePlan {
    result.suspicious = table.remarks
    result.unmapped = table.unmapped
    findExact()
    for row in table.rows { add(row) }
    askForAreas()
    askForVanished()
    rememberImport()
    result.heeded = heeded.count
    let words = "import of \(table.name) as \(table.source)"
    result.change = Change(words, result.needsDecision ? [] : edits)
    result.editCount += edits.count
    return result
  }

  /// Counts a record that is made; whether it is to be written down.
  mutating func makes(_ type: RecordType) -> Bool {
    result.made[type, default: 0] += 1
    if !isWriting { result.editCount += 1 }
    return isWriting
  }

  // MARK: - Rows

  private mutating func add(_ row: Row) {
    let state: TablePlan.RowState
    do throws(Refused) {
      if let refusal = row.refusal { throw Refused(refusal) }
      state = try enter(row)
    } catch {
      expect(row)
      result.refused.append(error.remark)
      state = .refused
    }
    result.counts[state, default: 0] += 1
  }

  /// A row that is refused was in the table all the same.
  private mutating func expect(_ row: Row) {
    for visit in row.visits {
      guard let area = place(row.area, on: visit.day) else { continue }
      remember(visit, in: area, inspection(of: visit, in: area))
    }
    guard row.visits.isEmpty, let area = place(row.area, on: nil) else { return }
    let key = register[area].key
    if table.kind.isByArea { remember(key) } else { refusedAreas[key, default: 0] += 1 }
  }

  struct Refused: Error {
    let remark: Remark
    init(_ remark: Remark) { self.remark = remark }
  }

  /// All of its visits or, where one of them is refused, none.
  private mutating func enter(_ row: Row) throws(Refused) -> TablePlan.RowState {
    if row.visits.isEmpty {
      let area = try area(of: row, on: nil)
      if table.kind.isByArea { remember(register[area].key) }
      return table.kind == .areas ? try compareCodes(row, register[area]) : .unchanged
    }
    var found: [FoundVisit] = []
    for var visit in row.visits {
      let area = try area(of: row, on: visit.day)
      try nameFrameworks(of: &visit, row)
      try check(visit, row)
      let inspection = inspection(of: visit, in: area)
      if inspection == nil, table.kind != .mapped, visit.saysNothing {
        throw refused(row, "no grade of it could be read, nor what kind of inspection it was")
      }
      found.append(FoundVisit(visit: visit, area: area, inspection: inspection))
    }
    var (new, saying) = ([FoundVisit](), [Subject: (row: Int, visit: Int)]())
    for visit in found where try isNew(visit, row, &saying) { new.append(visit) }
    // What a refused row says counts for nothing.
    said.merge(saying) { $1 }
    var state = TablePlan.RowState.unchanged
    for visit in found { remember(visit.visit, in: visit.area, visit.inspection) }
    for visit in new {
      switch add(visit, row) {
      case .changed: state = .changed
      case .new: if state == .unchanged { state = .new }
      case .unchanged, .refused: break
      }
    }
    return state
  }

  /// A visit with its area and, where the register has it, its inspection.
  struct FoundVisit {
    let visit: Visit
    let area: InspectionModel.Row
    let inspection: InspectionModel.Row?
  }

  /// The row of a visit is told by its first day or, where an edition lacks that, by its report.
  private mutating func remember(
    _ visit: Visit, in area: InspectionModel.Row, _ inspection: InspectionModel.Row?
  ) {
    let key = register[area].key
    guard !table.kind.isByArea, let day = visit.day else { return remember(key) }
    remember("\(key) \(day)")
    // Where the last edition had it by this day, another day is of another row.
    guard last != nil, !lastKeys.contains("\(key) \(day)") else { return }
    let own = inspection.map { KnownInspection(register.view($0)) }
    let days = [visit.published?.value, own?.from, own?.listed, own?.published]
    for day in days.compactMap(\.self) { otherKeys.insert("\(key) \(day)") }
  }

  private mutating func remember(_ key: String) {
    if rowKeySet.insert(key).inserted { rowKeys.append(key) }
  }

  /// A day before its framework began is another day.
  private func check(_ visit: Visit, _ row: Row) throws(Refused) {
    guard let day = visit.day, let cell = visit.from ?? visit.published else { return }
    for day in [visit.from, visit.published].compactMap(\.self) where day.value > author.day {
      throw Refused(
        Remark(row: row.number, column: day.column, "\(day.value) has not come yet"))
    }
    let frameworks = visit.frameworks.compactMap { register.row(.framework, key: $0) }
      .map { register.view($0, as: Framework.self) }
    guard let first = frameworks.first,
      frameworks.allSatisfy({ framework in framework.from.map { day < $0 } ?? false }),
      let from = first.from
    else { return }
    throw Refused(
      Remark(
        row: row.number, column: cell.column,
        "\(day) is before \(first.shortName) began, which was in \(from)"))
  }

  /// False where a row above said the same of the same inspection.
  private func isNew(
    _ found: FoundVisit, _ row: Row, _ saying: inout [Subject: (row: Int, visit: Int)]
  ) throws(Refused) -> Bool {
    let visit = found.visit
    let subject =
      found.inspection.map { Subject(row: $0) }
      ?? Subject(row: found.area, framework: visit.frameworks.min() ?? "", day: visit.day)
    let content = visit.content
    guard let before = saying[subject] ?? said[subject] else {
      saying[subject] = (row.number, content)
      return true
    }
    if before.visit == content { return false }
    throw Refused(
      Remark(
        row: row.number, column: row.area.column,
        "row \(before.row) contradicts it on the same inspection"))
  }

  // MARK: - Areas

  private mutating func area(of row: Row, on day: Day?) throws(Refused) -> InspectionModel.Row {
    switch areas.find(row.area, on: day) {
    case .area(let area, let doubt):
      if let doubt { tell(doubt, row) }
      return area
    case .refused(let sentence): throw refused(row, sentence)
    case .unknown: break
    }
    let question = Question(type: "Area", record: row.area.name, field: nil, value: nil)
    let choice = chosenArea(row.area.name)
    if choice == nil, let ruling = rulings[question], ruling.chosen == .skip {
      heeded.insert(ruling.key)
      throw refused(row, "“\(row.area.name)” is not an area of the register, as was decided")
    }
    unknownAreas[row.area.name, default: 0] += 1
    guard let choice else { throw refused(row, "no area is called “\(row.area.name)”") }
    if let area = register.row(.area, key: choice) { return area }
    throw refused(row, "there is no area \(choice)")
  }

  /// The same for a look ahead, in which nothing is told.
  mutating func place(_ name: TableObservation.AreaName, on day: Day?) -> InspectionModel.Row? {
    switch areas.find(name, on: day) {
    case .area(let area, _): area
    case .refused: nil
    case .unknown: chosenArea(name.name).flatMap { register.row(.area, key: $0) }
    }
  }

  /// The key that was chosen now for an area that nobody knows.
  private func chosenArea(_ name: String) -> String? {
    if chosen.isEmpty { return nil }
    return chosen[Self.areaID(name)]?.choice.otherThan(TableChoice.skip.rawValue)
  }

  /// What is doubtful about an area is told once, by the first row of it.
  private mutating func tell(_ doubt: String, _ row: Row) {
    guard doubts.insert(doubt).inserted else { return }
    result.suspicious.append(Remark(row: row.number, column: row.area.column, doubt))
  }

  private func refused(_ row: Row, _ sentence: String) -> Refused {
    Refused(Remark(row: row.number, column: row.area.column, sentence))
  }

  static func areaID(_ name: String) -> String { "area \(AreaNames.folded(name))" }
}

extension TableImportWork.Question {
  init(_ ruling: Ruling) {
    let (type, record, field) = ruling.subject
    self.init(type: type, record: record, field: field, value: ruling.value)
  }
}

extension String {
  fileprivate func otherThan(_ word: String) -> String? { self == word ? nil : self }
}

extension TableObservation.Visit {
  /// Whether it has neither a grade nor the kind of inspection where it should have both.
  fileprivate var saysNothing: Bool {
    frameworkColumn == nil && !grades.isEmpty && grades.allSatisfy { $0.reason == .unreadable }
  }

  /// The same for visits of which the same is said, wherever it stands.
  fileprivate var content: Int {
    var hasher = Hasher()
    hasher.combine([from?.value, to?.value, published?.value])
    for graded in grades {
      hasher.combine(graded.aspect)
      hasher.combine(graded.grade)
      hasher.combine(graded.reason)
    }
    return hasher.finalize()
  }
}
