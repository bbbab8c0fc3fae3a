import InspectionModel

extension TableImportWork {
  /// A cell that another source said otherwise: as was decided before, as is decided now, or else
  /// to be asked.
  mutating func settle(_ cell: TablePlan.CellChange, _ record: Record) {
    let question = Question(
      type: cell.type.name, record: cell.key, field: cell.field.name, value: cell.to)
    // What was taken is in the register; if it is not there any more, somebody put it right since.
    if let ruling = rulings[question], ruling.chosen == .keep {
      heeded.insert(ruling.key)
      return
    }
    let id = "\(cell.type.name) \(cell.key) \(cell.field.name)"
    var decision = TablePlan.Decision(
      id: id, subject: .cell(cell),
      options: [TableChoice.keep.rawValue, TableChoice.take.rawValue])
    if let given = chosen[id], let choice = TableChoice(rawValue: given.choice), choice != .skip {
      (decision.choice, decision.reason) = (choice.rawValue, given.reason)
      rule(question, choice, given.reason)
      if choice == .take { adopt(cell, record) }
    } else {
      changes += 1
    }
    result.decisions.append(decision)
  }

  /// Changes a record by what this source says, which is one of its sources from then on.
  private mutating func adopt(_ cell: TablePlan.CellChange, _ record: Record) {
    change(record, cell)
    let sources = pending(record, .source)
    if record.row.type.column(of: .source) != nil, !sources.contains(table.source) {
      set(record, .source, sources + [table.source])
    }
  }

  /// Writes down what was decided; on what was decided before, over that.
  private mutating func rule(
    _ question: Question, _ choice: TableChoice, _ reason: String?
  ) {
    let reason = reason.flatMap { $0.isEmpty ? nil : $0 }
    if let former = rulings[question]?.record {
      set(former, .chosen, [choice.rawValue])
      set(former, .reason, [reason].compactMap(\.self))
      for value in author.signature { set(former, value.field, [value.value]) }
      return
    }
    guard makes(.ruling) else { return }
    let content: [(Field, String?)] = [
      (.type, question.type), (.record, question.record), (.field, question.field),
      (.source, table.source), (.value, question.value), (.chosen, choice.rawValue),
      (.reason, reason),
    ]
    let key = author.newKey(for: .ruling, in: register)
    let values = content.compactMap { field, text in text.map { FieldValue(field, $0) } }
    edits.append(.insert(.ruling, [FieldValue(.id, key)] + values + author.signature))
  }

  // MARK: - Areas

  /// The codes of an area as a table of areas has them: of the Office for National Statistics, and
  /// of the Department for Education (three digits) or of Ofsted (more).
  mutating func compareCodes(_ row: Row, _ area: Record) throws(Refused) -> TablePlan.RowState {
    let before = changes
    let number: Field = (row.area.number?.count ?? 0) == 3 ? .dfe : .ofsted
    for (field, code) in [(Field.gss, row.area.code), (number, row.area.number)] {
      guard let code, let spec = area.row.type.spec(of: field) else { continue }
      guard spec.accepts(code) else {
        let words = "“\(code)” is not a \(field.name) code; it is ignored"
        result.suspicious.append(Remark(row: row.number, column: nil, words))
        continue
      }
      // A lookup of an earlier year has the code of that year.
      if field == .gss, area.texts(.formerGSS).contains(code) { continue }
      let place = FieldPlace(area, field)
      if let above = codes[place] {
        if above.code == code { continue }
        throw Refused(
          Remark(
            row: row.number, column: row.area.column,
            "row \(above.row) has another code of the same area"))
      }
      codes[place] = (row.number, code)
      compare(area, field, area.texts(field), code, at: (row.number, row.area.column))
    }
    return changes == before ? .unchanged : .changed
  }

