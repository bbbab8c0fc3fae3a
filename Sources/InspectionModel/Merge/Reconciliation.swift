/// Makes a change, made on one version of a register, fit another that somebody has changed
/// meanwhile: record by record and field by field.
///
/// What both changed is not decided here: one value stands, and the other goes into a ``Conflict``
/// beside it.
public struct Reconciliation: Sendable {
  /// The version that the change is to fit.
  var register: Register
  /// The version it was made on, with it; tells what a record held that is gone from the other.
  let former: Register?
  /// What both once were, where that is known: what one of them names and the other has removed
  /// since comes back.
  let base: Register?
  /// What the conflicts say of how they came about.
  let note: String
  /// Whose value wins where both have changed one.
  let winner: Winner

  /// One of the two versions that become one.
  public enum Winner: Sendable {
    /// The version that the change is to fit.
    case register
    /// The version that the change was made on.
    case change
  }

  public init(
    _ register: Register, former: Register?, base: Register? = nil, note: String,
    winner: Winner = .register
  ) {
    (self.register, self.former, self.base) = (register, former, base)
    (self.note, self.winner) = (note, winner)
  }

  /// The change with the edits that are still to be made, perhaps none.
  ///
  /// Throws where an edit has lost what it is about and nothing tells what that was. O(edits).
  public func fitting(_ change: Change) throws(EditProblem) -> Change {
    var trial = self
    var edits: [Edit] = []
    for edit in change.edits { edits += try trial.make(edit, restoring: change.takesInvalidValues) }
    var fitting = Change(change.summary, edits, isRestoring: change.isRestoring)
    fitting.bringsInvalidValues = change.bringsInvalidValues
    return fitting
  }

  mutating func make(_ edit: Edit, restoring: Bool) throws(EditProblem) -> [Edit] {
    let fitted = try fitted(edit)
    let edits = restoring ? returning(for: fitted) + fitted : fitted
    do throws(EditProblem) {
      try register.apply(Change("", edits, isRestoring: restoring))
      return edits
    } catch .inUse(let type, let key, _) {
      // They have added to what this would remove.
      let kept = conflict(type, key, nil, [])
      try register.apply(Change("", kept))
      return kept
    }
  }

  private func fitted(_ edit: Edit) throws(EditProblem) -> [Edit] {
    if edit.type == .conflict, let edits = fittedConflict(edit) { return edits }
    switch edit {
    case .insert(let type, let values):
      guard let row = register.row(type, key: edit.key) else { return [edit] }
      return type.fields.flatMap { spec in
        inserted(values.filter { $0.field == spec.field }.map(\.value), spec, into: register[row])
      }
    case .set(let type, let key, let field, let from, let to):
      guard let row = register.row(type, key: key) else { return try revived(type, key) }
      return set(field, of: register[row], from: from, to: to)
    case .setUnknown(let type, let key, let name, _, let to):
      if register.row(type, key: key) != nil { return [edit] }
      // What comes back comes without the fields that only a text holds.
      return try revived(type, key) + [.setUnknown(type, key: key, name, from: [], to: to)]
    case .remove(let type, let values):
      guard let row = register.row(type, key: edit.key) else { return [] }
      return register[row].holds(values) ? [edit] : conflict(type, edit.key, nil, [])
    }
  }

  /// One field of a record that both have added: what only one has goes in.
  private func inserted(_ mine: [String], _ spec: FieldSpec, into record: Record) -> [Edit] {
    if mine.isEmpty { return [] }
    return set(spec.field, of: record, from: [], to: mine)
  }

  func set(_ field: Field, of record: Record, from: [String], to: [String]) -> [Edit] {
    let theirs = record.texts(field)
    let (type, key) = (record.row.type, record.key)
    // An edit of what an earlier one put beside the record goes on there.
    if let beside = register.conflict(on: type, key: key, field, other: from) {
      return theirs == to
        ? [.remove(.conflict, beside.record.values)]
        : [.set(.conflict, key: beside.key, .value, from: from, to: to)]
    }
    if theirs == to { return [] }
    if theirs == from { return [.set(type, key: key, field, from: from, to: to)] }
    if type.spec(of: field)?.isRepeated == true {
      let both = theirs.filter { !from.contains($0) || to.contains($0) }
      let added = to.filter { !from.contains($0) && !theirs.contains($0) }
      return [.set(type, key: key, field, from: theirs, to: both + added)]
    }
    // The day a record was last changed is no matter to choose in: the later is right.
    if field == .on, let mine = to.first, let other = theirs.first {
      return mine > other ? [.set(type, key: key, field, from: theirs, to: to)] : []
    }
    return conflict(type, key, field, to)
  }

  /// They have removed what this changes: it comes back, and whether it is to go is to be chosen.
  private func revived(_ type: RecordType, _ key: String) throws(EditProblem) -> [Edit] {
    guard let former, let row = former.row(type, key: key) else {
      throw .noSuchRecord(type, key: key)
    }
    return [.insert(type, former[row].values)] + conflict(type, key, nil, [])
  }
}
