extension Register {
  /// Whether one record stands before another in a file in order: by key, contributions by their
  /// passage first.
  public func comesBefore(_ row: Row, _ other: Row) -> Bool {
    if row.type == .contribution {
      let mine = self[row].text(.passage) ?? ""
      let theirs = self[other].text(.passage) ?? ""
      if mine != theirs { return mine.utf8.lexicographicallyPrecedes(theirs.utf8) }
    }
    return keyBytes(row.type, row.number)
      .lexicographicallyPrecedes(keyBytes(other.type, other.number))
  }

  /// The row that holds a key, or held it before the record was removed.
  public func everHeld(_ type: RecordType, key: String) -> Row? {
    var key = key
    return key.withUTF8 { findRow(type, key: UnsafeRawBufferPointer($0)) }
      .map { Row(type: type, number: $0) }
  }
}

extension Register {
  /// Whether two registers hold the same records with the same values, in whatever order.
  /// O(records).
  ///
  /// Records without a key of their own cannot be told apart and are only counted.
  public func holdsTheSame(as other: Register) -> Bool {
    RecordType.allCases.allSatisfy { type in
      guard count(type) == other.count(type) else { return false }
      return rows(type).allSatisfy { row in
        let record = self[row]
        guard !record.key.isEmpty, self.row(type, key: record.key) == row else { return true }
        return other.row(type, key: record.key).map { holdsTheSame(row, as: $0, of: other) }
          ?? false
      }
    }
  }

  private func holdsTheSame(_ row: Row, as otherRow: Row, of other: Register) -> Bool {
    row.type.fields.indices.allSatisfy { column in
      let values = table(row.type).values(row.number, column)
      let others = other.table(row.type).values(otherRow.number, column)
      return values.count == others.count
        && zip(values, others).allSatisfy { isSame($0, as: $1, of: other, row.type.fields[column]) }
    }
  }

  /// Whether two values of a field say the same; only those of which that is not plain are made
  /// texts.
  private func isSame(
    _ value: PackedValue, as otherValue: PackedValue, of other: Register, _ spec: FieldSpec
  ) -> Bool {
    if let slice = value.slice, let others = otherValue.slice {
      return pool.bytes(slice).isSame(as: other.pool.bytes(others))
    }
    if let target = spec.target, let row = value.reference, let others = otherValue.reference {
      return keyBytes(target, row).isSame(as: other.keyBytes(target, others))
    }
    if value == otherValue, value.slice == nil, value.reference == nil { return true }
    return text(of: value, spec) == other.text(of: otherValue, spec)
  }
}
