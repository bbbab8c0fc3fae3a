/// One test of a filter, with what it has found out about records so far.
struct TermRun: Sendable {
  private let test: Query.Term.Test
  private let register: Register
  /// By type: what is known of its records as those that others belong to or that the field is
  /// looked for in.
  private var known: [Findings]
  /// By type: what is known of the names of its records.
  private var names: [Findings]
  private let tests: [[FieldTest]]
  private let sought: SoughtText

  init(_ test: Query.Term.Test, in register: Register) {
    self.test = test
    self.register = register
    known = RecordType.all.map { _ in Findings() }
    names = known
    switch test {
    case .word(let word):
      let sought = SoughtText(word)
      self.sought = sought
      self.tests = RecordType.all.map { FieldTest.all(of: $0, for: sought) }
    case .field(let holder, let field, let value):
      sought = SoughtText(term: value)
      let tests = FieldTest(holder, field, value).map { [$0] } ?? []
      self.tests = RecordType.all.map { $0 == holder ? tests : [] }
    case .count, .coded:
      sought = SoughtText("")
      self.tests = RecordType.all.map { _ in [] }
    }
  }

  /// The type of whose records it is asked; nil of a word, which may be in any.
  private var holder: RecordType? {
    switch test {
    case .word: nil
    case .field(let holder, _, _), .count(_, let holder, _), .coded(let holder, _): holder
    }
  }

  /// Marks those of the open rows in which it is found.
  mutating func find(_ marks: inout RowMarks, _ type: RecordType) {
    if let holder, holder != type {
      guard let parent = type.parentField, let target = parent.target,
        let column = type.column(of: parent.field)
      else { return }
      let parents = register.tables[Int(type.rawValue)].columns[column]
      marks.find { row in parents.reference(row).map { isFound(target, $0) } ?? false }
      return
    }
    if case .count(let child, _, let range) = test {
      marks.find {
        range.contains(register.tree.rows(child, of: Row(type: type, number: $0)).count)
      }
    } else if case .coded(_, let value) = test {
      marks.find { isCoded(Row(type: type, number: $0), value) }
    }
    for test in tests[Int(type.rawValue)] { find(test, &marks, type) }
  }

  /// Whether something is coded in a passage, or in one of an inspection: `no` is nothing, nothing
  /// and `yes` anything, and any other word what a person of that name coded.
  private func isCoded(_ row: Row, _ value: String) -> Bool {
    if value == "no" { return !isCoded(row, "yes") }
    if row.type != .passage {
      return register.tree.rows(.passage, of: row)
        .contains { isCoded(Row(type: .passage, number: $0), value) }
    }
    let codes = register.tree.rows(.contribution, of: row)
    if value.isEmpty || value == "yes" { return !codes.isEmpty }
    return codes.contains { code in
      register[Row(type: .contribution, number: code)].text(.by)?.lowercased() == value
    }
  }

  /// Whether the term is found in a record that others belong to; a block of its like is looked at
  /// at once.
  @inline(__always)
  private mutating func isFound(_ type: RecordType, _ row: Int) -> Bool {
    known[Int(type.rawValue)][row] ?? find(type, row)
  }

  private mutating func find(_ type: RecordType, _ row: Int) -> Bool {
    let (index, count) = (Int(type.rawValue), register.table(type).rowCount)
    let start = row / Chunked<UInt64>.pieceSize * Chunked<UInt64>.pieceSize
    var marks = RowMarks(start..<min(count, RowMarks.endOfBlock(row)))
    find(&marks, type)
    for row in marks.rows { known[index].note(marks.isFound(row), row, of: count) }
    return marks.isFound(row)
  }

  /// Whether the term is found in the name of a record.
  @inline(__always)
  private mutating func isNamed(_ type: RecordType, _ row: Int) -> Bool {
    names[Int(type.rawValue)][row] ?? findName(type, row)
  }

  private mutating func findName(_ type: RecordType, _ row: Int) -> Bool {
    let index = Int(type.rawValue)
    let found = [Field.id, .name, .gss, .dfe].contains { field in
      guard let column = type.column(of: field),
        let slice = register.tables[index].columns[column][row].slice
      else { return false }
      return isIn(slice)
    }
    names[index].note(found, row, of: register.table(type).rowCount)
    return found
  }

