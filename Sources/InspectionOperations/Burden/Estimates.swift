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

  private var words: String {
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
      return try Proposal(Change(words, [.insert(.estimate, [id] + signed)]))
        .withoutFaults(in: register)
    }
    let record = try register.find(.estimate, key)
    let fields = RecordType.estimate.fields.map(\.field).filter { $0 != .id && $0 != .note }
    let edits = fields.compactMap { field in
      record.setting(field, to: signed.filter { $0.field == field }.map(\.value))
    }
    return try Proposal(Change(words, edits)).withoutFaults(in: register)
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
    return Proposal(Change("removing the estimate of \(estimate.words)", [edit]))
  }
}

extension Proposal {
  /// The same; refuses estimates and judgements that would stand in the register and be counted
  /// nowhere.
  func withoutFaults(in register: Register) throws(Refusal) -> Proposal {
    let edits = change.edits.filter { [.estimate, .judgement].contains($0.type) }
    guard !edits.isEmpty else { return self }
    var after = register
    do throws(EditProblem) { try after.apply(change) } catch { return self }
    for edit in edits {
      guard let row = after.row(edit.type, key: edit.key) else { continue }
      if let fault = after.fault(of: row) { throw .fault(fault) }
    }
    return self
  }
}

extension Register {
  /// Why an estimate or a judgement would be counted nowhere; nil where it is, and of any other
  /// record.
  func fault(of row: Row) -> String? {
    if row.type == .estimate { return view(row, as: Estimate.self).fault }
    return row.type == .judgement ? view(row, as: Judgement.self).fault : nil
  }
}
