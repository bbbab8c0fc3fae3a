extension Register {
  /// The edits that make of this register what another holds, in an order in which they can be
  /// made. O(records).
  ///
  /// Records that have no key, or share one, cannot be told apart and are left out.
  public func edits(to other: Register) -> [Edit] {
    let types = RecordType.allCases
    let arrivals = types.flatMap { other.edits(of: $0, from: self) }
    // What belongs to a record goes before the record itself.
    let departures = types.reversed().flatMap { type in
      namedRows(type).filter { other.row(type, key: self[$0].key) == nil }
        .map { Edit.remove(type, self[$0].values) }
    }
    return arrivals + departures
  }

  /// What this register has of a type and a former one lacks or has otherwise.
  private func edits(of type: RecordType, from former: Register) -> [Edit] {
    namedRows(type).flatMap { row -> [Edit] in
      let record = self[row]
      guard let before = former.row(type, key: record.key).map({ former[$0] }) else {
        return [.insert(type, record.values)]
      }
      return type.fields.compactMap { spec in
        before.setting(spec.field, to: record.texts(spec.field))
      }
    }
  }

  /// The rows that their keys tell from all others.
  private func namedRows(_ type: RecordType) -> [Row] {
    rows(type).filter { row in
      let key = self[row].key
      return !key.isEmpty && self.row(type, key: key) == row
    }
  }
}
