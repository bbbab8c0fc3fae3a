/// One term of a filter as it is typed: `police`, `!theme:neglect`, `agency:police,health`,
/// `area:"Barking and Dagenham"`.
struct FilterTerm: Hashable, Sendable {
  /// A part of the term, and its column in the filter (from 1).
  struct Part: Hashable, Sendable {
    var text: String
    var column: Int
  }

  /// Where it begins in the filter, from 1.
  let column: Int
  let isNegated: Bool
  /// What stands before the colon; nil for a word.
  let name: Part?
  /// The word; or what stands behind the colon, between commas. Empty where nothing does.
  let values: [Part]
  /// How many are asked for, in a term such as `passages>20`.
  let count: QueryRange?
  /// What stands there in place of a number, in a term such as `passages>many`.
  let noNumber: String?

  /// Nil where nothing is typed yet but a mark.
  init?(_ term: Substring, column: Int) {
    self.column = column
    let isTurned = term.first == "!"
    let start = column + (isTurned ? 1 : 0)
    let body = isTurned ? term.dropFirst() : term
    guard !body.isEmpty else { return nil }
    let isBegun: Bool
    (count, noNumber, isBegun) = Self.count(in: body)
    // Turned round, one that asks for nothing yet would leave nothing.
    isNegated = isTurned && !isBegun
    if count != nil || noNumber != nil {
      let word = body.prefix(while: \.isLetter)
      (name, values) = (Part(text: word.lowercased(), column: start), [])
      return
    }
    guard let colon = Self.colon(in: body) else {
      (name, values) = (nil, [Part(text: body.filter { $0 != "\"" }, column: start)])
      return
    }
    name = Part(text: body[..<colon].lowercased(), column: start)
    let length = body.distance(from: body.startIndex, to: colon) + 1
    values = Self.values(body[body.index(after: colon)...], column: start + length)
  }

  /// How many are asked for by the name of records, `<`, `>`, `=`, `<=` or `>=`, and a number; or
  /// what stands in place of that, and whether the number is still to be typed. None of it in any
  /// other term.
  private static func count(
    in body: Substring
  ) -> (QueryRange?, noNumber: String?, isBegun: Bool) {
    let name = body.prefix(while: \.isLetter).lowercased()
    let rest = body.drop(while: \.isLetter)
    let sign = rest.prefix { "<>=".contains($0) }
    guard !sign.isEmpty, RecordType.allCases.contains(where: { $0.noun.many == name }) else {
      return (nil, nil, false)
    }
    let text = String(rest.dropFirst(sign.count))
    // One that is still to be typed asks for nothing.
    if text.isEmpty { return (QueryRange(first: 0, last: .max), nil, true) }
    guard let number = Int(text), number >= 0, number < .max else { return (nil, text, false) }
    let (first, last): (Int, Int)
    switch sign {
    case ">": (first, last) = (number + 1, .max)
    case ">=": (first, last) = (number, .max)
    case "<": (first, last) = (0, number - 1)
    case "<=": (first, last) = (0, number)
    case "=": (first, last) = (number, number)
    default: return (nil, text, false)
    }
    return (QueryRange(first: first, last: last), nil, false)
  }

  /// Where the name ends: nowhere in a phrase, nor in an address.
  private static func colon(in body: Substring) -> Substring.Index? {
    guard let colon = body.firstIndex(of: ":"), colon != body.startIndex,
      !body[..<colon].contains("\""), !body[colon...].hasPrefix("://")
    else { return nil }
    return colon
  }

  private static func values(_ text: Substring, column: Int) -> [Part] {
    var (parts, isQuoted) = ([Part(text: "", column: column)], false)
    for (offset, character) in text.enumerated() {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: parts.append(Part(text: "", column: column + offset + 1))
      default: parts[parts.count - 1].text.append(character)
      }
    }
    // One that is still to be typed asks for nothing.
    return parts.filter { !$0.text.isEmpty }
  }
}

extension Query {
  /// The terms of a filter, each with its column (from 1): parted by blanks, but for those in
  /// quotes. A quote that is not closed yet goes to the end.
  public static func terms(of filter: String) -> [(text: Substring, column: Int)] {
    var terms: [(Substring, Int)] = []
    var (start, isQuoted): (String.Index?, Bool) = (nil, false)
    func add(to end: String.Index) {
      guard let first = start else { return }
      terms.append((filter[first..<end], filter.distance(from: filter.startIndex, to: first) + 1))
      start = nil
    }
    for index in filter.indices {
      if filter[index] == "\"" { isQuoted.toggle() }
      if filter[index] == " ", !isQuoted {
        add(to: index)
      } else if start == nil {
        start = index
      }
    }
    add(to: filter.endIndex)
    return terms
  }
}
