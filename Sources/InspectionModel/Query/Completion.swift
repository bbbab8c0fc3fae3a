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

extension Completion {
  /// The field whose value is being typed at a place of a filter; nil where none is.
  public static func field(in filter: String, at caret: Int) -> String? {
    let (term, _) = term(in: filter, at: caret)
    return term.firstIndex(of: ":").map { term[..<$0].lowercased() }
  }

  /// What may stand at a place of a filter on records of a type; nil where nothing is known.
  ///
  /// - Parameter values: what the field holds whose value is being typed; see
  ///   ``Register/values(of:on:of:)``.
  public init?(of filter: String, at caret: Int, on type: RecordType, values: [Choice]) {
    let (term, start) = Self.term(in: filter, at: caret)
    guard let colon = term.firstIndex(of: ":") else {
      let names = Self.names(beginning: term.lowercased(), of: type)
      if names.isEmpty { return nil }
      self.init(range: start..<start + term.count, choices: names)
      return
    }
    let typed = Self.lastValue(term[term.index(after: colon)...])
    let wanted = typed.filter { $0 != "\"" && $0 != "=" }.lowercased()
    func begins(_ choice: Choice) -> Bool { choice.text.lowercased().hasPrefix(wanted) }
    func has(_ choice: Choice) -> Bool {
      choice.text.lowercased().contains(wanted)
        || choice.name?.lowercased().contains(wanted) ?? false
    }
    let fitting = values.filter { wanted.isEmpty || has($0) }
    if fitting.isEmpty { return nil }
    let end = start + term.count
    self.init(
      range: end - typed.count..<end,
      choices: (fitting.filter(begins) + fitting.filter { !begins($0) }).map(\.quoted))
  }

  /// What stands after the last comma that is not in quotes.
  private static func lastValue(_ values: Substring) -> Substring {
    var (start, isQuoted) = (values.startIndex, false)
    for place in values.indices {
      if values[place] == "\"" { isQuoted.toggle() }
      if values[place] == ",", !isQuoted { start = values.index(after: place) }
    }
    return values[start...]
  }

  /// The term before the caret without its mark, and where it starts.
  private static func term(in filter: String, at caret: Int) -> (String, Int) {
    let before = String(filter.prefix(caret))
    // A blank at the end begins a term of which nothing is typed.
    guard let last = Query.terms(of: before + "|").last else { return ("", caret) }
    let term = last.text.dropLast()
    let mark = term.first == "!" ? 1 : 0
    return (String(term.dropFirst(mark)), last.column - 1 + mark)
  }

  /// What is asked for most, before the fields in their order.
  private static let common = [
    "agency", "area", "criterion", "coded", "direction", "from", "framework", "grade", "region",
    "section", "theme", "words",
  ]

  private static func names(beginning start: String, of type: RecordType) -> [Choice] {
    let all = Query.fieldNames(of: type).filter { $0.hasPrefix(start) }
    if start.isEmpty { return [] }
    let names = common.filter(all.contains) + all.filter { !common.contains($0) }
    return names.map { Choice(text: $0 + ":", name: nil, count: nil) }
  }
}

extension Register {
  /// Texts, and names, of more records than these are not counted while somebody types.
  private static let mostTexts = 20_000

  /// The values of a field of some rows, or of the records they belong to, those that most of them
  /// hold first.
  ///
  /// Cost: O(rows of the type).
  public func values(
    of name: String, on rows: [Int32], of type: RecordType
  ) -> [Completion.Choice] {
    if name == "saved" {
      return all(SavedFilter.self).filter { $0.lists == type }
        .map { Completion.Choice(text: $0.name, name: nil, count: 0) }
    }
    if name == "coded" || name == "reading" {
      let words = name == "coded" ? ["yes", "no"] : ["machine", "coded"]
      return words.map { Completion.Choice(text: $0, name: nil, count: 0) }
    }
    guard let (holder, field) = Query.place(of: name, from: type), let spec = holder.spec(of: field)
    else { return [] }
    if max(spec.target.map(rowCount) ?? 0, spec.kind.isWide ? rowCount(holder) : 0) > Self.mostTexts
    {
      return []
    }
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
