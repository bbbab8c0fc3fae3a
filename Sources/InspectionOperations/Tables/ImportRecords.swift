public import InspectionModel

/// Tables of records come back into a register, as an export wrote them and somebody edited them
/// since: records that the register lacks are added, and cells that say something else are changed,
/// by the acts that see to their fields. Nothing is removed: what the tables lack is told.
public struct ImportRecords: Operation {
  private let tables: RecordTables
  private let reason: String

  /// - Parameter reason: why it changes; kept with former words of criteria.
  public init(_ tables: RecordTables, because reason: String? = nil) {
    (self.tables, self.reason) = (tables, reason ?? "imported from \(tables.name)")
  }

  /// What it would do. O(rows), and for each row that changes what its act costs.
  public func plan(for register: Register, by author: inout Author) -> RecordsPlan {
    var work = RecordImportWork(tables, register, reason, by: author)
    let plan = work.plan()
    author = work.author
    return plan
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let plan = plan(for: register, by: &author)
    let refused = plan.tables.flatMap { table in
      table.refused.map { Proposal.Note.refused("\(table.file) row \($0.row)", $0.sentence) }
    }
    return Proposal(plan.change, notes: plan.notes + refused)
  }
}

/// Puts together what tables of records change in a register.
private struct RecordImportWork {
  typealias Table = RecordTables.Table
  typealias Row = RecordTables.Row

  let register: Register
  let reason: String
  var author: Author
  private let tables: [Table]
  private var result: RecordsPlan
  /// The register as it is after what was planned so far.
  private var trial: Register
  private var edits: [Edit] = []
  /// The keys of new records, by their type, as far as nothing speaks against them.
  private var new: [RecordType: Set<String>] = [:]

  init(_ tables: RecordTables, _ register: Register, _ reason: String, by author: Author) {
    (self.register, self.reason, self.author) = (register, reason, author)
    (trial, result) = (register, RecordsPlan(name: tables.name))
    self.tables = tables.tables.sorted { $0.type.rawValue < $1.type.rawValue }
    result.remarks = tables.remarks
  }

  mutating func plan() -> RecordsPlan {
    result.tables = tables.map {
      RecordsPlan.Table(file: $0.file, type: $0.type, rows: $0.rows.count)
    }
    var (added, known): ([(table: Int, row: Row)], [(table: Int, row: Row)]) = ([], [])
    for (index, table) in tables.enumerated() {
      sort(table, index, &added, &known)
      noteUnknown(table)
    }
    add(added)
    for (index, row) in known { compare(row, tables[index], index) }
    result.change = Change("importing \(result.name)", edits)
    return result
  }

  private mutating func refuse(_ row: Row, _ table: Int, _ sentence: String) {
    result.tables[table].refused.append((row.number, row.key, sentence))
    count(.refused, table)
  }

  private mutating func count(_ state: TablePlan.RowState, _ table: Int) {
    result.tables[table].counts[state, default: 0] += 1
  }

  /// Tells rows of new records, of known ones, and those that cannot be either.
  private mutating func sort(
    _ table: Table, _ index: Int, _ added: inout [(table: Int, row: Row)],
    _ known: inout [(table: Int, row: Row)]
  ) {
    var seen: Set<String> = []
    for row in table.rows {
      let key = row.key
      if let refusal = row.refusal {
        seen.insert(key)
        refuse(row, index, refusal)
      } else if key.isEmpty {
        refuse(row, index, EditProblem.noKey(table.type).description)
      } else if !seen.insert(key).inserted {
        refuse(row, index, "another row has the key \(key), too")
      } else if register.row(table.type, key: key) != nil {
        known.append((index, row))
      } else {
        added.append((index, row))
      }
    }
    result.tables[index].vanished = register.rows(table.type).map { register[$0].key }
      .filter { !seen.contains($0) }
  }

  private mutating func noteUnknown(_ table: Table) {
    for (name, count) in table.unknown.sorted(by: { $0.key < $1.key }) {
      result.remarks.append(
        "\(table.file): \(table.type.withArticle) has no field \(name); the register keeps what it "
          + "has of it, and the values of \(counted(count, "row")) are not taken over")
    }
  }

  // MARK: - New records

