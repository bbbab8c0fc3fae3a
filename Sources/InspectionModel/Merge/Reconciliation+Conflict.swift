// Values that are kept beside others until somebody chooses.

extension Reconciliation {
  /// Keeps what the change makes of a field, or of a record, beside what they made of it, or the
  /// other way round.
  func conflict(
    _ type: RecordType, _ key: String, _ field: Field?, _ values: [String]
  ) -> [Edit] {
    guard winner == .change, let field, let row = register.row(type, key: key) else {
      return beside(type, key, field, values)
    }
    let theirs = register[row].texts(field)
    return [.set(type, key: key, field, from: theirs, to: values)]
      + beside(type, key, field, theirs)
  }

  private func beside(
    _ type: RecordType, _ key: String, _ field: Field?, _ values: [String]
  ) -> [Edit] {
    Conflict.edit(on: type, key: key, field, other: values, because: note, in: register)
      .map { [$0] } ?? []
  }

  /// An edit of a conflict itself, nil where it is made as any other. Two conflicts about the same
  /// field are none in their turn: both values are kept beside it.
  func fittedConflict(_ edit: Edit) -> [Edit]? {
    let mine = register.row(.conflict, key: edit.key).map { Conflict(register[$0]) }
    switch edit {
    case .insert(_, let values):
      func text(_ field: Field) -> String? { values.first { $0.field == field }?.value }
      guard mine != nil, let type = text(.type).flatMap(RecordType.init(name:)),
        let key = text(.record)
      else { return nil }
      let others = values.filter { $0.field == .value }.map(\.value)
      return beside(type, key, text(.field).flatMap(Field.init(rawValue:)), others)
    case .set(_, let key, let field, let from, let to):
      guard let mine else {
        guard let former, let row = former.row(.conflict, key: key) else { return nil }
        return [.insert(.conflict, former[row].values)]
      }
      guard field == .value, mine.values != from, let subject = mine.subject else { return nil }
      let about = register[subject].key
      guard
        let twin = register.conflict(on: subject.type, key: about, mine.field, other: from)
      else { return beside(subject.type, about, mine.field, to) }
      return [.set(.conflict, key: twin.key, .value, from: from, to: to)]
    case .setUnknown: return nil
    case .remove(_, let values):
      return mine?.record.holds(values) == false ? [] : nil
    }
  }
}
