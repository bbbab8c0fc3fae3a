public import InspectionModel
import RecText

extension RegisterText {
  /// The fields of a record that its type does not know, in the order of the text. O(record).
  ///
  /// Bytes that are not UTF-8 are U+FFFD in it, as they are in a register.
  public func unknownFields(of row: Row) -> UnknownFields {
    guard let record = place(of: row).flatMap(document.record) else { return [] }
    let known = row.type.fields
    return record.fields.filter { field in !known.contains { field.isNamed($0.name) } }
      .map { ($0.name, $0.value) }
  }

  /// Whether a record has one list of values or another in a field, or is not there at all.
  /// O(record).
  func says(_ name: String, _ some: [String], or others: [String], in place: RecordID) -> Bool {
    guard let values = document.record(place)?.values(of: name) else { return true }
    return values.isSpelled(as: some) || values.isSpelled(as: others)
  }

  /// Whether the text says what changes gave to fields that no type knows. O(changes).
  func hasUnknown(of changes: [Change], _ register: Register) -> Bool {
    var last: [RecordID: [String: [String]]] = [:]
    for case .setUnknown(let type, let key, let name, _, let to) in changes.flatMap(\.edits) {
      guard let place = register.everHeld(type, key: key).flatMap(place) else { continue }
      last[place, default: [:]][name] = to
    }
    return last.allSatisfy { place, fields in
      guard let record = document.record(place) else { return true }
      return fields.allSatisfy { record.values(of: $0.key).isSpelled(as: $0.value) }
    }
  }
}
