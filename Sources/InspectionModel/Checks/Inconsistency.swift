/// Something that each field allows and that does not go together.
public struct Inconsistency: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The day of the field is before that of another that must come first.
    case before(Field)
    /// The inspection starts on the day its letter was published, as tables do that lack the real
    /// day.
    case startsWhenPublished
    /// The inspection has a grade, and under its framework none is given.
    case gradeless(framework: String)
    /// The framework was not in force on the day.
    case notInForce(framework: String)
    /// The record has a key of no letters at all, so that nothing can name it.
    case keyless
    /// The key is another in case, blanks, letters that look the same or leading noughts only: see
    /// ``LookAlike``.
    case looksLike(key: String)
    /// Another agency or criterion has the same letter or digit in the code line.
    case sameCode(key: String)
    /// The letter has a meaning of its own in the code line.
    case takenLetter
    /// The text is not of the shape that its field has.
    case misshapen(value: String, FieldShape)
    /// An agency is said to have acted together with itself.
    case withItself
    /// Two versions of a record stand, of which nobody has chosen one yet.
    case undecided(about: Row?)
    /// The passage has neither the letter's text nor a summary of it.
    case wordless
    /// The concern stands as it does without a day, an author or evidence.
    case unproven
    /// The estimate is about nothing or several things, or its range is not low ≤ mid ≤ high; the
    /// sentence says which.
    case unsound(String)
    /// The pause point is decided without a day or a reason.
    case unreasoned
    /// The inspection it was decided on is none that its rule takes now.
    case unfitMember(key: String)
  }

  public let kind: Kind
  public let row: Row
  /// The field to look at.
  public let field: Field
}

extension Register {
  /// All that does not go together. O(records).
  public func inconsistencies() -> [Inconsistency] {
    var found: [Inconsistency] = []
    for inspection in all(Inspection.self) { found += inspection.inconsistencies }
    found += contributionsWithThemselves()
    for conflict in all(Conflict.self) {
      found.append(
        Inconsistency(kind: .undecided(about: conflict.subject), row: conflict.row, field: .id))
    }
    for passage in all(Passage.self) where passage.text == nil && passage.summary == nil {
      found.append(Inconsistency(kind: .wordless, row: passage.row, field: .text))
    }
    for concern in all(Concern.self) where concern.isUnproven {
      found.append(Inconsistency(kind: .unproven, row: concern.row, field: .standing))
    }
    for type in RecordType.allCases { found += lookAlikes(type) + misshapen(type) }
    return found + clashingCodes() + unsoundEstimates() + unsoundDecisions()
  }

  private func misshapen(_ type: RecordType) -> [Inconsistency] {
    var found: [Inconsistency] = []
    for (index, spec) in type.fields.enumerated() {
      guard let shape = spec.shape else { continue }
      let column = table(type).columns[index]
      for row in rows(type) where !column[row.number].isNone {
        for text in self[row].texts(spec.field) where !shape.fits(text) {
          found.append(
            Inconsistency(kind: .misshapen(value: text, shape), row: row, field: spec.field))
        }
      }
    }
    return found
  }

  /// Contributions of an agency together with itself. O(contributions), over the bare columns.
  private func contributionsWithThemselves() -> [Inconsistency] {
    let table = table(.contribution)
    guard let agency = RecordType.contribution.column(of: .agency),
      let with = RecordType.contribution.column(of: .with)
    else { return [] }
    return (0..<table.rowCount).filter { row in
      let own = table.columns[agency].first(row)
      return own.reference != nil && table.columns[with].contains(row) { $0 == own }
        && table.isLive(row)
    }.map { row in
      Inconsistency(
        kind: .withItself, row: Row(type: .contribution, number: row), field: .with)
    }
  }

