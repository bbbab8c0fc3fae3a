public import InspectionModel

/// Staff-days of one agency in one phase, by somebody who answers for them.
public struct MakeEstimate: Operation {
  private let key: String?
  private let values: [FieldValue]

  /// A new one. - Parameter values: what it is of, agency, phase, range and what it rests on.
  public init(_ values: [FieldValue]) { (key, self.values) = (nil, values) }

  /// Other values for one that is there; whoever changes it answers for it.
  public init(changing key: String, to values: [FieldValue]) {
    (self.key, self.values) = (key, values)
  }

  /// What whoever makes one says of it, and answers for.
  static let fields = RecordType.estimate.fields.map(\.field)
    .filter { ![.id, .note, .by, .on].contains($0) }

  private var phrase: String {
    func value(_ field: Field) -> String { values.first { $0.field == field }?.value ?? "" }
    let range = [Field.low, .mid, .high].map(value).joined(separator: " ")
    return "estimate of \(value(.agency)) \(value(.phase)) \(range)"
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let signed = values + author.signature
    guard let key else {
      let id = FieldValue(.id, author.newKey(for: .estimate, in: register))
      return try Proposal(Change(phrase, [.insert(.estimate, [id] + signed)]))
        .withoutFaults(in: register)
    }
    let record = try register.find(.estimate, key)
    let edits = (Self.fields + [.by, .on]).compactMap { field in
      record.setting(field, to: signed.filter { $0.field == field }.map(\.value))
    }
    return try Proposal(Change(phrase, edits)).withoutFaults(in: register)
  }
}

/// An estimate goes.
public struct RemoveEstimate: Operation {
  private let key: String

  public init(_ key: String) { self.key = key }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let estimate = try register.find(Estimate.self, key)
    let edit = Edit.remove(.estimate, estimate.record.values)
    return Proposal(Change("removing the estimate of \(estimate.title)", [edit]))
  }
}
