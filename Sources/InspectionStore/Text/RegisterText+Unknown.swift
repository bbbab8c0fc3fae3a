public import InspectionModel
import RecText

extension RegisterText {
  /// The fields of a record that its type does not know, in the order of the text. O(record).
  ///
  /// Bytes that are not UTF-8 are U+FFFD in it, as they are in a register.
  public func unknownFields(of row: Row) -> [(name: String, value: String)] {
    guard let record = place(of: row).flatMap(document.record) else { return [] }
    let known = row.type.fields
    return record.fields.filter { field in !known.contains { field.isNamed($0.name) } }
      .map { ($0.name, $0.value) }
  }
}