  // MARK: - Columns

  private mutating func find(_ test: FieldTest, _ marks: inout RowMarks, _ type: RecordType) {
    let column = register.tables[Int(type.rawValue)].columns[test.column]
    if column.isWide {
      findInTexts(test, column, &marks)
    } else {
      findInCells(test, column, &marks)
    }
  }

  private func findInTexts(_ test: FieldTest, _ column: Column, _ marks: inout RowMarks) {
    let (file, first) = (register.pool.file, marks.rows.lowerBound)
    let isAny = if case .any = test.kind { true } else { false }
    column.withWidePiece(from: first) { values in
      marks.find { row in
        guard row &- first < values.count else { return false }
        let value = PackedValue(bits: values[row &- first])
        if value.isNone { return false }
        guard !isAny, let slice = value.slice else {
          return isAny || column.values(row).contains { $0.slice.map(isIn) ?? false }
        }
        return slice.buffer == 0 ? sought.isIn(slice, of: file) : isIn(slice)
      }
    }
  }

  private func isIn(_ slice: TextSlice) -> Bool { sought.isIn(register.pool.bytes(slice)) }

  private mutating func findInCells(
    _ test: FieldTest, _ column: Column, _ marks: inout RowMarks
  ) {
    func value(_ payload: Int) -> PackedValue { PackedValue(column.tag, UInt64(payload)) }
    switch test.kind {
    case .any: findInCells(test, column, &marks) { _ in true }
    case .text, .invalidValues: findInCells(test, column, &marks) { _ in false }
    case .parent(let target): findInCells(test, column, &marks) { isFound(target, $0) }
    case .named(let target): findInCells(test, column, &marks) { isNamed(target, $0) }
    case .choice(let fitting): findInCells(test, column, &marks) { fitting[$0] }
    case .day(let range):
      findInCells(test, column, &marks) {
        value($0).day.map { range.contains(Int($0.packed)) } ?? false
      }
    case .number(let range):
      findInCells(test, column, &marks) { value($0).number.map(range.contains) ?? false }
    case .figures(let spec):
      var memo = PayloadMemo()
      findInCells(test, column, &marks) { payload in
        memo.value(of: payload) { sought.isIn(register.text(of: value(payload), spec)) }
      }
    }
  }

  /// - Parameter holds: whether the test holds of a value that fits the field, by its payload.
  @inline(__always)
  private func findInCells(
    _ test: FieldTest, _ column: Column, _ marks: inout RowMarks, _ holds: (Int) -> Bool
  ) {
    let first = marks.rows.lowerBound
    column.withNarrowPiece(from: first) { cells in
      marks.find { row in
        guard row &- first < cells.count else { return false }
        let cell = cells[row &- first]
        if cell == 0 { return false }
        if let payload = column.payload(of: cell) { return holds(payload) }
        return column.values(row).contains { value in
          value.tag == column.tag ? holds(Int(value.payload)) : isText(value, test)
        }
      }
    }
  }

  /// Text that does not fit its field is found as a word, not by a term on the field.
  private func isText(_ value: PackedValue, _ test: FieldTest) -> Bool {
    if case .any = test.kind { return true }
    guard test.isOfWord, let slice = value.slice else { return false }
    return isIn(slice)
  }
}

/// What was found out about the values met last.
private struct PayloadMemo {
  private var payloads = [Int](repeating: -1, count: 1 << 10)
  private var values = [Bool](repeating: false, count: 1 << 10)

  mutating func value(of payload: Int, _ find: () -> Bool) -> Bool {
    let place = payload & (payloads.count - 1)
    if payloads[place] != payload { (payloads[place], values[place]) = (payload, find()) }
    return values[place]
  }
}

/// What is known of the records of a type: yes, no, or nothing yet.
private struct Findings: Sendable {
  private var known: [UInt8] = []

  @inline(__always)
  subscript(row: Int) -> Bool? {
    guard row < known.count, known[row] > 0 else { return nil }
    return known[row] == 2
  }

  mutating func note(_ found: Bool, _ row: Int, of count: Int) {
    if known.isEmpty { known = Array(repeating: 0, count: count) }
    known[row] = found ? 2 : 1
  }
}
