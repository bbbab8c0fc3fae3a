public import InspectionModel

/// A scenario gets its terms: a new one, or one that is there.
public struct SetScenario: Operation {
  private let key: String?
  private let terms: [Field: [String]]

  /// A new one. - Parameter terms: its fields; those that are not named stay empty.
  public init(_ terms: [Field: [String]]) { (key, self.terms) = (nil, terms) }

  /// Other terms for one that is there; fields that are not named stay as they are.
  public init(changing key: String, to terms: [Field: [String]]) {
    (self.key, self.terms) = (key, terms)
  }

  /// One that is there, as it stands.
  init(of scenario: Scenario) {
    let record = scenario.record
    let terms = Self.fields.map { ($0, record.texts($0)) }.filter { !$1.isEmpty }
    self.init(changing: scenario.key, to: Dictionary(terms) { $1 })
  }

  /// What says what it is.
  static let fields = RecordType.scenario.fields.map(\.field)
    .filter { ![.id, .note, .by, .on].contains($0) }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    if let fault = fault(in: register) { throw fault }
    let name = terms[.name]?.first ?? ""
    let fields = RecordType.scenario.fields.map(\.field)
    guard let key else {
      let id = FieldValue(.id, author.newKey(for: .scenario, in: register))
      let values = fields.flatMap { field in (terms[field] ?? []).map { FieldValue(field, $0) } }
      let edit = Edit.insert(.scenario, [id] + values + author.signature)
      return Proposal(Change("scenario “\(name)”", [edit]))
    }
    let record = try register.find(.scenario, key)
    let edits = fields.compactMap { field -> Edit? in
      // In another order they are the same choices.
      guard let to = terms[field], Set(record.texts(field)) != Set(to) else { return nil }
      return record.setting(field, to: to)
    }
    return Proposal(Change("the terms of “\(name)”", edits))
  }

  /// What makes no sense in its terms; nil where all does.
  public func fault(in register: Register) -> Refusal? {
    if terms[.name]?.isEmpty ?? (key == nil) { return .noName }
    for field in [Field.every, .onSite, .notice] {
      guard let text = terms[field]?.first else { continue }
      guard let number = Int32(text), number > 0, String(number) == text else {
        return .noCount(field, text)
      }
    }
    for field in [Field.from, .to] {
      if let text = terms[field]?.first, Day(iso: text) == nil { return .noDay(field, text) }
    }
    if let from = terms[.from]?.first.flatMap({ Day(iso: $0) }),
      let to = terms[.to]?.first.flatMap({ Day(iso: $0) }), to.isSurelyBefore(from)
    {
      return .endsBeforeItBegins
    }
    return terms[.area]?.first { register.row(.area, key: $0) == nil }
      .map { .edit(.noSuchRecord(.area, key: $0)) }
  }
}
