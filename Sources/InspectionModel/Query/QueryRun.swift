extension Register {
  /// The records that pass a filter, in the order of the file. O(records of the type and of those they name), once a term.
  public func rows(matching query: Query) -> [Row] {
    var run = QueryRun(query, in: self)
    return run.next(rowCount(query.type)).map { Row(type: query.type, number: Int($0)) }
  }

  /// One more than the highest row of a type; rows of removed records count.
  public func rowCount(_ type: RecordType) -> Int { table(type).rowCount }
}

/// A filter being worked out, as many records at a time as one likes, so that first hits can be shown early and a run
/// that is no longer wanted be left.
///
/// What holds of a record that others belong to or name is worked out when the first of them asks, and remembered.
public struct QueryRun: Sendable {
  /// Which row comes next; the run is over once that is the type's row count.
  public private(set) var position = 0
  private let type: RecordType
  private let table: Table
  private var terms: [TermRun]

  public init(_ query: Query, in register: Register) {
    type = query.type
    table = register.table(query.type)
    terms = query.terms.map { TermRun($0, in: register) }
  }

  /// The rows that pass among the next so many.
  public mutating func next(_ count: Int) -> [Int32] {
    var found: [Int32] = []
    let end = min(table.rowCount, position + count)
    for row in position..<max(position, end) where table.isLive(row) {
      if passes(row) { found.append(Int32(row)) }
    }
    position = max(position, end)
    return found
  }

  /// Whether a row passes.
  @inline(__always)
  private mutating func passes(_ row: Int) -> Bool {
    for term in terms.indices where !terms[term].holds(type, row) { return false }
    return true
  }
}

/// One term of a filter, with what it has found out about records so far.
private struct TermRun: Sendable {
  private let isNegated: Bool
  private let test: Query.Term.Test
  private let register: Register
  /// By type: what is known of its records as those that others belong to or that the field is looked for in.
  private var known: [Findings]
  /// By type: what is known of the names of its records.
  private var names: [Findings]
  private let words: [[FieldTest]]
  private let needle: Needle

  init(_ term: Query.Term, in register: Register) {
    isNegated = term.isNegated
    test = term.test
    self.register = register
    known = RecordType.allCases.map { _ in Findings() }
    names = known
    switch term.test {
    case .word(let word):
      let needle = Needle(word)
      self.needle = needle
      words = RecordType.allCases.map { FieldTest.all(of: $0, for: needle) }
    case .field(let holder, let field, let value):
      needle = Needle(value)
      let tests = FieldTest(holder, field, value).map { [$0] } ?? []
      words = RecordType.allCases.map { $0 == holder ? tests : [] }
    }
  }

  @inline(__always)
  mutating func holds(_ type: RecordType, _ row: Int) -> Bool { matches(type, row) != isNegated }

  private mutating func matches(_ type: RecordType, _ row: Int) -> Bool {
    if case .field(let holder, _, _) = test, holder != type {
      guard let parent = register.parent(of: Row(type: type, number: row)),
        let target = type.parentField?.target
      else { return false }
      return remembered(target, parent)
    }
    let tests = words[Int(type.rawValue)]
    for test in tests where passes(test, type, row) { return true }
    return false
  }

  private mutating func remembered(_ type: RecordType, _ row: Int) -> Bool {
    let index = Int(type.rawValue)
    if let known = known[index][row] { return known }
    let found = matches(type, row)
    known[index].note(found, row, of: register.table(type).rowCount)
    return found
  }

  private mutating func isNamed(_ type: RecordType, _ row: Int) -> Bool {
    let index = Int(type.rawValue)
    if let known = names[index][row] { return known }
    let found = [Field.id, .name, .gss, .dfe].contains { field in
      guard let column = type.column(of: field),
        let slice = register.tables[index].columns[column][row].slice
      else { return false }
      return needle.isIn(register.pool.bytes(slice))
    }
    names[index].note(found, row, of: register.table(type).rowCount)
    return found
  }

