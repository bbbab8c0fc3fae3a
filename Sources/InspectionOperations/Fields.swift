public import InspectionModel

/// Fields of one record get other values. A field that changes with an act of the field is left to that.
public struct SetFields: Operation {
  private let type: RecordType
  private let key: String
  private let values: [(field: Field, values: [String])]
  private let reason: String?

  /// - Parameter values: all values of each field; none empties it.
  public init(
    _ type: RecordType, _ key: String, _ values: [(field: Field, values: [String])],
    because reason: String? = nil
  ) {
    (self.type, self.key, self.values, self.reason) = (type, key, values, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    guard let row = register.row(type, key: key) else {
      throw .edit(.noSuchRecord(type, key: key))
    }
    let record = register[row]
    let changed = values.filter { record.setting($0.field, to: $0.values) != nil }
    let isWord = { (field: Field) in type == .criterion && Codebook.words.contains(field) }
    let (words, others) = (
      changed.filter { isWord($0.field) }, changed.filter { !isWord($0.field) }
    )
    for (field, _) in others {
      if let act = Self.act(type, field) { throw .changesWith(act, type, field) }
    }
    let edits = others.compactMap { record.setting($0.field, to: $0.values) }
    var proposal = Proposal(Change("\(type.words.one) \(key)", edits, why: reason))
    if !words.isEmpty {
      let operation = RedefineCriterion(key, words, because: reason ?? "")
      let redefined = try operation.proposal(for: register, by: &author)
      proposal.notes = redefined.notes
      proposal.change.edits += redefined.change.edits
    }
    return try proposal.withoutFaults(in: register)
  }

  /// The act that a field changes with.
  private static func act(_ type: RecordType, _ field: Field) -> Refusal.Act? {
    switch (type, field) {
    case (.criterion, .status): .retire
    case (.criterion, .into): .merge
    case (.criterion, .version): .redefine
    case (.review, .state): .closeReview
    default: nil
    }
  }
}

/// A record as somebody gives it, with a key, an author and a day where it has none.
public struct AddRecord: Operation {
  private let type: RecordType
  private let values: [FieldValue]

  public init(_ type: RecordType, _ values: [FieldValue]) {
    (self.type, self.values) = (type, values)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    var values = values
    func add(_ field: Field, _ value: @autoclosure () -> String) {
      guard type.column(of: field) != nil, !values.contains(where: { $0.field == field }) else {
        return
      }
      values.append(FieldValue(field, value()))
    }
    if type.keyLetter != nil, !values.contains(where: { $0.field == .id }) {
      values.append(FieldValue(.id, author.newKey(for: type, in: register)))
    }
    // A day of making goes with somebody who made it; frameworks are by inspectorates.
    if type.column(of: .on) != nil {
      add(.by, author.name)
      add(.on, author.day.description)
    }
    let key = values.first { $0.field == .id }?.value ?? ""
    let change = Change("\(type.words.one) \(key)", [.insert(type, values)])
    return try Proposal(change).withoutFaults(in: register)
  }
}

/// A record that no other names goes.
public struct RemoveRecord: Operation {
  private let type: RecordType
  private let key: String

  public init(_ type: RecordType, _ key: String) { (self.type, self.key) = (type, key) }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    guard let row = register.row(type, key: key) else {
      throw .edit(.noSuchRecord(type, key: key))
    }
    let edit = Edit.remove(type, register[row].values)
    return Proposal(Change("removing \(type.words.one) \(key)", [edit]))
  }
}

extension Proposal {
  /// The same; refuses estimates that would stand in the register and come into no sum.
  fileprivate func withoutFaults(in register: Register) throws(Refusal) -> Proposal {
    guard change.edits.contains(where: { $0.type == .estimate }) else { return self }
    var after = register
    do throws(EditProblem) { try after.apply(change) } catch { return self }
    for edit in change.edits where edit.type == .estimate {
      guard let row = after.row(.estimate, key: edit.key) else { continue }
      if let fault = after.view(row, as: Estimate.self).fault { throw .fault(fault) }
    }
    return self
  }
}
