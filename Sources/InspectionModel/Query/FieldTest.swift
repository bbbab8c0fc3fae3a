/// How one field of a record is looked at.
struct FieldTest: Sendable {
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
    /// Only what does not fit the field: of days and numbers, where the word could be in none.
    case invalidValues
  }

  let column: Int
  let kind: Kind
  /// Whether it is for a word anywhere, not for a term on this field.
  let isOfWord: Bool

  /// What no word is looked for in: where a record comes from, and whom a letter is addressed to.
  private static let unsearched: Set<Field> = [.source, .addressee]

  /// For a word: all fields but those, the record it belongs to last, since it asks for most.
  static func all(of type: RecordType, for sought: SoughtText) -> [FieldTest] {
    let tests = type.fields.indices.compactMap { FieldTest(type, $0, sought) }
    return tests.filter { !$0.isParent } + tests.filter(\.isParent)
  }

  private var isParent: Bool { if case .parent = kind { true } else { false } }

  private init?(_ type: RecordType, _ column: Int, _ sought: SoughtText) {
    let spec = type.fields[column]
    if Self.unsearched.contains(spec.field) { return nil }
    self.column = column
    isOfWord = true
    switch spec.kind {
    case .key, .text: kind = .text
    case .reference(let target) where target == type: kind = .invalidValues
    case .reference(let target):
      kind = spec.field == type.parentField?.field ? .parent(target) : .named(target)
    case .choice(let options): kind = .choice(options.map(sought.isIn))
    case .day, .number: kind = sought.isOfFigures ? .figures(spec) : .invalidValues
    }
  }

  /// Whether a word of a fixed list is meant: by itself, or by its beginning where no word is that.
  static func fits(_ word: String, _ value: String, _ options: [String]) -> Bool {
    word == value || (options.contains(value) ? false : word.hasPrefix(value))
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
    case .choice(let options):
      kind = .choice(options.map { Self.fits($0, value, options) })
    case .reference(let target): kind = .named(target)
    }
  }
}
