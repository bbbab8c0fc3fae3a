public import InspectionModel

/// What a memo is on, and the review it is written in.
public struct MemoSubject: Hashable, Sendable {
  public let type: RecordType
  public let key: String
  /// The key of the review; nil outside of any.
  public let review: String?

  public init(_ type: RecordType, _ key: String, in review: String? = nil) {
    (self.type, self.key, self.review) = (type, key, review)
  }

  /// The memo itself; without text where its kind says it all.
  func insertion(
    _ kind: MemoKind, _ text: String, by author: inout Author, _ register: Register
  ) -> Edit {
    let field = Memo.subjects.first { RecordType.memo.spec(of: $0)?.target == type }
    var values = [FieldValue(.id, author.newKey(for: .memo, in: register))]
    if let field { values.append(FieldValue(field, key)) }
    if let review, field != .review { values.append(FieldValue(.review, review)) }
    values.append(FieldValue(.kind, kind.rawValue))
    if !text.isEmpty { values.append(FieldValue(.text, text)) }
    return .insert(.memo, values + author.signature)
  }
}

/// Somebody notes something on a record.
public struct WriteMemo: Operation {
  private let (subject, kind, text): (MemoSubject, MemoKind, String)

  public init(on subject: MemoSubject, _ kind: MemoKind = .analytic, _ text: String) {
    (self.subject, self.kind, self.text) = (subject, kind, text)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let edit = subject.insertion(kind, text, by: &author, register)
    return Proposal(Change("memo on \(subject.key)", [edit]))
  }
}

/// A memo goes.
public struct RemoveMemo: Operation {
  private let key: String

  public init(_ key: String) { self.key = key }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let edit = Edit.remove(.memo, try register.find(.memo, key).values)
    return Proposal(Change("removing the memo \(key)", [edit]))
  }
}

/// The one text of a record that is a note, or the words of a memo, says something else.
public struct WriteNote: Operation {
  private let (type, key, field, text): (RecordType, String, Field, String)

  /// - Parameter text: nothing to have no note.
  public init(_ field: Field, of type: RecordType, _ key: String, _ text: String) {
    (self.type, self.key, self.field, self.text) = (type, key, field, text)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let record = try register.find(type, key)
    let edit = record.setting(field, to: text.isEmpty ? [] : [text])
    let words = "\(field.name.lowercased()) on \(record.title)"
    return Proposal(Change(words, [edit].compactMap(\.self)))
  }
}

extension Record {
  /// What a person knows it by: `police + in jtai-liverpool-2016/s3`.
  fileprivate var title: String {
    if row.type == .contribution { return Contribution(self).title }
    if row.type == .memo { return "the memo on \(Memo(self).subjectTitle)" }
    return "\(row.type.noun.one) \(key)"
  }
}
