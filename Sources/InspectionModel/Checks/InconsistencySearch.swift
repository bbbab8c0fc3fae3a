extension Register {
  /// All that does not go together. O(records).
  public func inconsistencies() -> [Inconsistency] {
    RecordType.allCases.flatMap { type in
      var search = InconsistencySearch(self, type)
      return search.found(in: 0..<rowCount(type))
    }
  }
}

/// A look at the records of one type, some at a time and in their order, for what does not go
/// together.
public struct InconsistencySearch {
  private let register: Register
  private let type: RecordType
  private var alikeKeys: AlikeKeys?
  private var lettersOfCodes: [Character: String] = [:]

  public init(_ register: Register, _ type: RecordType) {
    (self.register, self.type) = (register, type)
  }

  /// What is found in the next rows. O(rows), and once O(records) for keys that look alike.
  ///
  /// - Precondition: the rows come after those asked for before.
  public mutating func found(in rows: Range<Int>) -> [Inconsistency] {
    if alikeKeys == nil { alikeKeys = AlikeKeys(register, type) }
    return ownFaults(rows) + keyless(rows) + (alikeKeys?.found(in: rows) ?? []) + misshapen(rows)
      + clashingCodes(rows)
  }

  private func all<View: RecordView>(_ view: View.Type, _ rows: Range<Int>) -> [View] {
    guard View.type == type else { return [] }
    return rows.compactMap { number in
      let row = Row(type: type, number: number)
      return register.contains(row) ? register.view(row) : nil
    }
  }

  /// What a record says by itself.
  private func ownFaults(_ rows: Range<Int>) -> [Inconsistency] {
    all(Inspection.self, rows).flatMap(\.inconsistencies)
      + all(Judgement.self, rows).flatMap(\.inconsistencies) + withThemselves(rows)
      + all(Conflict.self, rows).map {
        Inconsistency(kind: .undecided(about: $0.subject), row: $0.row, field: .id)
      }
      + all(Passage.self, rows).filter { $0.text == nil && $0.summary == nil }.map {
        Inconsistency(kind: .wordless, row: $0.row, field: .text)
      }
      + all(Concern.self, rows).filter(\.isUnproven).map {
        Inconsistency(kind: .unproven, row: $0.row, field: .standing)
      }
      + all(Estimate.self, rows).compactMap(\.unsoundness)
      + all(PausePoint.self, rows).flatMap(\.inconsistencies)
  }

  private func misshapen(_ rows: Range<Int>) -> [Inconsistency] {
    let table = register.table(type)
    var found: [Inconsistency] = []
    for (index, spec) in type.fields.enumerated() {
      guard let shape = spec.shape else { continue }
      let column = table.columns[index]
      for number in rows where !column[number].isNone && table.isLive(number) {
        let row = Row(type: type, number: number)
        for text in register[row].texts(spec.field) where !shape.fits(text) {
          found.append(
            Inconsistency(kind: .misshapen(value: text, shape), row: row, field: spec.field))
        }
      }
    }
    return found
  }

  /// Contributions of an agency together with itself, by the bare columns.
  private func withThemselves(_ rows: Range<Int>) -> [Inconsistency] {
    guard type == .contribution, let agency = type.column(of: .agency),
      let with = type.column(of: .with)
    else { return [] }
    let table = register.table(type)
    return rows.filter { row in
      let own = table.columns[agency].first(row)
      return own.reference != nil && table.columns[with].contains(row) { $0 == own }
        && table.isLive(row)
    }.map { Inconsistency(kind: .withItself, row: Row(type: type, number: $0), field: .with) }
  }

  /// Records whose key is empty; of one without the field, the reader has told.
  private func keyless(_ rows: Range<Int>) -> [Inconsistency] {
    let table = register.table(type)
    return rows.filter { table.isLive($0) && register.keyBytes(type, $0).isEmpty }
      .map { Row(type: type, number: $0) }.filter { !register[$0].texts(.id).isEmpty }
      .map { Inconsistency(kind: .keyless, row: $0, field: .id) }
  }

  private mutating func clashingCodes(_ rows: Range<Int>) -> [Inconsistency] {
    var found: [Inconsistency] = []
    for agency in all(Agency.self, rows) {
      guard let letter = agency.letter else { continue }
      if letter == Agency.withLetter {
        found.append(Inconsistency(kind: .takenLetter, row: agency.row, field: .letter))
      } else if let owner = lettersOfCodes.updateValue(agency.key, forKey: letter) {
        found.append(Inconsistency(kind: .sameCode(key: owner), row: agency.row, field: .letter))
      }
    }
    return found
  }
}

/// Keys of one type that a person would take for one another.
private struct AlikeKeys {
  private let register: Register
  private let type: RecordType
  /// The rows whose folded keys have a hash that another has; only these are compared as text.
  private var suspects: ArraySlice<Int>
  /// The first key of each look.
  private var first: [String: String] = [:]
  /// Keys so far, where the file has one key more than once.
  private var known: Set<[UInt8]> = []

  /// O(records).
  init(_ register: Register, _ type: RecordType) {
    (self.register, self.type) = (register, type)
    let table = register.table(type)
    let hashes = (0..<table.rowCount).map { row -> UInt32 in
      guard table.isLive(row) else { return 0 }
      let key = register.keyBytes(type, row)
      return key.isEmpty ? 0 : LookAlike.hash(of: key)
    }
    suspects = HashPairs.shared(in: hashes)[...]
  }

  /// The rows among the next whose key looks like that of one before.
  mutating func found(in rows: Range<Int>) -> [Inconsistency] {
    var found: [Inconsistency] = []
    while let number = suspects.first, number < rows.upperBound {
      suspects.removeFirst()
      let row = Row(type: type, number: number)
      let key = register[row].key
      // Of one key in several records the reader has told.
      if isRepeated(key) { continue }
      let look = LookAlike.look(of: key)
      if let other = first[look] {
        found.append(Inconsistency(kind: .looksLike(key: other), row: row, field: .id))
      } else {
        first[look] = key
      }
    }
    return found
  }

  private mutating func isRepeated(_ key: String) -> Bool {
    !register.table(type).sharingKey.isEmpty && !known.insert(Array(key.utf8)).inserted
  }
}

extension Concern {
  fileprivate var isUnproven: Bool {
    guard standing?.needsEvidence ?? false else { return false }
    return [Field.on, .by, .evidence].contains { record.texts($0).isEmpty }
  }
}