  private mutating func add(_ rows: [(table: Int, row: Row)]) {
    var good: [(table: Int, row: Row)] = []
    for (table, row) in rows {
      if let fault = fault(of: row, tables[table].type) {
        refuse(row, table, fault)
      } else {
        good.append((table, row))
        new[tables[table].type, default: []].insert(row.key)
      }
    }
    // One that is refused takes along those that name it.
    var count = -1
    while count != good.count {
      count = good.count
      good = good.filter { keep($0.row, $0.table) }
    }
    for (table, row) in good { insert(row, table) }
    for (table, row) in good { link(row, tables[table].type) }
  }

  /// Why a record of these values cannot be; nil where only what it names is in question.
  private func fault(of row: Row, _ type: RecordType) -> String? {
    for spec in type.fields {
      let values = row.texts(spec.field)
      if values.isEmpty, spec.isMandatory {
        return EditProblem.missing(type, spec.field).description
      }
      if values.count > 1, !spec.isRepeated {
        return EditProblem.misfit(type, spec.field, value: values[1]).description
      }
      for value in values {
        if !spec.takes(value) {
          return EditProblem.misfit(type, spec.field, value: value).description
        }
        if let scalar = value.firstUnseen { return Self.unseen(spec.field, scalar) }
      }
    }
    return nil
  }

  private static func unseen(_ field: Field, _ scalar: Unicode.Scalar) -> String {
    "\(field.name) would hold \(scalar.codeName), which nobody sees"
  }

  /// Whether all that a new record names is there or comes with it; if not, it is refused.
  private mutating func keep(_ row: Row, _ table: Int) -> Bool {
    let type = tables[table].type
    for spec in type.fields {
      guard let target = spec.target else { continue }
      for value in row.texts(spec.field)
      where register.row(target, key: value) == nil && new[target]?.contains(value) != true {
        refuse(row, table, EditProblem.dangling(type, spec.field, value: value).description)
        new[type]?.remove(row.key)
        return false
      }
    }
    return true
  }

  /// Adds a record without what it names of records that come after it.
  private mutating func insert(_ row: Row, _ table: Int) {
    let type = tables[table].type
    let later = Set(later(row, type).map(\.field))
    let edit = Edit.insert(type, row.values.filter { !later.contains($0.field) })
    do throws(EditProblem) {
      try trial.apply(Change("", [edit]))
      edits.append(edit)
      count(.new, table)
    } catch {
      refuse(row, table, error.description)
    }
  }

  /// Fields with a value that names what is not there yet.
  private func later(_ row: Row, _ type: RecordType) -> [FieldSpec] {
    type.fields.filter { spec in
      guard let target = spec.target else { return false }
      return row.texts(spec.field).contains { trial.row(target, key: $0) == nil }
    }
  }

  /// Sets what was left out when the record was added.
  private mutating func link(_ row: Row, _ type: RecordType) {
    guard let added = trial.row(type, key: row.key) else { return }
    let sets = type.fields.compactMap { spec in
      spec.target == nil ? nil : trial[added].setting(spec.field, to: row.texts(spec.field))
    }
    for edit in sets where (try? trial.apply(Change("", [edit]))) != nil { edits.append(edit) }
  }

  // MARK: - Known records

  /// Changes what a row says otherwise than the register, in the fields that its table has.
  private mutating func compare(_ row: Row, _ table: Table, _ index: Int) {
    guard let known = trial.row(table.type, key: row.key) else { return }
    let record = trial[known]
    let values = table.fields.filter { $0 != .id }.map { (field: $0, values: row.texts($0)) }
      .filter { record.setting($0.field, to: $0.values) != nil }
    if values.isEmpty { return count(.unchanged, index) }
    for (field, values) in values {
      let former = Set(record.texts(field))
      if let scalar = values.lazy.filter({ !former.contains($0) }).compactMap(\.firstUnseen).first {
        return refuse(row, index, Self.unseen(field, scalar))
      }
    }
    let operation = SetFields(table.type, row.key, values, because: reason)
    do throws(Refusal) {
      let proposal = try operation.proposal(for: trial, by: &author)
      try trial.make(proposal.change)
      edits += proposal.change.edits
      result.notes += proposal.notes
    } catch {
      return refuse(row, index, error.description)
    }
    count(.changed, index)
    for (field, values) in values {
      result.cells.append(
        TablePlan.CellChange(
          row: row.number, column: nil, type: table.type, key: row.key, field: field,
          from: record.texts(field).joined(separator: "; "), to: values.joined(separator: "; ")))
    }
  }
}
