import InspectionModel

extension TableImportWork {
  /// The inspection of the register that a visit to an area is of; nil where it has none.
  mutating func inspection(
    of visit: Visit, in area: InspectionModel.Row
  ) -> InspectionModel.Row? {
    inspections(of: area).first(of: visit, besides: exact)?.row
  }

  private mutating func inspections(of area: InspectionModel.Row) -> [KnownInspection] {
    if let all = known[area] { return all }
    let all = register.view(area, as: Area.self).inspections.map(KnownInspection.init)
    known[area] = all
    return all
  }

  /// Finds the inspections that rows name by the very day, wherever they stand in the table.
  mutating func findExact() {
    for row in table.rows {
      for var visit in row.visits {
        guard let area = place(row.area, on: visit.day) else { continue }
        if table.kind == .mapped { visit.frameworks = frameworks.keys(of: visit) }
        if let found = inspections(of: area).exact(visit) { exact.insert(found.row) }
      }
    }
  }

  /// Has the frameworks of a visit be those of the register, of a table of no known kind.
  mutating func nameFrameworks(of visit: inout Visit, _ row: Row) throws(Refused) {
    guard table.kind == .mapped, let words = visit.frameworks.first else { return }
    visit.frameworks = frameworks.keys(of: visit)
    guard visit.frameworks.isEmpty else { return }
    let nearest = frameworks.nearest(words).map { "; the nearest is \($0)" } ?? ""
    throw Refused(
      Remark(
        row: row.number, column: visit.frameworkColumn,
        "“\(words)” is not a framework of the register\(nearest)"))
  }

  /// What one visit of a row changes.
  mutating func add(_ found: FoundVisit, _ row: Row) -> TablePlan.RowState {
    let visit = found.visit
    guard let same = found.inspection else {
      addInspection(visit, register[found.area].key, row)
      return .new
    }
    let before = changes
    let inspection: Inspection = register.view(same)
    compareFacts(visit, inspection, row)
    for graded in visit.grades { compare(graded, visit, inspection, row) }
    return changes == before ? .unchanged : .changed
  }

  // MARK: - New ones

  private mutating func addInspection(_ visit: Visit, _ area: String, _ row: Row) {
    let framework = visit.frameworks.first ?? ""
    addFramework(framework)
    let key = newKey(framework, area, visit.day)
    result.add(key, row.number)
    let days = dayFields(visit)
    let grades = visit.grades.map { onScale($0, framework, row) }
    let own = grades.first { $0.aspect == .overall }?.grade
    if makes(.inspection) {
      var values = [
        FieldValue(.id, key), FieldValue(.area, area), FieldValue(.framework, framework),
      ]
      let theme = themeKey(visit)
      if let theme { values.append(FieldValue(.theme, theme)) }
      values += days.map { FieldValue($0.field, $0.cell.value.description) }
      let grade = own.flatMap { Grade.council.contains($0) ? $0.rawValue : nil }
      if let grade { values.append(FieldValue(.grade, grade)) }
      values.append(FieldValue(.certainty, Certainty.statedElsewhere.rawValue))
      values += author.signature
      let named = visit.frameworkColumn.map { _ in framework }
      let others = [(Field.framework, named), (.theme, theme), (.grade, grade)]
      values += days.map { origin($0.field, $0.cell.value.description) }
      values += others.compactMap { field, value in value.map { origin(field, $0) } }
      values += sources(visit).map { FieldValue(.source, $0) }
      edits.append(.insert(.inspection, values))
    }
    for graded in grades { addJudgement(graded, of: key, visit) }
  }

  private mutating func addFramework(_ key: String) {
    guard register.row(.framework, key: key) == nil, newFrameworks.insert(key).inserted else {
      return
    }
    guard makes(.framework) else { return }
    edits.append(.insert(.framework, [FieldValue(.id, key), FieldValue(.name, key)]))
  }

  private mutating func newKey(_ framework: String, _ area: String, _ day: Day?) -> String {
    let stem = "\(framework)-\(area)" + (day.map { "-\($0.year)" } ?? "")
    var number = (newKeys[stem] ?? 0) + 1
    var key = number == 1 ? stem : "\(stem)-\(number)"
    while register.row(.inspection, key: key) != nil {
      number += 1
      key = "\(stem)-\(number)"
    }
    newKeys[stem] = number
    return key
  }

  /// The theme that is called as the table says; nil where the register has none.
  private func themeKey(_ visit: Visit) -> String? {
    guard let words = visit.theme.map({ AreaNames.folded($0.value) }), visit.frameworks == ["jtai"]
    else { return nil }
    return register.all(Theme.self).first { AreaNames.folded($0.name) == words }?.key
  }

