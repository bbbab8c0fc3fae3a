/// Makes a register from the records of a file, in one pass over them and one over their references.
///
/// Nothing is refused: what does not fit is kept as text and named in ``finish()``'s problems.
public struct RegisterBuilder: ~Copyable {
  private var register: Register
  private var problems: [RecordProblem] = []
  private var row = Row(type: .area, number: 0)

  public init(file: TextBuffer) {
    register = Register(file: file)
  }

  /// Starts a record; the fields that are added next are its.
  public mutating func begin(_ type: RecordType) -> Row {
    row = Row(type: type, number: register.tables[Int(type.rawValue)].addRow())
    return row
  }

  /// Adds a value that lies in the file as it is.
  public mutating func add(_ column: Int, at offset: Int, length: Int) {
    guard length <= TextSlice.longest else { return note(.tooLong, column) }
    add(column, TextSlice(buffer: 0, offset: UInt32(offset), length: UInt32(length)))
  }

  /// Adds a value that had to be unfolded.
  public mutating func add(_ column: Int, _ value: String) {
    guard let slice = register.pool.add(value) else { return note(.tooLong, column) }
    add(column, slice)
  }

  /// Ends the record: looks for what it lacks and enters its key.
  public mutating func end() {
    for (column, spec) in row.type.fields.enumerated() where spec.isMandatory {
      if register.tables[Int(row.type.rawValue)].columns[column][row.number].isNone {
        note(.missing, column)
      }
    }
    if let other = register.enterKey(of: row) {
      register.tables[Int(row.type.rawValue)].sharingKey.insert(other.number)
      note(.duplicateKey(first: other), 0)
    }
  }

  /// The register, its references resolved, and all that did not fit.
  public consuming func finish() -> (Register, [RecordProblem]) {
    for type in RecordType.allCases {
      for (column, spec) in type.fields.enumerated() {
        if let target = spec.target { resolve(type, column, target) }
      }
      linkChildren(of: type)
    }
    return (register, problems)
  }

  private mutating func add(_ column: Int, _ slice: TextSlice) {
    let spec = row.type.fields[column]
    let table = Int(row.type.rawValue)
    let former = register.tables[table].words(row.number, column).count
    if !spec.isRepeated, former > 0 { note(.repeated, column, value: former) }
    let word = register.word(for: slice, spec)
    if word.tag == .misfit { note(.misfit, column, value: former) }
    register.tables[table].addWord(word, row.number, column)
  }

  private mutating func note(_ kind: RecordProblem.Kind, _ column: Int, value: Int = 0) {
    let field = row.type.fields[column].field
    problems.append(RecordProblem(kind: kind, row: row, field: field, value: value))
  }

  private mutating func resolve(_ type: RecordType, _ column: Int, _ target: RecordType) {
    let table = Int(type.rawValue)
    for number in 0..<register.tables[table].rowCount {
      let word = register.tables[table].columns[column][number]
      if word.isNone { continue }
      row = Row(type: type, number: number)
      if let list = word.list {
        register.tables[table].lists[list] = register.tables[table].lists[list].enumerated()
          .map { resolved($1, target, column, value: $0) }
      } else {
        register.tables[table].columns[column][number] = resolved(word, target, column, value: 0)
      }
    }
  }

  private mutating func resolved(
    _ word: Word, _ target: RecordType, _ column: Int, value: Int
  ) -> Word {
    guard let slice = word.slice else { return word }
    if let found = register.findRow(target, key: register.pool.bytes(slice)) {
      return .reference(found)
    }
    note(.dangling, column, value: value)
    return .misfit(slice)
  }

  private mutating func linkChildren(of type: RecordType) {
    guard type.parentField != nil else { return }
    for number in 0..<register.table(type).rowCount {
      guard let parent = register.parent(of: Row(type: type, number: number)) else { continue }
      register.children[Int(type.rawValue)].add(number, to: parent)
    }
  }
}

/// Something in a record that does not fit what its type says.
public struct RecordProblem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A mandatory field is not there.
    case missing
    /// The value is no day, number or word of the list.
    case misfit
    /// No record has the key that the value names.
    case dangling
    /// The field may stand once and stands again.
    case repeated
    /// Another record, earlier in the file, has the same key.
    case duplicateKey(first: Row)
    /// Over 16 MiB.
    case tooLong
  }

  public let kind: Kind
  public let row: Row
  public let field: Field
  /// Which of the field's values it is, from 0.
  public let value: Int
}

extension Register {
  /// What a text says in a field of this kind; references are left as text.
  func word(for slice: TextSlice, _ spec: FieldSpec) -> Word {
    let bytes = pool.bytes(slice)
    switch spec.kind {
    case .key, .text, .reference:
      return .text(slice)
    case .day:
      return Day(iso: bytes).map(Word.day) ?? .misfit(slice)
    case .number:
      return number(bytes).map(Word.number) ?? .misfit(slice)
    case .choice(let words):
      return words.firstIndex { $0.utf8.elementsEqual(bytes) }.map(Word.choice) ?? .misfit(slice)
    }
  }

  /// A number in its one spelling, so that it is written as it was read: `7`, neither `+7` nor `007`.
  private func number(_ bytes: UnsafeRawBufferPointer) -> Int32? {
    let text = String(decoding: bytes, as: UTF8.self)
    return Int32(text).flatMap { String($0) == text ? $0 : nil }
  }

  /// Makes a record's key findable; returns the record that has the key already, if one does.
  mutating func enterKey(of row: Row) -> Row? {
    let key = keyBytes(row.type, row.number)
    guard !key.isEmpty else { return nil }
    if let other = findRow(row.type, key: key) { return Row(type: row.type, number: other) }
    let type = row.type
    let columns = tables[Int(type.rawValue)].columns[0]
    let pool = pool
    tables[Int(type.rawValue)].keys.add(row.number, hash: KeyMap.hash(key)) { other in
      columns[other].slice.map { KeyMap.hash(pool.bytes($0)) } ?? 0
    }
    return nil
  }
}
