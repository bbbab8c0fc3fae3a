public import InspectionModel

/// Fields of one record get other values. A field that an act of the field sees to changes by that
/// act, or not at all.
public struct SetFields: Operation {
  /// The values that each field is to have; none empties it.
  public typealias Values = [(field: Field, values: [String])]

  private let type: RecordType
  private let key: String
  private let values: Values
  private let reason: String?

  /// Other values for some fields of a record.
  public init(_ type: RecordType, _ key: String, _ values: Values, because reason: String? = nil) {
    (self.type, self.key, self.values, self.reason) = (type, key, values, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let record = try register.find(type, key)
    try refuseSeveral()
    let changed = values.filter { record.setting($0.field, to: $0.values) != nil }
    var (plain, operations) = (changed, [any Operation]())
    for act in FieldAct.all where act.type == type {
      let own = plain.filter { act.fields.contains($0.field) }
      if own.isEmpty { continue }
      let setting = Setting(type, key, own, reason, register)
      guard let operation = try act.operation(setting) else { continue }
      operations.append(operation)
      plain.removeAll { act.fields.contains($0.field) }
    }
    operations.insert(PlainFields(type: type, key: key, values: plain), at: 0)
    var proposal = try register.together(operations, by: &author)
    proposal.change.summary = "\(type.noun.one) \(key)"
    proposal.change.why = reason ?? proposal.change.why
    return try proposal.withoutFaults(in: register)
  }
}

extension SetFields {
  /// Of several values for a field that has one, none is dropped unseen.
  private func refuseSeveral() throws(Refusal) {
    for (field, values) in values where values.count > 1 {
      guard let spec = type.spec(of: field), !spec.isRepeated else { continue }
      throw .oneValue(type, field, values[1])
    }
  }
}

/// Fields that no act sees to.
private struct PlainFields: Operation {
  let type: RecordType
  let key: String
  let values: SetFields.Values

  func proposal(for register: Register, by author: inout Author) throws(Refusal) -> Proposal {
    Proposal(Change("", values.compactMap { register.setting(type, key, $0) }))
  }
}

extension Register {
  /// The edit that gives a field of a record other values; nil where it has them.
  func setting(
    _ type: RecordType, _ key: String, _ value: (field: Field, values: [String])
  ) -> Edit? {
    row(type, key: key).flatMap { self[$0].setting(value.field, to: value.values) }
  }
}
