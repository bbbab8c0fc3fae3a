import InspectionModel
import RecText

extension ReadRegister {
  /// All that is wrong, and as warnings what each field allows and does not go together, in the
  /// order of the file. O(bytes + findings).
  public var findings: [Diagnostic] {
    var findings: [Diagnostic] = []
    forEachFinding { findings.append($0) }
    return findings
  }

  /// Gives the findings one after another, the first long before the last is found.
  public func forEachFinding(_ body: (Diagnostic) throws -> Void) rethrows {
    // Of a text in another encoding nothing else can be said.
    if text.document.problems.first?.encoding != nil {
      return try forEach(in: readingProblems.walks, body)
    }
    let diagnostics = Diagnostics(text: text, marked: marked)
    let demands = text.demands()
    let faults = demands.faults.map { diagnostics.told($0.breach, of: $0.record) }
    let inconsistencies = RecordType.allCases.filter { register.count($0) > 0 }
      .map { InconsistencyWalk(diagnostics, register, $0) }
    try forEach(
      in: readingProblems.walks + inconsistencies
        + [FoundWalk(faults), BreachWalk(diagnostics, demands), UnseenWalk(diagnostics)], body)
  }
}

/// What the records of a type allow and does not go together, some records after another: looked
/// for when the next is asked for.
private struct InconsistencyWalk: ToldWalk {
  private let diagnostics: Diagnostics
  private let register: Register
  private let type: RecordType
  private var search: InconsistencySearch
  private var rows: Range<Int>
  /// How many rows are looked at in one go; all where they may not stand in their order.
  private let stride: Int
  private var found: ArraySlice<Told> = []

  init(_ diagnostics: Diagnostics, _ register: Register, _ type: RecordType) {
    (self.diagnostics, self.register, self.type) = (diagnostics, register, type)
    search = InconsistencySearch(register, type)
    rows = 0..<register.rowCount(type)
    let isAsRead = diagnostics.marked == nil && !diagnostics.text.document.hasEdits
    stride = isAsRead && type != .conflict ? 256 : max(1, rows.count)
  }

  mutating func next(before end: Int) -> Told? {
    while found.isEmpty {
      guard let first = rows.first else { return nil }
      // Of those in no order nobody knows where the first stands.
      guard stride == rows.count || diagnostics.start(of: Row(type: type, number: first)) < end
      else { return nil }
      look(at: rows.prefix(stride))
    }
    return found[found.startIndex].range.lowerBound < end ? found.popFirst() : nil
  }

  private mutating func look(at next: Range<Int>) {
    rows = next.upperBound..<rows.upperBound
    found =
      search.found(in: next).map { diagnostics.told($0, register) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
  }
}

extension Diagnostics {
  func told(_ inconsistency: Inconsistency, _ register: Register) -> Told {
    let row = inconsistency.row
    let id = text.place(of: row)
    let record = id.flatMap(text.document.record)
    if case .undecided(let subject) = inconsistency.kind, record?.fileOffset == nil, let marked {
      // One that was found while reading stands in no line of its own: what it is about stands
      // nearest.
      let near = subject.flatMap(text.place(of:)).flatMap(text.document.record)?.fileOffset ?? 0
      return told(
        .error, inFile: marked.conflict(near: near), self.sentence(on: inconsistency, register),
        row)
    }
    return told(inconsistency.kind.isError ? .error : .warning, in: id) {
      let field = record?.fields.first { $0.isNamed(inconsistency.field.name) }
      return field?.valueFileRange?.lowerBound ?? record?.fileOffset
    } say: {
      (self.sentence(on: inconsistency, register), row)
    }
  }

  private func sentence(on inconsistency: Inconsistency, _ register: Register) -> String {
    let field = inconsistency.field.name
    let record = register[inconsistency.row]
    let value = record.text(inconsistency.field) ?? ""
    switch inconsistency.kind {
    case .before(let earlier):
      return "\(field) \(value) is before \(earlier.name) \(record.text(earlier) ?? "")"
    case .startsWhenPublished:
      return "\(field) is the day the letter was published; fieldwork comes weeks before"
    case .notInForce(let framework):
      return "the framework \(framework) was not in force on \(value)"
    case .looksLike(let key):
      return "the key “\(value)” looks like “\(key)”, which is another record"
        + Self.hint(value, key)
    case .keyless:
      return "\(field) is empty: nothing can refer to this \(record.row.type.noun.one)"
    case .gradeless(let framework):
      return "the framework \(framework) is narrative: no grade is given under it"
    case .otherGrade(let judgement):
      let other = register.row(.judgement, key: judgement).map { register[$0] }
      let grade = other?.text(.grade) ?? other?.text(.reason) ?? "nothing"
      return "\(field) is \(value), and the judgement \(judgement) says \(grade)"
    case .notGradedThen(let framework):
      return "\(value) was not graded under \(framework) in inspections of that day"
    case .sameCode(let key):
      return "\(key) has the letter \(value) in the code line already"
    case .takenLetter:
      return "the letter \(value) stands for “with” in the code line"
    case .undecided:
      return register.view(inconsistency.row, as: Conflict.self).sentence
    case .misshapen(let value, let shape):
      return "“\(value)” \(shape.expectation)"
    case .withItself:
      return "\(value) is said to have acted together with itself"
    case .unproven:
      return "a concern that is \(value) needs On, By and Evidence"
    case .unsound(let sentence):
      return sentence
    case .unreasoned:
      return "a pause point that is decided needs Decided and Reason"
    case .unfitMember(let key):
      return "decided on \(key), which its rule no longer includes"
    case .wordless:
      return "this passage has neither Text nor Summary"
    }
  }

  /// By what two keys differ, where nobody can see it.
  private static func hint(_ key: String, _ other: String) -> String {
    for (one, pronoun) in [(key, "this"), (other, "that")] {
      guard let scalar = one.unicodeScalars.first(where: { !$0.isASCII || $0 == "\t" }) else {
        continue
      }
      return "; \(pronoun) one holds \(scalar.codeName)"
    }
    return ""
  }
}

extension Inconsistency.Kind {
  /// Whether it is more than a warning by itself.
  fileprivate var isError: Bool {
    switch self {
    case .misshapen, .keyless, .undecided: true
    case .before, .startsWhenPublished, .gradeless, .otherGrade, .notGradedThen, .notInForce,
      .looksLike, .sameCode, .takenLetter, .withItself, .wordless, .unproven, .unsound, .unreasoned,
      .unfitMember:
      false
    }
  }
}
