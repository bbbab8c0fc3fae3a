extension Register {
  /// What a text says in a field of this kind; references are left as text.
  func value(for slice: TextSlice, _ spec: FieldSpec) -> PackedValue {
    let bytes = pool.bytes(slice)
    switch spec.kind {
    case .key, .text, .reference:
      return .text(slice)
    case .day:
      return Day(iso: bytes).map(PackedValue.day) ?? .invalid(slice)
    case .number:
      return number(bytes).map(PackedValue.number) ?? .invalid(slice)
    case .choice(let options):
      return options.firstIndex { $0.utf8.elementsEqual(bytes) }.map(PackedValue.choice)
        ?? .invalid(slice)
    }
  }

  /// A number in its one spelling, so that it is written as it was read: `7`, neither `+7` nor
  /// `007`.
  private func number(_ bytes: UnsafeRawBufferPointer) -> Int32? {
    let text = String(decoding: bytes, as: UTF8.self)
    return Int32(text).flatMap { String($0) == text ? $0 : nil }
  }

  /// Makes a record's key findable; returns the record that has the key already, if one does.
  mutating func enterKey(of row: Row) -> Row? {
    let key = keyBytes(row.type, row.number)
    guard !key.isEmpty else { return nil }
    let (column, pool) = (tables[Int(row.type.rawValue)].columns[0], pool)
    func bytes(_ row: Int) -> UnsafeRawBufferPointer? { column[row].slice.map(pool.bytes) }
    let other = tables[Int(row.type.rawValue)].keys.add(row.number, hash: KeyMap.hash(key)) {
      bytes($0)?.isSame(as: key) ?? false
    } hashOfRow: {
      bytes($0).map(KeyMap.hash) ?? 0
    }
    return other.map { Row(type: row.type, number: $0) }
  }
}
