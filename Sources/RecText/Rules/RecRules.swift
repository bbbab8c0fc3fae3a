/// What the descriptor of a set demands of its records, and what is wrong with the descriptor
/// itself.
///
/// Source: the manual of recutils 1.9, "Record Sets", "Field Types" and "Checking Recfiles"; tried
/// case by case against `recfix --check`.
public struct RecRules: Sendable {
  /// What is wrong with the descriptor, in the order of its lines.
  public private(set) var faults: [RecBreach] = []
  private(set) var key: String?
  /// Each once.
  private(set) var mandatory: [String] = []
  private(set) var prohibited: Set<String> = []
  private(set) var unique: Set<String> = []
  private(set) var singular: [String] = []
  private(set) var confidential: Set<String> = []
  /// Nil where every field is allowed.
  private(set) var allowed: Set<String>?
  private(set) var size: RecSize?
  private(set) var types: [String: FieldType] = [:]

  struct FieldType: Sendable {
    let type: RecFieldType
    /// As the descriptor spells it.
    let text: String
  }

  private init() {}

  /// No demands.
  public static let none = RecRules()

  /// Reads a descriptor.
  ///
  /// - Parameter known: fields of a descriptor that somebody else sees to; what it says too is left
  ///   out.
  public init(_ descriptor: RecRecord, but known: [(name: String, value: String)] = []) {
    var reader = Reader(descriptor)
    reader.read()
    faults = reader.faults
    func list(_ name: String) -> [String] { reader.lists[name] ?? [] }
    func own(_ name: String) -> [String] {
      let others = Self.words(of: name, in: known)
      return list(name).filter { !others.contains($0) }
    }
    let ofOthers = Self.typeTexts(in: known)
    let keyOfOthers = known.first { $0.name == "%key" }?.value
    key = reader.key == keyOfOthers ? nil : reader.key
    var names: Set<String> = []
    mandatory = own("%mandatory").filter { names.insert($0).inserted }
    (prohibited, unique) = (Set(own("%prohibit")), Set(own("%unique")))
    confidential = Set(own("%confidential"))
    (singular, size) = (reader.singular, reader.size)
    types = reader.resolvedTypes(but: ofOthers)
    if let first = reader.lists["%allowed"] {
      allowed = Set(first + list("%mandatory") + [reader.key].compactMap(\.self))
    }
  }

  /// Whether nothing is demanded, so that no record has to be looked at.
  public var isEmpty: Bool {
    key == nil && mandatory.isEmpty && prohibited.isEmpty && unique.isEmpty && singular.isEmpty
      && confidential.isEmpty && allowed == nil && size == nil && types.isEmpty
  }

  /// Whether records may have a field of that name.
  public func allows(_ name: String) -> Bool { allowed?.contains(name) ?? true }

  /// The same, with all fields allowed.
  public func allowingAll() -> RecRules {
    var rules = self
    rules.allowed = nil
    return rules
  }

  private static func words(
    of name: String, in fields: [(name: String, value: String)]
  ) -> Set<String> {
    Set(
      fields.filter { $0.name == name }.flatMap { $0.value.split(separator: " ").map(String.init) })
  }

  private static func typeTexts(in fields: [(name: String, value: String)]) -> [String: String] {
    var texts: [String: String] = [:]
    for field in fields where field.name == "%type" {
      let parts = TypeLine(field.value)
      for name in parts?.names ?? [] { texts[name] = parts?.text }
    }
    return texts
  }
}

/// How many records a set may have.
struct RecSize: Sendable {
  let bounds: ClosedRange<Int>
  /// As the descriptor spells it.
  let text: String

  /// Nil for what is no number with `<`, `<=`, `>` or `>=` before it.
  init?(_ value: String) {
    text = value.trimmingBlanks
    let sign = text.prefix { "<>=".contains($0) }
    let digits = String(text.dropFirst(sign.count)).trimmingBlanks
    guard let number = RecFieldType.integer(digits) else { return nil }
    guard (0..<Int.max).contains(number), let bounds = Self.bounds(String(sign), number) else {
      return nil
    }
    self.bounds = bounds
  }
}

extension RecSize {
  /// By how many records a number is too large or too small.
  func excess(of count: Int) -> Int {
    max(bounds.lowerBound - count, count - bounds.upperBound, 0)
  }

  private static func bounds(_ sign: String, _ number: Int) -> ClosedRange<Int>? {
    switch sign {
    case "": number...number
    case "<": number > 0 ? 0...number - 1 : nil
    case "<=": 0...number
    case ">": number + 1...Int.max
    case ">=": number...Int.max
    default: nil
    }
  }
}

/// A `%type` line: names with commas between them, then what they are.
struct TypeLine {
  let names: [String]
  let text: String

  init?(_ value: String) {
    let value = value.trimmingBlanks
    let names = value.prefix { !$0.isRecBlank }
    self.names = names.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    text = String(value.dropFirst(names.count)).trimmingBlanks
    guard self.names.allSatisfy(RecWriter.isFieldName) else { return nil }
  }
}
