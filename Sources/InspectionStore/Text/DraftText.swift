import InspectionModel
import RecText

/// A draft as one rec record, for the journal; and back.
///
///     Draft: Contribution Note C-7K3QZ9TB
///     Text: they meet each mor
enum DraftText {
  /// What the journal holds once a draft is finished or given up.
  static let none = Array("Draft: none\n".utf8)

  static func encode(_ draft: Draft) throws(RecWriteProblem) -> [UInt8] {
    try RecWriter.encode([
      ("Draft", "\(draft.type.name) \(draft.field.name) \(draft.key)"), ("Text", draft.text),
    ])
  }

  /// The draft that was encoded; nil for none, and for one this version does not understand.
  static func decode(_ lines: [UInt8]) -> Draft? {
    guard let record = RecDocument(RecBytes(lines)).record(RecordID(0)),
      let parts = record.first("Draft")?
        .split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false),
      parts.count == 3, let type = RecordType(name: parts[0]),
      let field = Field(rawValue: String(parts[1])), let text = record.first("Text")
    else { return nil }
    return Draft(type, key: String(parts[2]), field, text: text)
  }
}
