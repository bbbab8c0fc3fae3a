/// Makes a register from the parts of a file, in their order.
///
/// Nothing is refused: what does not fit is kept as text and named in ``finish()``'s problems. A
/// part costs its rows, and each different value of a day, a choice, a number or a reference once.
public struct RegisterBuilder: ~Copyable {
  /// All that was added so far; what names a record that is yet to come still counts as invalid.
  public private(set) var register: Register
  private var problems: [RecordProblem] = []
  /// References to records that had not come yet.
  private var pending: [Pending] = []
  /// Rows that may belong to a record that had not come yet.
  private var unlinked: [Row] = []
  /// Of all keys so far, by type, for the key maps to grow by.
  private var hashes: [[UInt32]] = RecordType.allCases.map { _ in [] }

  private struct Pending {
    let row: Row
    let column: Int
    let value: Int
  }

  public init(file: TextBuffer) { self.init(file: file, RecordTree()) }

  init(file: TextBuffer, _ tree: RecordTree) {
    register = Register(file: file, tree)
  }

  /// Adds the records of the next part; returns the first row of each type in it.
  @discardableResult
  public mutating func add(_ part: consuming RegisterPart) -> [Int] {
    let texts = part.texts.isEmpty ? nil : register.pool.addBlock(part.texts)
    var firstRows: [Int] = []
    for table in part.tables {
      firstRows.append(register.rowCount(table.type))
      if table.rowCount > 0 { add(table, texts) }
    }
    return firstRows
  }

  /// The register, its references resolved, and all that did not fit.
  public consuming func finish() -> (Register, [RecordProblem]) {
    resolvePending()
    for row in unlinked { register.link(row) }
    return (register, problems)
  }

  // MARK: - Rows

  private mutating func add(_ part: TablePart, _ texts: TextSlice?) {
    var part = part
    if let texts { part.move(to: texts) }
    let (type, first) = (part.type, register.rowCount(part.type))
    for problem in part.problems {
      note(
        problem.kind, Row(type: type, number: first + problem.row), problem.column, problem.value)
    }
    // Before anything that may name them.
    register.tables[Int(type.rawValue)].appendKeys(part)
    enterKeys(part, first)
    let cells = type.fields.indices.dropFirst().map { translate(part, $0, first) }
    register.tables[Int(type.rawValue)].append(part, cells: cells)
    noteMissing(part, first)
    let table = register.table(type)
    unlinked += register.tree.add(first..<table.rowCount, of: table)
      .map { Row(type: type, number: $0) }
  }

  /// What the numbers of a part's column stand for, as cells of the register's column. Notes the
  /// values that do not fit.
  private mutating func translate(_ part: TablePart, _ column: Int, _ first: Int) -> [UInt32] {
    let texts = part.columns[column].texts
    if texts.isEmpty { return [0] }
    let spec = part.type.fields[column]
    var cells: [UInt32] = [0]
    var invalid: Set<UInt64> = []
    cells.reserveCapacity(texts.count + 1)
    for slice in texts {
      let value = value(for: slice, spec)
      if value.tag == .invalid { invalid.insert(UInt64(cells.count)) }
      cells.append(register.tables[Int(part.type.rawValue)].cell(for: value, column))
    }
    if !invalid.isEmpty { noteInvalid(invalid, part, column, first) }
    return cells
  }

  private func value(for slice: TextSlice, _ spec: FieldSpec) -> PackedValue {
    guard let target = spec.target else { return register.value(for: slice, spec) }
    return register.findRow(target, key: register.pool.bytes(slice)).map(PackedValue.reference)
      ?? .invalid(slice)
  }

  private mutating func noteInvalid(
    _ invalid: Set<UInt64>, _ part: TablePart, _ column: Int, _ first: Int
  ) {
    let isReference = part.type.fields[column].target != nil
    for (number, cell) in part.columns[column].cells.enumerated() {
      let row = Row(type: part.type, number: first + number)
      func note(_ value: Int) {
        if isReference {
          pending.append(Pending(row: row, column: column, value: value))
        } else {
          self.note(.invalid, row, column, value)
        }
      }
      if TablePart.list(of: cell) == nil {
        if invalid.contains(cell) { note(0) }
      } else {
        for (value, number) in part.values(of: cell).enumerated() where invalid.contains(number) {
          note(value)
        }
      }
    }
  }

