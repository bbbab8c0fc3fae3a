public import InspectionModel

/// A filter is kept under a name; one that has that name for the same lists already becomes this.
public struct SaveFilter: Operation {
  private let (filter, name, type): (String, String, RecordType)

  /// - Parameter type: what it narrows.
  public init(_ filter: String, as name: String, on type: RecordType) {
    (self.filter, self.name, self.type) = (filter, name, type)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let lists = type.words.many
    let former = register.rows(.filter).map { register[$0] }.first {
      $0.text(.name)?.lowercased() == name.lowercased() && $0.text(.lists) == lists
    }
    let summary = "the filter “\(name)”"
    if let former {
      let signature = author.signature.compactMap {
        former.setting($0.field, to: [$0.value])
      }
      guard let edit = former.setting(.filter, to: [filter]) else {
        return Proposal(Change(summary, []))
      }
      return Proposal(Change(summary, [edit] + signature))
    }
    let values = [
      FieldValue(.id, author.newKey(for: .filter, in: register)), FieldValue(.name, name),
      FieldValue(.lists, lists), FieldValue(.filter, filter),
    ]
    return try Proposal(Change(summary, [.insert(.filter, values + author.signature)]))
      .withoutFaults(in: register)
  }
}
