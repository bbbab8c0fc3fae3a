public import InspectionModel

/// A fact of an inspection is corrected. What the letter says of it is kept in the note, once.
public struct CorrectFact: Operation {
  private let (key, field, values): (String, Field, [String])
  private let reason: String?

  /// The facts that a person may correct; the other fields say where the record comes from.
  public static let fields: [Field] = [
    .area, .theme, .notified, .from, .to, .published, .inspectorate, .priorityAction, .statementDue,
    .statementBy, .addressee, .note,
  ]

  public init(_ field: Field, of key: String, _ values: [String], because reason: String? = nil) {
    (self.key, self.field, self.values, self.reason) = (key, field, values, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let record = try register.find(.inspection, key)
    let former = record.texts(field)
    var edits = [record.setting(field, to: values)].compactMap(\.self)
    if !edits.isEmpty, field != .note, record.text(.letter) != nil, !former.isEmpty,
      let kept = record.setting(.note, to: keeping(former, in: record.texts(.note)))
    {
      edits.append(kept)
    }
    let words = values.isEmpty ? "nothing" : values.joined(separator: "; ")
    return Proposal(Change("\(field.name) of \(key) as \(words)", edits, why: reason))
  }

  /// The note with what the letter says.
  private func keeping(_ former: [String], in note: [String]) -> [String] {
    let start = "The letter has \(field.name) "
    // Corrected again, it still says what the letter said at first.
    if note.contains(where: { $0.contains(start) }) { return note }
    return [(note + ["\(start)\(former.joined(separator: "; "))."]).joined(separator: " ")]
  }
}
