import InspectionModel

extension TableImportWork {
  /// A cell that another source said otherwise: as was decided before, as is decided now, or else
  /// to be asked.
  mutating func settle(_ cell: TablePlan.CellChange, _ record: Record) {
    let question = Question(
      type: cell.type.name, record: cell.key, field: cell.field.name, value: cell.to)
    if let choice = rulings[question]?.chosen {
      result.heeded += 1
      if choice == .take { change(record, cell) }
      return
    }
    let id = "\(cell.type.name) \(cell.key) \(cell.field.name)"
    var decision = TablePlan.Decision(
      id: id, subject: .cell(cell),
      options: [TableChoice.keep.rawValue, TableChoice.take.rawValue])
    if let given = chosen[id], let choice = TableChoice(rawValue: given.choice), choice != .skip {
      (decision.choice, decision.reason) = (choice.rawValue, given.reason)
      rule(question, choice, given.reason)
      if choice == .take { change(record, cell) }
    } else {
      changes += 1
    }
    result.decisions.append(decision)
  }

  /// Writes down what was decided.
  private mutating func rule(
    _ question: Question, _ choice: TableChoice, _ reason: String?
  ) {
    guard makes(.ruling) else { return }
    let content: [(Field, String?)] = [
      (.type, question.type), (.record, question.record), (.field, question.field),
      (.source, table.source), (.value, question.value), (.chosen, choice.rawValue),
      (.reason, reason.flatMap { $0.isEmpty ? nil : $0 }),
    ]
    let key = author.newKey(for: .ruling, in: register)
    let values = content.compactMap { field, text in text.map { FieldValue(field, $0) } }
    edits.append(.insert(.ruling, [FieldValue(.id, key)] + values + author.signature))
  }

  // MARK: - Areas

  /// The codes of an area as a table of areas has them: of the Office for National Statistics, and
  /// of the Department for Education (three digits) or of Ofsted (more).
  mutating func compareCodes(_ row: Row, _ area: Record) -> TablePlan.RowState {
    let before = changes
    let number: Field = (row.area.number?.count ?? 0) == 3 ? .dfe : .ofsted
    for (field, code) in [(Field.gss, row.area.code), (number, row.area.number)] {
      guard let code, let spec = area.row.type.spec(of: field) else { continue }
      guard spec.accepts(code) else {
        let words = "“\(code)” is no \(field.name) code; it is not taken over"
        result.suspicious.append(Remark(row: row.number, column: nil, words))
        continue
      }
      // A lookup of an earlier year has the code of that year.
      if field == .gss, area.texts(.formerGSS).contains(code) { continue }
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
          addAlias(name, to: register[row])
        } else {
          decision.choice = nil
        }
      }
      result.decisions.append(decision)
    }
  }

  private mutating func addAlias(_ name: String, to area: Record) {
    let aliases = area.texts(.alias)
    // Two names of one area are two edits of one field: the second goes on from the first.
    let place = edits.lastIndex {
      if case .set(.area, area.key, .alias, _, _) = $0 { true } else { false }
    }
    var former = aliases
    if let place, case .set(_, _, _, _, let to) = edits[place] { former = to }
    let edit = Edit.set(.area, key: area.key, .alias, from: aliases, to: former + [name])
    if let place { edits[place] = edit } else { edits.append(edit) }
  }

  // MARK: - What was imported

  /// Asks about each row that the last import of this source had and this table lacks.
  mutating func askForVanished() {
    guard let last else { return }
    result.lastRows = last.rows.count
    guard table.kind.isWhole else { return }
    let gone = last.rows.filter { !rowKeySet.contains($0) }
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
        // It goes on being expected, so that the next edition is asked for it again.
        if choice == .skip { rowKeys.append(key) }
      }
      result.decisions.append(decision)
    }
  }

  /// The last import of this source; nil where there was none.
  private var last: TableImport? {
    register.all(TableImport.self).filter { $0.source == table.source }
      .max { ($0.version, $0.on?.description ?? "") < ($1.version, $1.on?.description ?? "") }
  }

  /// Writes down what was imported, unless the last import was of the same file.
  mutating func rememberImport() {
    let isSame = last?.fingerprint == table.fingerprint && last?.rows.count == rowKeys.count
    if isSame, result.vanished.isEmpty { return }
    guard !rowKeys.isEmpty else { return }
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
  }
}
