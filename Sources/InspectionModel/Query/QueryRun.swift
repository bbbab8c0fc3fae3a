extension Register {
  /// The records that pass a filter, in the order of the file. O(records of the type and of those they name), once a term.
  public func rows(matching query: Query) -> [Row] {
    let run = QueryRun(register: self)
    let rows = rows(query.type)
    let tests = query.terms.map { (run.matches($0.test, on: query.type), $0.isNegated) }
    return rows.filter { row in
      tests.allSatisfy { matches, isNegated in matches[row.number] != isNegated }
    }
  }
}

/// Works a filter out one type at a time: first which areas and agencies match a word, then which
/// inspections name one of them or match by themselves, and so on down to the contributions.
private struct QueryRun: Sendable {
  let register: Register

  func matches(_ test: Query.Term.Test, on type: RecordType) -> [Bool] {
    switch test {
    case .word(let word):
      return wordMatches(Needle(word), type)
    case .field(let holder, let field, let value):
      return inherited(fieldMatches(holder, field, value), from: holder, to: type)
    }
  }

  /// Brings what holds of records down to the records that belong to them.
  private func inherited(_ matches: [Bool], from holder: RecordType, to type: RecordType) -> [Bool]
  {
    guard holder != type, let parent = type.parentField, let target = parent.target,
      let column = type.column(of: parent.field)
    else { return matches }
    let above = inherited(matches, from: holder, to: target)
    return every(type) { table, row in
      table.columns[column][row].reference.map { above[$0] } ?? false
    }
  }

  /// A word is looked for in the record's own fields but its sources, in the names of what it refers to, and
  /// in the record it belongs to by the same rule.
  private func wordMatches(_ needle: Needle, _ type: RecordType) -> [Bool] {
    let parent = type.parentField?.field
    let named = type.fields.map { spec -> [Bool]? in
      guard let target = spec.target, target != type else { return nil }
      return spec.field == parent ? wordMatches(needle, target) : namedMatches(needle, target)
    }
    let searched = type.fields.indices.filter { type.fields[$0].field != .source }
    return every(type) { table, row in
      searched.contains { column in
        table.words(row, column).contains { word in
          if let slice = word.slice { return needle.isIn(register.pool.bytes(slice)) }
          if let target = word.reference { return named[column]?[target] ?? false }
          return needle.isIn(register.text(of: word, type.fields[column]))
        }
      }
    }
  }

  private func fieldMatches(_ type: RecordType, _ field: Field, _ value: String) -> [Bool] {
    guard let spec = type.spec(of: field), let column = type.column(of: field) else {
      return every(type) { _, _ in false }
    }
    let test = wordTest(spec, value)
    return every(type) { table, row in table.words(row, column).contains(where: test) }
  }

  private func wordTest(_ spec: FieldSpec, _ value: String) -> (Word) -> Bool {
    if value.isEmpty { return { _ in true } }
    let needle = Needle(value)
    switch spec.kind {
    case .key, .text:
      return { [register] in $0.slice.map { needle.isIn(register.pool.bytes($0)) } ?? false }
    case .day:
      let range = QueryRange(days: value)
      return { word in word.day.map { range?.contains(Int($0.packed)) ?? false } ?? false }
    case .number:
      let range = QueryRange(numbers: value)
      return { word in word.number.map { range?.contains($0) ?? false } ?? false }
    case .choice(let words):
      let fitting = words.map {
        $0 == value || (words.contains(value) ? false : $0.hasPrefix(value))
      }
      return { word in word.choice.map { fitting[$0] } ?? false }
    case .reference(let target):
      let fitting = namedMatches(needle, target)
      return { word in word.reference.map { fitting[$0] } ?? false }
    }
  }

  /// Records whose key or name the text is part of.
  private func namedMatches(_ needle: Needle, _ type: RecordType) -> [Bool] {
    let columns = [Field.id, .name, .gss, .dfe].compactMap { type.column(of: $0) }
    return every(type) { table, row in
      columns.contains { column in
        table.columns[column][row].slice.map { needle.isIn(register.pool.bytes($0)) } ?? false
      }
    }
  }

  private func every(_ type: RecordType, _ test: (Table, Int) -> Bool) -> [Bool] {
    let table = register.table(type)
    return (0..<table.rowCount).map { test(table, $0) }
  }
}

/// A text to look for, whatever the case of its letters.
struct Needle: Sendable {
  private let folded: [UInt8]
  private let isASCII: Bool

  init(_ text: String) {
    folded = Array(text.lowercased().utf8)
    isASCII = folded.allSatisfy { $0 < 0x80 }
  }

  func isIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isIn(UnsafeRawBufferPointer($0)) }
  }

  /// Plain letters are folded byte by byte; only a search for others pays for real case folding.
  func isIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard isASCII else {
      return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8).contains(folded)
    }
    guard let first = folded.first else { return true }
    guard bytes.count >= folded.count else { return false }
    for start in 0...(bytes.count - folded.count) where Self.fold(bytes[start]) == first {
      if folded.indices.allSatisfy({ Self.fold(bytes[start + $0]) == folded[$0] }) { return true }
    }
    return false
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