  /// The days by their fields: what a table calls publication is the day the regulator listed it,
  /// except of youth justice, whose reports bear it.
  private func dayFields(
    _ visit: Visit
  ) -> [(field: Field, cell: TableObservation.Cell<Day>)] {
    let report: Field = visit.frameworks == ["youth-justice"] ? .published : .listed
    let all = [(Field.from, visit.from), (.to, visit.to), (report, visit.published)]
    return all.compactMap { field, cell in cell.map { (field, $0) } }
  }

  private func sources(_ visit: Visit) -> [String] {
    [visit.address, table.source].compactMap(\.self)
  }

  func origin(_ field: Field, _ value: String) -> FieldValue {
    let origin = FieldOrigin(
      name: field.name, source: table.source, value: value, day: author.day)
    return FieldValue(.origin, origin.field)
  }

  // MARK: - Known ones

  private mutating func compareFacts(_ visit: Visit, _ inspection: Inspection, _ row: Row) {
    if let column = visit.frameworkColumn, let named = visit.frameworks.first {
      compare(
        inspection.record, .framework, [inspection.framework?.key].compactMap(\.self), named,
        at: (row.number, column))
    }
    for (field, cell) in dayFields(visit) {
      let record = inspection.record
      let others: [Field] = field == .listed ? [.published] : field == .published ? [.listed] : []
      // The day on the report and the day it was listed are often one, and tables do not tell them
      // apart.
      if others.contains(where: { record.day($0) == cell.value }) { continue }
      compare(
        record, field, record.texts(field), cell.value.description, at: (row.number, cell.column))
    }
  }

  /// Compares a cell with what a record has: fills what is empty, changes what the same source said
  /// otherwise before, and asks about all else.
  mutating func compare(
    _ record: Record, _ field: Field, _ own: [String], _ value: String,
    at place: (row: Int, column: Int)
  ) {
    guard own != [value] else { return }
    let cell = TablePlan.CellChange(
      row: place.row, column: place.column, type: record.row.type, key: record.key, field: field,
      from: own.joined(separator: "; "), to: value, holder: holder(of: record, field, own))
    let isVague = record.day(field) != nil && own.count == 1 && value.hasPrefix(own[0] + "-")
    let isOurs = record.origins.contains {
      $0.name == field.name && $0.source == table.source && own == [$0.value]
    }
    if own.isEmpty || isVague || isOurs { return change(record, cell) }
    settle(cell, record)
  }

  /// Who says what a field holds: another table, or whoever wrote the record down and when.
  private func holder(of record: Record, _ field: Field, _ own: [String]) -> String? {
    let origin = record.origins.last { $0.name == field.name && own == [$0.value] }
    if let origin { return "\(origin.source), \(origin.day)" }
    guard let by = record.text(.by) else { return record.text(.source) }
    return [by, record.text(.on)].compactMap(\.self).joined(separator: ", ")
  }

  mutating func note(_ cell: TablePlan.CellChange) {
    result.cells.append(cell)
    changes += 1
  }

  /// Writes a cell into a record, and who said so beside it.
  mutating func change(_ record: Record, _ cell: TablePlan.CellChange) {
    note(cell)
    defer { if cell.field == .grade { afterGrade(of: record, cell.to) } }
    guard record.row.type.column(of: .origin) != nil else {
      return set(record, cell.field, [cell.to])
    }
    set(record, cell.field, [cell.to])
    let others = pending(record, .origin).filter { text in
      guard let origin = FieldOrigin(text) else { return true }
      return origin.name != cell.field.name || origin.source != table.source
    }
    set(record, .origin, others + [origin(cell.field, cell.to).value])
  }

  /// What a field holds after the edits so far.
  func pending(_ record: Record, _ field: Field) -> [String] {
    fields[FieldPlace(record, field)].map { place in
      if case .set(_, _, _, _, let to) = edits[place] { to } else { [] }
    } ?? record.texts(field)
  }

  mutating func set(_ record: Record, _ field: Field, _ values: [String]) {
    let from = record.texts(field)
    let edit = Edit.set(record.row.type, key: record.key, field, from: from, to: values)
    if let place = fields[FieldPlace(record, field)] {
      edits[place] = edit
    } else if !from.isSpelled(as: values) {
      fields[FieldPlace(record, field)] = edits.count
      edits.append(edit)
    }
  }

  struct FieldPlace: Hashable {
    let row: InspectionModel.Row
    let field: Field

    init(_ record: Record, _ field: Field) { (row, self.field) = (record.row, field) }
  }
}