  /// Asks once for each area that nobody knows; one that was chosen gets the name as an alias.
  mutating func askForAreas() {
    for (name, rows) in unknownAreas.sorted(by: { $0.key < $1.key }) {
      let id = Self.areaID(name)
      var decision = TablePlan.Decision(
        id: id, subject: .area(name: name, rows: rows),
        options: [TableChoice.skip.rawValue] + areas.alike(name))
      if let given = chosen[id] {
        (decision.choice, decision.reason) = (given.choice, given.reason)
        if given.choice == TableChoice.skip.rawValue {
          rule(Question(type: "Area", record: name, field: nil, value: nil), .skip, given.reason)
        } else if let row = register.row(.area, key: given.choice) {
          addAlias(name, to: register[row], because: given.reason)
        } else {
          decision.choice = nil
        }
      }
      result.decisions.append(decision)
    }
  }

  private mutating func addAlias(_ name: String, to area: Record, because reason: String?) {
    // Two names of one area are one edit: the second goes on from the first.
    set(area, .alias, pending(area, .alias) + [name])
    rule(
      Question(type: "Area", record: area.key, field: Field.alias.name, value: name), .take, reason)
  }

  // MARK: - What was imported

  /// Asks about each row that the last import of this source had and this table lacks.
  mutating func askForVanished() {
    guard let last else { return }
    result.lastRows = last.rows.count
    let gone = missing(from: last)
    guard table.kind.isWhole else {
      if !gone.isEmpty {
        let verb = gone.count == 1 ? "is" : "are"
        let words = "\(gone.count) of the \(counted(last.rows.count, "row")) of the last import"
        result.suspicious.append(
          Remark("\(words) \(verb) not in this table, which need not have them"))
      }
      return
    }
    result.vanished = gone
    for key in gone {
      let id = "vanished \(key)"
      var decision = TablePlan.Decision(
        id: id, subject: .vanished(row: key),
        options: [TableChoice.keep.rawValue, TableChoice.skip.rawValue])
      if let given = chosen[id] ?? chosen["vanished"],
        let choice = TableChoice(rawValue: given.choice), choice != .take
      {
        (decision.choice, decision.reason) = (choice.rawValue, given.reason)
        rule(
          Question(type: "Import", record: key, field: nil, value: nil), choice, given.reason)
        // It goes on being expected, so that the next edition is asked for it again.
        if choice == .skip { rowKeys.append(key) }
      }
      result.decisions.append(decision)
    }
  }

  /// The rows of the last import that this table lacks. A refused row of which no day is known may
  /// be any of its area; it goes on being expected.
  private mutating func missing(from last: TableImport) -> [String] {
    let gone = last.rows.filter { !rowKeySet.contains($0) && !otherKeys.contains($0) }
    if refusedAreas.isEmpty { return gone }
    let byArea = Dictionary(grouping: gone) { key in String(key.prefix { $0 != " " }) }
    let refused = byArea.filter { area, rows in refusedAreas[area, default: 0] >= rows.count }
    rowKeys += refused.values.joined().sorted()
    let excused = Set(refused.values.joined())
    return gone.filter { !excused.contains($0) }
  }

  /// Writes down what was imported, unless the last import was of the same file.
  mutating func rememberImport() {
    let isSame = last?.fingerprint == table.fingerprint && last?.rows.count == rowKeys.count
    if isSame, result.vanished.isEmpty { return }
    guard !rowKeys.isEmpty else { return }
    // The rows of the import before are one more edit.
    if last != nil, !isWriting { result.editCount += 1 }
    guard makes(.tableImport) else { return }
    let key = author.newKey(for: .tableImport, in: register)
    let values = [
      FieldValue(.id, key), FieldValue(.source, table.source),
      FieldValue(.version, "\((last?.version ?? 0) + 1)"), FieldValue(.kind, table.kind.rawValue),
      FieldValue(.name, table.file),
      FieldValue(.fingerprint, table.fingerprint),
    ]
    let rows = rowKeys.map { FieldValue(.row, $0) }
    edits.append(.insert(.tableImport, values + rows + author.signature))
    // Those of the last import alone are asked for.
    if let last { set(last.record, .row, []) }
  }
}
