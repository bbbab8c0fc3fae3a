/// What may stand next in a filter being typed: the names of fields, or the values of one with how
/// many records hold each.
public struct Completion: Hashable, Sendable {
  public struct Choice: Hashable, Sendable {
    /// As it would stand in the filter: `agency:`, `social-care`.
    public let text: String
    /// What it is called, where that is something else.
    public let name: String?
    /// How many records of the list hold it; nil of a field.
    public let count: Int?
  }

  /// The characters of the filter that a choice takes the place of, from 0.
  public let range: Range<Int>
  public let choices: [Choice]

  /// The filter with a choice in its place, and where the caret goes then.
  public func taking(_ choice: Choice, in filter: String) -> (text: String, caret: Int) {
    let characters = Array(filter)
    let before = String(characters[..<min(range.lowerBound, characters.count)])
    let after = String(characters[min(range.upperBound, characters.count)...])
    let isName = choice.count == nil && choice.text.hasSuffix(":")
    let text = choice.text + (isName || !after.isEmpty ? "" : " ")
    return (before + text + after, before.count + text.count)
  }
}

extension Register {
  /// What may stand at a place of a filter on some rows of a type; nil where nothing is known.
  ///
  /// Cost: O(rows of the type) where a value is asked for.
  public func completion(
    of filter: String, at caret: Int, on rows: [Int32], of type: RecordType
  ) -> Completion? {
    let characters = Array(filter)
    let caret = min(caret, characters.count)
    let start = Self.startOfTerm(characters, caret)
    var head = start
    if head < caret, characters[head] == "!" { head += 1 }
    let term = String(characters[head..<caret])
    guard let colon = term.firstIndex(of: ":") else {
      return names(beginning: term.lowercased(), head..<caret, of: type)
    }
    let name = term[..<colon].lowercased()
    let value = term[term.index(after: colon)...]
    let typed = value.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    let known = values(of: name, on: rows, of: type)
    let wanted = typed.filter { $0 != "\"" && $0 != "=" }.lowercased()
    let fitting = known.filter { choice in
      wanted.isEmpty || choice.text.lowercased().contains(wanted)
        || choice.name?.lowercased().contains(wanted) ?? false
    }
    guard !fitting.isEmpty else { return nil }
    func begins(_ choice: Completion.Choice) -> Bool { choice.text.lowercased().hasPrefix(wanted) }
    let ordered = fitting.filter(begins) + fitting.filter { !begins($0) }
    return Completion(range: (caret - typed.count)..<caret, choices: ordered.map(\.quoted))
  }

  private static func startOfTerm(_ characters: [Character], _ caret: Int) -> Int {
    var (start, isQuoted) = (0, false)
    for place in 0..<caret {
      if characters[place] == "\"" { isQuoted.toggle() }
      if characters[place] == " ", !isQuoted { start = place + 1 }
    }
    return start
  }

  /// What is asked for most, before the fields in their order.
  private static let common = [
    "agency", "area", "criterion", "coded", "direction", "from", "framework", "grade", "region",
    "section", "theme", "words",
  ]

  private func names(
    beginning start: String, _ range: Range<Int>, of type: RecordType
  ) -> Completion? {
    let all = Query.fieldNames(of: type).filter { $0.hasPrefix(start) }
    guard !start.isEmpty, !all.isEmpty else { return nil }
    let names = Self.common.filter(all.contains) + all.filter { !Self.common.contains($0) }
    return Completion(
      range: range,
      choices: names.map { Completion.Choice(text: $0 + ":", name: nil, count: nil) })
  }

  /// The values of a field, those that most records hold first.
  private func values(
    of name: String, on rows: [Int32], of type: RecordType
  ) -> [Completion.Choice] {
    if name == "saved" {
      return all(SavedFilter.self)
        .map { Completion.Choice(text: $0.name, name: nil, count: 0) }
    }
    if name == "coded" || name == "reading" {
      let words = name == "coded" ? ["yes", "no"] : ["machine", "coded"]
      return words.map { Completion.Choice(text: $0, name: nil, count: 0) }
    }
    guard let (holder, field) = Query.place(of: name, from: type), let spec = holder.spec(of: field)
    else { return [] }
    let steps = Query.steps(from: type, to: holder)
    let isDay = if case .day = spec.kind { true } else { false }
    let path = FieldPath(field, isDay ? .year : .value, up: steps)
    var counts: [String: Int] = [:]
    for group in groups(of: rows, of: type, by: path) where !group.text.isEmpty {
      let parts =
        spec.isRepeated ? group.text.split(separator: ", ").map(String.init) : [group.text]
      for part in parts { counts[part, default: 0] += group.count }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { text, count in
      let row = spec.target.flatMap { self.row($0, key: text) }
      return Completion.Choice(
        text: text, name: row.flatMap { self[$0].text(.name) }, count: count)
    }
  }
}

extension Completion.Choice {
  /// With quotes where it has what would end it.
  fileprivate var quoted: Completion.Choice {
    let needsQuotes = text.contains { " ,:".contains($0) }
    return Completion.Choice(text: needsQuotes ? "\"\(text)\"" : text, name: name, count: count)
  }
}

extension Query {
  /// How many steps up from records of a type those of another stand.
  static func steps(from type: RecordType, to holder: RecordType) -> Int {
    var (steps, above) = (0, Optional(type))
    while let current = above, current != holder {
      (steps, above) = (steps + 1, current.parentField?.target)
    }
    return steps
  }
}
