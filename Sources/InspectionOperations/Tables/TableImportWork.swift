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
  var unknownAreas: [String: Int] = [:]

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
    let own = register.all(Ruling.self).filter { $0.source == table.source }
    rulings = Dictionary(
      own.map { ruling in
        let (type, record, field) = ruling.subject
        let question = Question(type: type, record: record, field: field, value: ruling.value)
        return (question, ruling)
      }
    ) { _, last in last }
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
    let words = "importing \(table.name) as \(table.source)"
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
      if let refusal = row.refusal {
        // It was in the table all the same.
        if table.kind.isByArea, case .area(let area) = areas.find(row.area, on: nil) {
          remember(register[area].key)
        }
        throw Refused(refusal)
      }
      state = try take(row)
    } catch {
      result.refused.append(error.remark)
      state = .refused
    }
    result.counts[state, default: 0] += 1
  }

  struct Refused: Error {
    let remark: Remark
    init(_ remark: Remark) { self.remark = remark }
  }

  /// All of its visits or, where one of them is refused, none.
  private mutating func take(_ row: Row) throws(Refused) -> TablePlan.RowState {
    if row.visits.isEmpty {
      let area = try area(of: row, on: nil)
      if table.kind.isByArea { remember(register[area].key) }
      return table.kind == .areas ? compareCodes(row, register[area]) : .unchanged
    }
    var found: [FoundVisit] = []
    for visit in row.visits {
      let area = try area(of: row, on: visit.day)
      try check(visit, row)
      let inspection = inspection(of: visit, in: area)
      if inspection == nil, visit.saysNothing {
        throw refused(row, "no grade of it could be read, nor what kind of inspection it was")
      }
      found.append(FoundVisit(visit: visit, area: area, inspection: inspection))
    }
    var new: [FoundVisit] = []
    for visit in found where try isNew(visit, row) { new.append(visit) }
    var state = TablePlan.RowState.unchanged
    for visit in found { remember(rowKey(visit.area, visit.visit)) }
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

  private func rowKey(_ area: InspectionModel.Row, _ visit: Visit) -> String {
    let key = register[area].key
    if table.kind.isByArea { return key }
    return visit.day.map { "\(key) \($0)" } ?? key
  }

  private mutating func remember(_ key: String) {
    if rowKeySet.insert(key).inserted { rowKeys.append(key) }
  }

  /// A day before its framework began is another day.
  private func check(_ visit: Visit, _ row: Row) throws(Refused) {
    guard let day = visit.day, let cell = visit.from ?? visit.published else { return }
    if let published = visit.published, published.value > author.day {
      throw Refused(
        Remark(
          row: row.number, column: published.column, "\(published.value) has not come yet"))
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
  private mutating func isNew(_ found: FoundVisit, _ row: Row) throws(Refused) -> Bool {
    let visit = found.visit
    let subject =
      found.inspection.map { Subject(row: $0) }
      ?? Subject(row: found.area, framework: visit.frameworks.min() ?? "", day: visit.day)
    let content = visit.content
    guard let before = said[subject] else {
      said[subject] = (row.number, content)
      return true
    }
    if before.visit == content { return false }
    throw Refused(
      Remark(
        row: row.number, column: row.area.column,
        "row \(before.row) says otherwise of the same inspection"))
  }

  // MARK: - Areas

  private mutating func area(of row: Row, on day: Day?) throws(Refused) -> InspectionModel.Row {
    let found = areas.find(row.area, on: day)
    switch found {
    case .area(let area): return area
    case .refused(let sentence): throw refused(row, sentence)
    case .unknown: break
    }
    let id = Self.areaID(row.area.name)
    if let choice = chosen[id]?.choice, choice != TableChoice.skip.rawValue {
      count(row)
      if let area = register.row(.area, key: choice) { return area }
      throw refused(row, "there is no area \(choice)")
    }
    let question = Question(type: "Area", record: row.area.name, field: nil, value: nil)
    if rulings[question]?.chosen == .skip {
      result.heeded += 1
      throw refused(row, "“\(row.area.name)” is no area of the register, as was decided")
    }
    count(row)
    throw refused(row, "no area is called “\(row.area.name)”")
  }

  private mutating func count(_ row: Row) { unknownAreas[row.area.name, default: 0] += 1 }

  private func refused(_ row: Row, _ sentence: String) -> Refused {
    Refused(Remark(row: row.number, column: row.area.column, sentence))
  }

  static func areaID(_ name: String) -> String { "area \(AreaNames.folded(name))" }
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
