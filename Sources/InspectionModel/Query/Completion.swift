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

    /// A value; none is counted where it is not known how many hold it.
    init(_ text: String, name: String? = nil, count: Int = 0) {
      (self.text, self.name, self.count) = (text, name, count)
    }

    /// A field.
    init(field text: String) { (self.text, name, count) = (text, nil, nil) }
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

  /// Fields, those asked for most first.
  static func usual(_ names: [String]) -> [String] {
    common.filter { names.contains($0) } + names.filter { !common.contains($0) }
  }

  private static func names(beginning start: String, of type: RecordType) -> [Choice] {
    let all = Query.fieldNames(of: type).filter { $0.hasPrefix(start) }
    if start.isEmpty { return [] }
    return usual(all).map { Choice(field: $0 + ":") }
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
    switch name {
    case "saved":
      return all(SavedFilter.self).filter { $0.lists == type }.map { Completion.Choice($0.name) }
    case "reading": return ["machine", "coded"].map { Completion.Choice($0) }
    case "coded": return codedChoices(rows, of: type)
    default: return fieldValues(of: name, on: rows, of: type)
    }
  }

  private func fieldValues(
    of name: String, on rows: [Int32], of type: RecordType
  ) -> [Completion.Choice] {
    guard let (holder, field) = Query.place(of: name, from: type), let spec = holder.spec(of: field)
    else { return [] }
    if hasTooMany(spec, of: holder) { return [] }
    let path = FieldPath(
      field, spec.kind.tag == .day ? .year : .value, up: Query.steps(from: type, to: holder))
    let counts = counts(of: rows, of: type, by: path, isRepeated: spec.isRepeated)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { text, count in
      Completion.Choice(text, name: self.name(of: text, spec.target), count: count)
    }
  }

  private func hasTooMany(_ spec: FieldSpec, of type: RecordType) -> Bool {
    if spec.kind.isWide { return rowCount(type) > Self.mostTexts }
    guard let target = spec.target else { return false }
    return rowCount(target) > Self.mostTexts
  }

  private func counts(
    of rows: [Int32], of type: RecordType, by path: FieldPath, isRepeated: Bool
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    for group in groups(of: rows, of: type, by: path) where !group.text.isEmpty {
      for part in isRepeated ? group.text.split(separator: ", ") : [Substring(group.text)] {
        counts[String(part), default: 0] += group.count
      }
    }
    return counts
  }

  private func name(of key: String, _ type: RecordType?) -> String? {
    guard let type, let row = row(type, key: key) else { return nil }
    return self[row].text(.name)
  }

  /// `yes`, `no` and everybody who coded, with how many of the rows are meant.
  private func codedChoices(_ rows: [Int32], of type: RecordType) -> [Completion.Choice] {
    let words = ["yes", "no"] + (coders ?? [])
    if rows.count > Self.mostTexts { return words.map { Completion.Choice($0) } }
    return words.map { word in
      let query = try? Query("coded:\"\(word)\"", on: type)
      let found = query.map { Set(self.rows(matching: $0).map { Int32($0.number) }) } ?? []
      return Completion.Choice(word, count: rows.count { found.contains($0) })
    }
  }

  /// Everybody who coded, those with most contributions first; nil of very many contributions,
  /// which are not counted while somebody types.
  var coders: [String]? {
    guard count(.contribution) <= Self.mostTexts else { return nil }
    return groups(
      of: rows(.contribution).map { Int32($0.number) }, of: .contribution, by: FieldPath(.by)
    ).filter { !$0.text.isEmpty }.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
      .map { $0.text }
  }
}

extension Completion.Choice {
  /// With quotes where it has what would end it.
  fileprivate var quoted: Completion.Choice {
    let needsQuotes = text.contains { " ,:".contains($0) }
    return needsQuotes ? Completion.Choice("\"\(text)\"", name: name, count: count ?? 0) : self
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