  /// Keys that a person would take for one another. O(records): only keys whose folded bytes have
  /// one hash are compared as text.
  private func lookAlikes(_ type: RecordType) -> [Inconsistency] {
    let table = table(type)
    var hashes = [UInt32](repeating: 0, count: table.rowCount)
    var keyless: [Row] = []
    for row in hashes.indices where table.isLive(row) {
      let key = keyBytes(type, row)
      if key.isEmpty {
        keyless.append(Row(type: type, number: row))
      } else {
        hashes[row] = LookAlike.hash(of: key)
      }
    }
    let shared = HashPairs.shared(in: hashes).map { Row(type: type, number: $0) }
    // Of a record without the field, the reader has told.
    return keyless.filter { !self[$0].texts(.id).isEmpty }.map {
      Inconsistency(kind: .keyless, row: $0, field: .id)
    } + lookAlikes(shared)
  }

  /// Of some records, those whose key looks like that of one before.
  private func lookAlikes(_ rows: [Row]) -> [Inconsistency] {
    var first: [String: String] = [:]
    var known: Set<[UInt8]> = []
    var found: [Inconsistency] = []
    for row in rows {
      let key = self[row].key
      // Of one key in several records the reader has told.
      if key.isEmpty || !known.insert(Array(key.utf8)).inserted { continue }
      let look = LookAlike.look(of: key)
      if let other = first[look] {
        found.append(Inconsistency(kind: .looksLike(key: other), row: row, field: .id))
      } else {
        first[look] = key
      }
    }
    return found
  }

  private func clashingCodes() -> [Inconsistency] {
    var found: [Inconsistency] = []
    var owners: [Character: String] = [:]
    for agency in all(Agency.self) {
      guard let letter = agency.letter else { continue }
      if letter == Agency.withLetter {
        found.append(Inconsistency(kind: .takenLetter, row: agency.row, field: .letter))
      } else if let owner = owners.updateValue(agency.key, forKey: letter) {
        found.append(Inconsistency(kind: .sameCode(key: owner), row: agency.row, field: .letter))
      }
    }
    return found
  }
}

extension Concern {
  fileprivate var isUnproven: Bool {
    guard standing?.needsEvidence ?? false else { return false }
    return [Field.on, .by, .evidence].contains { record.texts($0).isEmpty }
  }
}

extension Inspection {
  /// Days in the order in which they happen; each may be missing.
  private static let course: [Field] = [.notified, .from, .to, .published, .statementDue]

  fileprivate var inconsistencies: [Inconsistency] {
    outOfOrder + [notInForce, startsWhenPublished, gradeless].compactMap(\.self)
  }

  private var gradeless: Inconsistency? {
    guard grade != nil, let framework, framework.isNarrative else { return nil }
    return Inconsistency(kind: .gradeless(framework: framework.key), row: row, field: .grade)
  }

  private var outOfOrder: [Inconsistency] {
    let days = Self.course.compactMap { field in record.day(field).map { (field: field, day: $0) } }
    return zip(days, days.dropFirst()).compactMap { earlier, later in
      later.day.isSurelyBefore(earlier.day)
        ? Inconsistency(kind: .before(earlier.field), row: row, field: later.field) : nil
    }
  }

  private var notInForce: Inconsistency? {
    guard let framework, let day = from ?? published else { return nil }
    let isEarly = framework.from.map(day.isSurelyBefore) ?? false
    let isLate = framework.to?.isSurelyBefore(day) ?? false
    guard isEarly || isLate else { return nil }
    return Inconsistency(
      kind: .notInForce(framework: framework.key), row: row, field: from == nil ? .published : .from
    )
  }

  private var startsWhenPublished: Inconsistency? {
    guard let from, from == published, from.day != nil else { return nil }
    return Inconsistency(kind: .startsWhenPublished, row: row, field: .from)
  }
}

extension Day {
  /// True if no day that this can mean is as late as any that the other can mean: `2016` is not
  /// surely before `2016-05`.
  public func isSurelyBefore(_ other: Day) -> Bool {
    guard year == other.year else { return year < other.year }
    guard let month, let otherMonth = other.month else { return false }
    guard month == otherMonth else { return month < otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day < otherDay
  }
}