  private mutating func noteMissing(_ part: TablePart, _ first: Int) {
    for (column, spec) in part.type.fields.enumerated() where spec.isMandatory {
      let cells = part.columns[column].cells
      for row in 0..<part.rowCount where cells.isEmpty || cells[row] == 0 {
        note(.missing, Row(type: part.type, number: first + row), column, 0)
      }
    }
  }

  private mutating func note(_ kind: RecordProblem.Kind, _ row: Row, _ column: Int, _ value: Int) {
    let field = row.type.fields[column].field
    problems.append(RecordProblem(kind: kind, row: row, field: field, value: value))
  }

  // MARK: - Keys and references

  /// Makes the keys of a part findable; of several with one key, the first has it.
  private mutating func enterKeys(_ part: TablePart, _ first: Int) {
    let (type, index) = (part.type, Int(part.type.rawValue))
    hashes[index] += part.hashes
    var keys = KeyMap()
    swap(&keys, &register.tables[index].keys)
    var same: [(row: Int, as: Int)] = []
    let (column, pool) = (register.tables[index].columns[0], register.pool)
    func bytes(_ row: Int) -> UnsafeRawBufferPointer? { column[row].slice.map(pool.bytes) }
    hashes[index].withUnsafeBufferPointer { hashes in
      keys.addOfFile(hashes, from: first) { row, other in
        guard let key = bytes(row), let others = bytes(other) else { return false }
        return key.isSame(as: others)
      } note: {
        same.append(($0, $1))
      }
    }
    swap(&keys, &register.tables[index].keys)
    for (row, other) in same { noteSameKey(Row(type: type, number: row), other) }
  }

  private mutating func noteSameKey(_ row: Row, _ other: Int) {
    let first = Row(type: row.type, number: other)
    if register.tables[Int(row.type.rawValue)].sharingKey.insert(other).inserted {
      note(.sharedKey, first, 0, 0)
    }
    note(.duplicateKey(first: first), row, 0, 0)
  }

  /// Looks again for the records that had not come when they were named.
  private mutating func resolvePending() {
    var rest = pending[...]
    while let next = rest.first {
      // Those of one field stand together, and are written together.
      var end = rest.startIndex + 1
      while end < rest.endIndex, rest[end].row == next.row, rest[end].column == next.column {
        end += 1
      }
      resolve(rest[..<end], next.row, next.column)
      rest = rest[end...]
    }
  }

  private mutating func resolve(_ references: ArraySlice<Pending>, _ row: Row, _ column: Int) {
    guard let target = row.type.fields[column].target else { return }
    let table = Int(row.type.rawValue)
    let packed = register.tables[table].columns[column][row.number]
    if packed.list == nil {
      guard let found = resolved(packed, target, row, column, 0) else { return }
      register.tables[table].setValue(found, row.number, column)
      return
    }
    var values = register.tables[table].values(row.number, column)
    var isNew = false
    for reference in references {
      let place = reference.value
      guard let found = resolved(values[place], target, row, column, place) else { continue }
      values[place] = found
      isNew = true
    }
    if isNew { register.tables[table].setValues(values, row.number, column) }
  }

  /// The record that a text names; nil, and noted, where there is none.
  private mutating func resolved(
    _ packed: PackedValue, _ target: RecordType, _ row: Row, _ column: Int, _ place: Int
  ) -> PackedValue? {
    guard let slice = packed.slice else { return nil }
    if let found = register.findRow(target, key: register.pool.bytes(slice)) {
      return .reference(found)
    }
    note(.dangling, row, column, place)
    return nil
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these are the same bytes as others.
  func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    var at = 0
    while at + 8 <= count {
      let mine = loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if mine != other.loadUnaligned(fromByteOffset: at, as: UInt64.self) { return false }
      at += 8
    }
    while at < count {
      if self[at] != other[at] { return false }
      at += 1
    }
    return true
  }
}
