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
    let place = FieldAddress(draft.type, draft.field, draft.key)
    return try RecWriter.encode([("Draft", place.line), ("Text", draft.text)])
  }

  /// The draft that was encoded; nil for none, and for one this version does not understand.
  static func decode(_ lines: [UInt8]) -> Draft? {
    guard let record = RecDocument(RecBytes(lines)).record(RecordID(0)),
      let place = record.first("Draft").flatMap(FieldAddress.init),
      let text = record.first("Text")
    else { return nil }
    return Draft(place.type, key: place.key, place.field, text: text)
  }
}
