extension Register {
  /// Makes all edits of a change, or none.
  ///
  /// O(edits), whatever the size of the register; removing a record that others name without
  /// belonging to it (an area, a theme, an agency) looks through those others.
  public mutating func apply(_ change: Change) throws(EditProblem) {
    var done: [Edit] = []
    for edit in change.edits {
      do throws(EditProblem) {
        try apply(edit, restoring: change.takesInvalidValues)
        done.append(edit)
      } catch {
        takeBack(done)
        throw error
      }
    }
  }

  /// Records that no file holds, as a register of their own; values need not fit their fields. Of
  /// two with one key the first is there. O(values).
  public init(listing records: [[FieldValue]], of type: RecordType) {
    self.init()
    for values in records { try? insert(type, values, true) }
  }

  private mutating func takeBack(_ edits: [Edit]) {
    for edit in edits.reversed() {
      do {
        try apply(edit.inverse, restoring: true)
      } catch {
        preconditionFailure("an edit could not be taken back")
      }
    }
  }

  private mutating func apply(_ edit: Edit, restoring: Bool) throws(EditProblem) {
    switch edit {
    case .insert(let type, let values):
      try insert(type, values, restoring)
    case .set(let type, let key, let field, let from, let to):
      try set(type, key, field, from: from, to: to, restoring: restoring)
    case .setUnknown(let type, let key, _, _, _):
      if row(type, key: key) == nil { throw .noSuchRecord(type, key: key) }
    case .remove(let type, let values):
      try remove(type, edit.key, values)
    }
  }

  private mutating func insert(
    _ type: RecordType, _ values: [FieldValue], _ restoring: Bool
  ) throws(EditProblem) {
    guard var key = values.first(where: { $0.field == .id })?.value, !key.isEmpty else {
      throw .noKey(type)
    }
    if row(type, key: key) != nil { throw .keyTaken(type, key: key) }
    if let unknown = values.first(where: { type.column(of: $0.field) == nil }) {
      throw .noSuchField(type, unknown.field)
    }
    var packed: [(column: Int, values: [PackedValue])] = []
    for spec in type.fields {
      let texts = values.filter { $0.field == spec.field }.map(\.value)
      packed.append((packed.count, try self.values(for: texts, spec, of: type, restoring)))
    }
    let former = key.withUTF8 { findRow(type, key: UnsafeRawBufferPointer($0)) }
    let number = former ?? tables[Int(type.rawValue)].addRow()
    for (column, values) in packed { tables[Int(type.rawValue)].setValues(values, number, column) }
    tables[Int(type.rawValue)].removed.remove(number)
    let row = Row(type: type, number: number)
    if former == nil { _ = enterKey(of: row) }
    link(row)
  }

  private mutating func set(
    _ type: RecordType, _ key: String, _ field: Field, from: [String], to: [String],
    restoring: Bool
  ) throws(EditProblem) {
    guard let row = row(type, key: key) else { throw .noSuchRecord(type, key: key) }
    guard let column = type.column(of: field), let spec = type.spec(of: field), field != .id else {
      throw .noSuchField(type, field)
    }
    // Which of two with one key is meant, an edit cannot say.
    if !restoring, table(type).sharingKey.contains(row.number) { throw .keyShared(type, key: key) }
    guard self[row].texts(field) == from else { throw .stale(type, key: key, field) }
    let packed = try values(for: to, spec, of: type, restoring)
    let isParent = tree.parentColumn(of: type) == column
    if isParent { unlink(row) }
    tables[Int(type.rawValue)].setValues(packed, row.number, column)
    if isParent { link(row) }
  }

  private mutating func remove(
    _ type: RecordType, _ key: String, _ values: [FieldValue]
  ) throws(EditProblem) {
    guard let row = row(type, key: key) else { throw .noSuchRecord(type, key: key) }
    guard self[row].holds(values) else { throw .stale(type, key: key, nil) }
    // Without it, the other record would have the key when the file is read again.
    if table(type).sharingKey.contains(row.number) { throw .keyShared(type, key: key) }
    let uses = uses(of: row)
    if uses > 0 { throw .inUse(type, key: key, by: uses) }
    unlink(row)
    tables[Int(type.rawValue)].removed.insert(row.number)
  }

  private mutating func values(
    for texts: [String], _ spec: FieldSpec, of type: RecordType, _ restoring: Bool
  ) throws(EditProblem) -> [PackedValue] {
    if !restoring {
      if texts.isEmpty, spec.isMandatory { throw .missing(type, spec.field) }
      if texts.count > 1, !spec.isRepeated { throw .invalid(type, spec.field, value: texts[1]) }
    }
    var packed: [PackedValue] = []
    for text in texts { packed.append(try value(for: text, spec, of: type, restoring)) }
    return packed
  }

  /// A text as a packed value; what does not fit is kept as it is where it is put back, else
  /// refused.
  private mutating func value(
    for text: String, _ spec: FieldSpec, of type: RecordType, _ restoring: Bool
  ) throws(EditProblem) -> PackedValue {
    if let target = spec.target {
      if let row = row(target, key: text) { return .reference(row.number) }
      if !restoring { throw .dangling(type, spec.field, value: text) }
    }
    guard restoring || !text.utf8.contains(0), let slice = pool.add(text) else {
      throw .invalid(type, spec.field, value: text)
    }
    if spec.target != nil { return .invalid(slice) }
    let value = value(for: slice, spec)
    let fits = value.tag != .invalid && spec.accepts(text)
    if !fits, !restoring { throw .invalid(type, spec.field, value: text) }
    return value
  }

  /// How many records name this one. O(children), whatever their types, and a scan of the columns
  /// by which others name its type without belonging to it.
  private func uses(of row: Row) -> Int {
    var uses = tree.count(of: row)
    for type in RecordType.allCases {
      for (column, spec) in type.fields.enumerated()
      where spec.target == row.type && tree.parentColumn(of: type) != column {
        uses += self.uses(of: row, in: type, column)
      }
    }
    return uses
  }

  private func uses(of row: Row, in type: RecordType, _ column: Int) -> Int {
    let table = table(type)
    return (0..<table.rowCount).count { number in
      table.isLive(number)
        && table.values(number, column).contains { $0.reference == row.number }
    }
  }
}
