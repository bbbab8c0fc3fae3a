import InspectionModel

/// Puts together what tables of records change in a register.
struct RecordImportWork {
  typealias Table = RecordTables.Table
  typealias Row = RecordTables.Row
  /// A row, and the table it is of by its place.
  typealias Placed = (table: Int, row: Row)

  let register: Register
  let reason: String
  /// The fields of a record of the register that its type does not know.
  let unknown: (InspectionModel.Row) -> UnknownFields
  var author: Author
  let tables: [Table]
  var result: RecordsPlan
  /// The register as it is after what was planned so far.
  var trial: Register
  var edits: [Edit] = []
  var bringsInvalidValues = false
  /// The keys of new records, by their type, as far as nothing speaks against them.
  var new: [RecordType: Set<String>] = [:]

  init(
    _ tables: RecordTables, _ register: Register, _ reason: String,
    _ unknown: @escaping (InspectionModel.Row) -> UnknownFields, by author: Author
  ) {
    (self.register, self.reason, self.author) = (register, reason, author)
    self.unknown = unknown
    (trial, result) = (register, RecordsPlan(name: tables.name))
    self.tables = tables.tables.sorted { $0.type.rawValue < $1.type.rawValue }
    result.remarks = tables.remarks
  }

  mutating func plan() -> RecordsPlan {
    result.tables = tables.map {
      RecordsPlan.Table(file: $0.file, type: $0.type, rows: $0.rows.count)
    }
    var (added, known): ([Placed], [Placed]) = ([], [])
    for (index, table) in tables.enumerated() {
      sort(table, index, &added, &known)
      noteUnknown(table)
    }
    add(added)
    for (index, row) in known { compare(row, tables[index], index) }
    for index in tables.indices { result.tables[index].refused.sort { $0.row < $1.row } }
    result.change = Change("import of \(result.name)", edits)
    result.change.bringsInvalidValues = bringsInvalidValues
    return result
  }

  mutating func refuse(_ row: Row, _ table: Int, _ sentence: String) {
    result.tables[table].refused.append((row.number, row.key, sentence))
    count(.refused, table)
  }

  mutating func count(_ state: TablePlan.RowState, _ table: Int) {
    result.tables[table].counts[state, default: 0] += 1
  }

  /// Tells rows of new records, of known ones, and those that cannot be either.
  private mutating func sort(
    _ table: Table, _ index: Int, _ added: inout [Placed], _ known: inout [Placed]
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

  /// Why a register cannot be given a field that no type knows: rec has no such name, or begins
  /// other records with it.
  static func fault(ofUnknown name: String) -> String? {
    let isName = name.wholeMatch(of: /[A-Za-z%][A-Za-z0-9_]*/) != nil && name != "%rec"
    return isName ? nil : "“\(name)” cannot be the name of a field"
  }

  private mutating func noteUnknown(_ table: Table) {
    for (name, count) in table.unknown.sorted(by: { $0.key < $1.key }) {
      result.remarks.append(
        "\(table.file): \(table.type.withArticle) has no field \(name); the register keeps what it "
          + "has of it, and the values of \(counted(count, "row")) are ignored")
    }
  }

  static func unseen(_ name: String, _ scalar: Unicode.Scalar) -> String {
    "\(name) would hold \(scalar.codeName), which nobody sees"
  }

  // MARK: - Known records

  /// Changes what a row says otherwise than the register, in the fields that its table has.
  private mutating func compare(_ row: Row, _ table: Table, _ index: Int) {
    guard let known = trial.row(table.type, key: row.key) else { return }
    let record = trial[known]
    let values = said(row, table, of: record)
    let others = table.hasOther ? changedUnknown(row, unknown(known)) : []
    if values.isEmpty, others.isEmpty { return count(.unchanged, index) }
    if let fault = others.lazy.compactMap({ Self.fault(ofUnknown: $0.name) }).first {
      return refuse(row, index, fault)
    }
    let changes =
      values.map { ($0.field.name, record.texts($0.field), $0.values) }
      + others.map { ($0.name, $0.from, $0.to) }
    for (name, from, to) in changes {
      if let scalar = to.broughtUnseen(from) {
        return refuse(row, index, Self.unseen(name, scalar))
      }
    }
    do throws(Refusal) {
      try set(values, of: row, table)
    } catch {
      return refuse(row, index, error.description)
    }
    edits += others.map {
      .setUnknown(table.type, key: row.key, $0.name, from: $0.from, to: $0.to)
    }
    count(.changed, index)
    result.cells += changes.map { name, from, to in
      RecordsPlan.Cell(
        row: row.number, type: table.type, key: row.key, field: name,
        from: from.joined(separator: "; "), to: to.joined(separator: "; "))
    }
  }

  /// The fields of a record that a row gives other values. Without the column for it, an empty cell
  /// says nothing of what no cell can hold.
  private func said(_ row: Row, _ table: Table, of record: Record) -> SetFields.Values {
    let fields = table.type.fields.filter { spec in
      spec.field != .id && (table.fields.contains(spec.field) || row.isInvalid(spec.field))
    }
    return fields.compactMap { spec in
      let values = row.texts(spec.field)
      if values.isEmpty, !table.hasOther, !record.fitsCell(spec) { return nil }
      return record.setting(spec.field, to: values) == nil ? nil : (spec.field, values)
    }
  }

  private mutating func set(
    _ values: SetFields.Values, of row: Row, _ table: Table
  ) throws(Refusal) {
    if values.isEmpty { return }
    let operation = SetFields(table.type, row.key, values, because: reason)
    let proposal = try operation.proposal(for: trial, by: &author)
    try trial.make(proposal.change)
    edits += proposal.change.edits
    result.notes += proposal.notes
  }

  /// The fields without a place in the register of which a row says something else than its text.
  private func changedUnknown(
    _ row: Row, _ former: UnknownFields
  ) -> [(name: String, from: [String], to: [String])] {
    let (said, former) = (row.unknown.byName, former.byName)
    let froms = Dictionary(former.map { ($0.name, $0.values) }) { $1 }
    let tos = Dictionary(said.map { ($0.name, $0.values) }) { $1 }
    let names = said.map(\.name) + former.map(\.name).filter { tos[$0] == nil }
    return names.map { ($0, froms[$0] ?? [], tos[$0] ?? []) }
      .filter { !$0.1.isSpelled(as: $0.2) }
  }
}
