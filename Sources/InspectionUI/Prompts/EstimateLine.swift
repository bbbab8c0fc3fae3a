import InspectionModel

/// What was typed of an estimate, read word by word.
///
///     jtai police on-site 2 4 8 assumption talk with two forces
///
/// What it is of (an inspection or a framework, by key; left out where a scenario is at hand), the
/// kind of agency, the phase, low, mid and high staff-days, what they rest on, and where they come
/// from: all the rest of the line.
struct EstimateLine: Hashable, Sendable {
  /// The words of the line in their order.
  enum Part: Int, CaseIterable, Sendable {
    case subject, agency, phase, low, mid, high, grade, source

    var name: String {
      switch self {
      case .subject: "a framework or an inspection, by its key"
      case .agency: "a kind of agency, by its key"
      case .phase: "a phase"
      case .low: "the fewest staff-days"
      case .mid: "the likely staff-days"
      case .high: "the most staff-days"
      case .grade: "what it rests on"
      case .source: "where it comes from, in any words"
      }
    }
  }

  private(set) var values: [FieldValue] = []
  /// What comes next, or is being typed.
  private(set) var expected: Part
  /// The beginning of it, as far as it is typed.
  private(set) var beginning = ""
  /// What is wrong with a word that is finished.
  private(set) var fault: String?
  private var range: [Amount] = []

  /// - Parameter scenario: what it is of, where that is given.
  init(_ text: String, scenario: Row?, _ register: Register) {
    expected = scenario == nil ? .subject : .agency
    if let scenario { values.append(FieldValue(.scenario, register[scenario].key)) }
    var rest = text[...]
    while expected != .source {
      rest = rest.drop { $0 == " " }
      let word = rest.prefix { $0 != " " }
      guard word.endIndex < rest.endIndex else { break }
      rest = rest[word.endIndex...]
      guard accept(String(word), register) else { return }
    }
    beginning = String(rest.drop { $0 == " " })
  }

  /// The estimate, once all of it is there; else what is missing, in a sentence.
  func finished() -> Result<[FieldValue], Fault> {
    if let fault { return .failure(Fault(sentence: fault)) }
    let source = beginning.reversed().drop { $0 == " " }.reversed()
    guard expected == .source, !source.isEmpty else {
      return .failure(Fault(sentence: "\(expected.name) is missing"))
    }
    return .success(values + [FieldValue(.source, String(source))])
  }

  struct Fault: Error, Hashable, Sendable {
    let sentence: String
  }

  // MARK: - Words

  private mutating func accept(_ word: String, _ register: Register) -> Bool {
    let value = expected == .grade ? word.lowercased() : word
    switch expected {
    case .subject: return takeSubject(word, register)
    case .agency: return takeOne(of: .agency, word, register)
    case .phase:
      return Phase(rawValue: value) != nil ? add(.phase, value) : refuse("\(word) is not a phase")
    case .low, .mid, .high: return takeNumber(word)
    case .grade:
      return EvidenceGrade(rawValue: value) != nil
        ? add(.grade, value) : refuse("\(word) is not something an estimate can rest on")
    case .source: return true
    }
  }

  private mutating func takeSubject(_ word: String, _ register: Register) -> Bool {
    if register.row(.framework, key: word) != nil { return add(.framework, word) }
    if register.row(.inspection, key: word) != nil { return add(.inspection, word) }
    return refuse("there is no framework and no inspection \(word)")
  }

  private mutating func takeOne(of type: RecordType, _ word: String, _ register: Register) -> Bool {
    register.row(type, key: word) != nil
      ? add(.agency, word) : refuse("there is no \(type.noun.one) \(word)")
  }

  private mutating func takeNumber(_ word: String) -> Bool {
    guard let amount = Amount(word) else {
      return refuse("\(word) is not a number of 0 or more, such as 3 or 2.5")
    }
    if let last = range.last, amount < last {
      return refuse("low, mid and high must ascend: \(word) follows a larger number")
    }
    range.append(amount)
    return add(expected == .low ? .low : expected == .mid ? .mid : .high, word)
  }

  private mutating func add(_ field: Field, _ value: String) -> Bool {
    values.append(FieldValue(field, value))
    expected = Part(rawValue: expected.rawValue + 1) ?? .source
    return true
  }

  private mutating func refuse(_ sentence: String) -> Bool {
    fault = sentence
    return false
  }
}