  @inline(__always)
  private mutating func passes(_ test: FieldTest, _ type: RecordType, _ row: Int) -> Bool {
    let word = register.tables[Int(type.rawValue)].columns[test.column][row]
    if word.isNone { return false }
    if word.list == nil { return passes(test, word) }
    for word in register.tables[Int(type.rawValue)].words(row, test.column) {
      if passes(test, word) { return true }
    }
    return false
  }

  @inline(__always)
  private mutating func passes(_ test: FieldTest, _ word: Word) -> Bool {
    switch test.kind {
    case .any: return true
    case .text: return word.slice.map { needle.isIn(register.pool.bytes($0)) } ?? false
    case .parent(let target):
      guard let row = word.reference else { return isText(word, test) }
      return remembered(target, row)
    case .named(let target):
      guard let row = word.reference else { return isText(word, test) }
      return isNamed(target, row)
    case .choice(let fitting):
      return word.choice.map { fitting[$0] } ?? isText(word, test)
    case .day(let range): return word.day.map { range.contains(Int($0.packed)) } ?? false
    case .number(let range): return word.number.map { range.contains($0) } ?? false
    case .figures(let spec):
      return word.slice == nil
        ? needle.isIn(register.text(of: word, spec)) : isText(word, test)
    }
  }

  /// Text that does not fit its field is found as a word, not by a term on the field.
  private func isText(_ word: Word, _ test: FieldTest) -> Bool {
    guard test.isOfWord, let slice = word.slice else { return false }
    return needle.isIn(register.pool.bytes(slice))
  }
}

/// How one field of a record is looked at.
private struct FieldTest: Sendable {
  enum Kind: Sendable {
    /// Whether there is any value.
    case any
    case text
    /// The record it belongs to, by the same rule.
    case parent(RecordType)
    /// The key or the name of the record it names.
    case named(RecordType)
    /// Which choices fit.
    case choice([Bool])
    case day(QueryRange)
    case number(QueryRange)
    /// A day or a number as it is written.
    case figures(FieldSpec)
  }

  let column: Int
  let kind: Kind
  /// Whether it is for a word anywhere, not for a term on this field.
  let isOfWord: Bool

  /// For a word: all fields but the sources, the record it belongs to last, since it asks for most.
  static func all(of type: RecordType, for needle: Needle) -> [FieldTest] {
    let tests = type.fields.indices.compactMap { FieldTest(type, $0, needle) }
    return tests.filter { !$0.isParent } + tests.filter(\.isParent)
  }

  private var isParent: Bool { if case .parent = kind { true } else { false } }

  private init?(_ type: RecordType, _ column: Int, _ needle: Needle) {
    let spec = type.fields[column]
    if spec.field == .source { return nil }
    self.column = column
    isOfWord = true
    switch spec.kind {
    case .key, .text: kind = .text
    case .reference(let target) where target == type: kind = .text
    case .reference(let target):
      kind = spec.field == type.parentField?.field ? .parent(target) : .named(target)
    case .choice(let words): kind = .choice(words.map(needle.isIn))
    case .day, .number: kind = .figures(spec)
    }
  }

  /// For a term on a field; nil where the type has none such.
  init?(_ type: RecordType, _ field: Field, _ value: String) {
    guard let spec = type.spec(of: field), let column = type.column(of: field) else { return nil }
    self.column = column
    isOfWord = false
    if value.isEmpty {
      kind = .any
      return
    }
    switch spec.kind {
    case .key, .text: kind = .text
    case .day:
      guard let range = QueryRange(days: value) else { return nil }
      kind = .day(range)
    case .number:
      guard let range = QueryRange(numbers: value) else { return nil }
      kind = .number(range)
    case .choice(let words):
      kind = .choice(
        words.map { $0 == value || (words.contains(value) ? false : $0.hasPrefix(value)) })
    case .reference(let target): kind = .named(target)
    }
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
