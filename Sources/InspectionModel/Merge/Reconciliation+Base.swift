// Two versions of a register of which it is known what both once were.

extension Reconciliation {
  /// All that the version ``former`` has done since both were the base, as it fits this one.
  /// O(records).
  ///
  /// What the base holds in conflict, as git makes one of two common versions, is nobody's: where
  /// both versions have something of their own in its place, both are kept.
  public func merging(since base: Register) throws(EditProblem) -> Change {
    guard let other = former else { return Change(note, [], isRestoring: true) }
    let open = Undecided(in: base, register, other)
    var trial = self
    var edits: [Edit] = []
    for edit in base.edits(to: other) where !open.isAbout(edit) {
      edits += try trial.make(edit, restoring: true)
    }
    for matter in open.matters { edits += try trial.settle(matter, other) }
    return Change(note, edits, isRestoring: true)
  }

  /// The edits that bring back what others are about to name, though it was removed from this
  /// version since the base; whether it is to go is to be chosen.
  func returning(for edits: [Edit]) -> [Edit] {
    guard base != nil else { return [] }
    var seen: Set<Conflict.Matter> = []
    return edits.flatMap { returning(for: $0, &seen) }
  }

  private func returning(for edit: Edit, _ seen: inout Set<Conflict.Matter>) -> [Edit] {
    let values: [FieldValue]
    switch edit {
    case .insert(_, let all): values = all
    case .set(_, _, let field, _, let to): values = to.map { FieldValue(field, $0) }
    case .setUnknown, .remove: return []
    }
    return values.flatMap { value -> [Edit] in
      guard let target = edit.type.spec(of: value.field)?.target,
        register.row(target, key: value.value) == nil,
        base?.row(target, key: value.value) != nil,
        let former, let row = former.row(target, key: value.value),
        seen.insert(Conflict.Matter(target, value.value, nil)).inserted
      else { return [] }
      let edit = Edit.insert(target, former[row].values)
      return returning(for: edit, &seen) + [edit] + conflict(target, value.value, nil, [])
    }
  }
}
