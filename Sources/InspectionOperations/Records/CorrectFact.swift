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
      let kept = record.setting(
        .note,
        to: KeptFact(field: field, values: former, register: register).kept(in: record.texts(.note))
      )
    {
      edits.append(kept)
    }
    let words = values.isEmpty ? "nothing" : values.joined(separator: "; ")
    return Proposal(Change("\(field.name) of \(key) as \(words)", edits, why: reason))
  }
}

/// What a letter says of a fact that is corrected, as the note of the inspection keeps it: at its
/// end, a sentence each.
private struct KeptFact {
  let field: Field
  let values: [String]
  let register: Register

  private static let start = "The letter has "

  /// The note with it. Once it is there it stays, so that a fact that is corrected again still says
  /// what the letter said at first.
  func kept(in note: [String]) -> [String] {
    if note.contains(where: isIn) { return note }
    let sentence = "\(Self.start)\(field.name) \(values.joined(separator: "; "))."
    return [(note + [sentence]).joined(separator: " ")]
  }

  /// More full stops than these are in no value.
  private static let mostStops = 20

  /// Whether a text keeps values of the field already. Somebody's own words that begin alike are
  /// none, unless they name the field and go on as a value of it would. O(text).
  private func isIn(_ text: String) -> Bool {
    text.split(separator: Self.start, omittingEmptySubsequences: false).dropFirst().contains {
      guard $0.starts(with: field.name + " ") else { return false }
      let words = $0.dropFirst(field.name.count + 1)
      // A full stop within a value is part of it; one of these ends the sentence.
      let stops = words.indices.lazy.filter { words[$0] == "." }.prefix(Self.mostStops)
      return stops.contains { isValue(words[..<$0]) }
    }
  }

  private func isValue(_ words: Substring) -> Bool {
    guard let spec = RecordType.inspection.spec(of: field) else { return false }
    return words.split(separator: "; ").allSatisfy { value in
      if let type = spec.target { return register.row(type, key: String(value)) != nil }
      return spec.takes(String(value))
    }
  }
}
