import InspectionModel

// Records that the register does not have yet.

extension RecordImportWork {
  mutating func add(_ rows: [Placed]) {
    var good: [Placed] = []
    for (table, row) in rows {
      if let fault = fault(of: row, tables[table].type) {
        refuse(row, table, fault)
      } else {
        good.append((table, row))
        new[tables[table].type, default: []].insert(row.key)
      }
    }
    good = withoutDangling(good)
    for (table, row) in good { insert(row, table) }
    for (table, row) in good { link(row, tables[table]) }
  }

  /// Why a record of these values cannot be; nil where only what it names is in question. Values
  /// that a register held although they do not fit may be again.
  private func fault(of row: Row, _ type: RecordType) -> String? {
    for spec in type.fields {
      let values = row.texts(spec.field)
      if values.isEmpty, spec.isMandatory, !row.isInvalid(spec.field) {
        return EditProblem.missing(type, spec.field).description
      }
      if let scalar = values.broughtUnseen([]) { return Self.unseen(spec.name, scalar) }
      if row.isInvalid(spec.field) { continue }
      let invalid =
        values.first { !spec.takes($0) } ?? (spec.isRepeated ? nil : values.dropFirst().first)
      if let invalid { return EditProblem.invalid(type, spec.field, value: invalid).description }
    }
    for field in row.unknown {
      if let fault = Self.fault(ofUnknown: field.name) { return fault }
      if let scalar = field.value.firstUnseen { return Self.unseen(field.name, scalar) }
    }
    return closedReview(of: row, type)
  }

  /// Nothing is coded in a review that is closed already.
  private func closedReview(of row: Row, _ type: RecordType) -> String? {
    guard type == .contribution || type == .memo, let key = row.texts(.review).first,
      let review = register.row(.review, key: key).map({ register.view($0, as: Review.self) }),
      !review.isOpen
    else { return nil }
    return Refusal.isClosed(review: review.name).description
  }

  /// Another record by its type and key.
  private struct Name: Hashable {
    let type: RecordType
    let key: String
  }

  /// Refuses those that name what neither is there nor comes with them. One that is refused takes
  /// along those that name it. O(values).
  private mutating func withoutDangling(_ rows: [Placed]) -> [Placed] {
    var naming: [Name: [(row: Int, field: Field)]] = [:]
    var (refused, open): (Set<Int>, [Int]) = ([], [])
    for (place, placed) in rows.enumerated() {
      let type = tables[placed.table].type
      for value in placed.row.values {
        guard let target = type.spec(of: value.field)?.target,
          register.row(target, key: value.value) == nil
        else { continue }
        if new[target]?.contains(value.value) == true {
          naming[Name(type: target, key: value.value), default: []].append((place, value.field))
        } else if refused.insert(place).inserted {
          refuse(placed, naming: value)
          open.append(place)
        }
      }
    }
    while let place = open.popLast() {
      let (type, key) = (tables[rows[place].table].type, rows[place].row.key)
      for (other, field) in naming[Name(type: type, key: key)] ?? []
      where refused.insert(other).inserted {
        refuse(rows[other], naming: FieldValue(field, key))
        open.append(other)
      }
    }
    return rows.enumerated().filter { !refused.contains($0.offset) }.map(\.element)
  }

  private mutating func refuse(_ placed: Placed, naming value: FieldValue) {
    let type = tables[placed.table].type
    new[type]?.remove(placed.row.key)
    refuse(
      placed.row, placed.table,
      EditProblem.dangling(type, value.field, value: value.value).description)
  }

  /// Adds a record without what it names of records that come after it.
  private mutating func insert(_ row: Row, _ table: Int) {
    let type = tables[table].type
    let later = Set(later(row, type).map(\.field))
    let edit = Edit.insert(
      type, (row.values + row.invalidValues).filter { !later.contains($0.field) })
    do throws(EditProblem) {
      try make(edit, isInvalid: row.hasInvalidFields)
    } catch {
      return refuse(row, table, error.description)
    }
    if let breach = trial.row(type, key: row.key).flatMap(trial.breach) {
      if (try? trial.apply(Change("", [edit.inverse]))) != nil { edits.removeLast() }
      return refuse(row, table, breach.description)
    }
    edits += row.unknown.byName.map {
      .setUnknown(type, key: row.key, $0.name, from: [], to: $0.values)
    }
    count(.new, table)
  }

  private mutating func make(_ edit: Edit, isInvalid: Bool) throws(EditProblem) {
    var change = Change("", [edit])
    change.bringsInvalidValues = isInvalid
    try trial.apply(change)
    edits.append(edit)
    if isInvalid { bringsInvalidValues = true }
  }

  /// Fields with a value that names what is not there yet.
  private func later(_ row: Row, _ type: RecordType) -> [FieldSpec] {
    type.fields.filter { spec in
      guard let target = spec.target else { return false }
      return row.texts(spec.field).contains {
        trial.row(target, key: $0) == nil && new[target]?.contains($0) == true
      }
    }
  }

  /// Sets what was left out when the record was added; tells what cannot be.
  private mutating func link(_ row: Row, _ table: Table) {
    guard let added = trial.row(table.type, key: row.key) else { return }
    for spec in table.type.fields where spec.target != nil {
      guard let edit = trial[added].setting(spec.field, to: row.texts(spec.field)) else { continue }
      do throws(EditProblem) {
        try make(edit, isInvalid: row.isInvalid(spec.field))
      } catch {
        result.remarks.append(
          "\(table.file) row \(row.number): \(error); \(row.key) is added without it")
      }
    }
  }
}
