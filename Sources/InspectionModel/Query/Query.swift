/// A filter as a person types it: words, and terms on fields.
///
///     missing                     any text of the record, or of the records it belongs to or names
///     agency:police               the key or the name of what the field refers to
///     direction:-                 one of the field's words, whole
///     from:2016..2018             days and numbers, open at either end: `from:2019..`
///     theme:neglect !leadership   all terms must hold; `!` turns one round
///
/// A field that the type lacks is looked for in the record it belongs to: `theme:` on contributions
/// is the theme of the inspection.
public struct Query: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    enum Test: Hashable, Sendable {
      case word(String)
      case field(RecordType, Field, String)
    }
    let test: Test
    let isNegated: Bool
  }

  let type: RecordType
  let terms: [Term]

  public var isEmpty: Bool { terms.isEmpty }

  /// Reads a filter on records of a type. A term still being typed (`agency:`) is no problem: it
  /// asks that there is any.
  public init(_ text: String, on type: RecordType) throws(QueryProblem) {
    self.type = type
    var terms: [Term] = []
    for word in text.split(separator: " ") {
      let column = text.distance(from: text.startIndex, to: word.startIndex) + 1
      if let term = try Self.term(word, on: type, column: column) { terms.append(term) }
    }
    self.terms = terms
  }

  private static func term(
    _ word: Substring, on type: RecordType, column: Int
  ) throws(QueryProblem) -> Term? {
    let isNegated = word.first == "!"
    let body = isNegated ? word.dropFirst() : word
    guard !body.isEmpty else { return nil }
    guard let colon = body.firstIndex(of: ":"), colon != body.startIndex,
      // An address is a word, not a term on the field “https”.
      !body[colon...].hasPrefix("://")
    else {
      return Term(test: .word(body.lowercased()), isNegated: isNegated)
    }
    let name = body[..<colon].lowercased()
    let value = String(body[body.index(after: colon)...])
    guard let (holder, field) = place(of: name, from: type) else {
      throw QueryProblem(kind: .noSuchField(name, type), column: column)
    }
    try check(value, field, of: holder, column: column + name.count + (isNegated ? 2 : 1))
    return Term(test: .field(holder, field, value.lowercased()), isNegated: isNegated)
  }

  /// The field of that name in the type, or in the type its records belong to.
  private static func place(of name: String, from type: RecordType) -> (RecordType, Field)? {
    var holder: RecordType? = type
    while let current = holder {
      for spec in current.fields where spec.name.lowercased() == name {
        return (current, spec.field)
      }
      holder = current.parentField?.target
    }
    return nil
  }

  private static func check(
    _ value: String, _ field: Field, of type: RecordType, column: Int
  ) throws(QueryProblem) {
    guard let spec = type.spec(of: field), !value.isEmpty else { return }
    switch spec.kind {
    case .day where QueryRange(days: value) == nil:
      throw QueryProblem(kind: .noDay(value), column: column)
    case .number where QueryRange(numbers: value) == nil:
      throw QueryProblem(kind: .noNumber(value), column: column)
    case .choice(let words) where !words.contains { $0.hasPrefix(value.lowercased()) }:
      throw QueryProblem(kind: .noChoice(value, words), column: column)
    case .key, .text, .day, .number, .choice, .reference:
      return
    }
  }
}

/// What is wrong with a filter, and at which column of it (from 1).
public struct QueryProblem: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case noSuchField(String, RecordType)
    case noDay(String)
    case noNumber(String)
    case noChoice(String, [String])
  }

  public let kind: Kind
  public let column: Int
}

extension QueryProblem: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .noSuchField(let name, let type):
      let names = type.fields.map { $0.name.lowercased() }.joined(separator: " ")
      return "\(type.words.many) have no “\(name)”; they have \(names)"
    case .noDay(let text):
      return
        "“\(text)” is not a date; write 2016, 2016-02, 2016-02-22 or two of them with .. between"
    case .noNumber(let text):
      return "“\(text)” is not a number; write 3 or 2..4"
    case .noChoice(let text, let words):
      return "“\(text)” is not one of \(words.joined(separator: " "))"
    }
  }
}

/// `2016`, `2016..2018`, `2016-02..` or `..3`: from a first to a last value, either open.
struct QueryRange: Hashable, Sendable {
  var first: Int
  var last: Int

  func contains(_ value: Int) -> Bool { first <= value && value <= last }

  init?(days text: some StringProtocol) {
    self.init(text, first: { Day(iso: $0).map { Int($0.packed) } }, last: Self.lastDay)
  }

  init?(numbers text: some StringProtocol) {
    self.init(text, first: { Int($0) }, last: { Int($0) })
  }

  private init?(
    _ text: some StringProtocol, first: (String) -> Int?, last: (String) -> Int?
  ) {
    guard let dots = text.firstRange(of: "..") else {
      guard let from = first(String(text)), let to = last(String(text)) else { return nil }
      (self.first, self.last) = (from, to)
      return
    }
    let (from, to) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    guard let from = from.isEmpty ? Int.min : first(from) else { return nil }
    guard let to = to.isEmpty ? Int.max : last(to) else { return nil }
    (self.first, self.last) = (from, to)
  }

  /// The end of a year or a month is past all of its days.
  private static func lastDay(_ text: String) -> Int? {
    guard let day = Day(iso: text) else { return nil }
    if day.month == nil { return Int(day.packed) | 511 }
    return day.day == nil ? Int(day.packed) | 31 : Int(day.packed)
  }
}
