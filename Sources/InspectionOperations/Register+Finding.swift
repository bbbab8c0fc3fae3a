import InspectionModel

extension Register {
  /// The record of a type with a key.
  ///
  /// - Throws: ``Refusal/edit(_:)`` where there is none.
  func find<View: RecordView>(_ view: View.Type, _ key: String) throws(Refusal) -> View {
    View(try find(View.type, key))
  }

  /// The same, of a type that is known only now.
  func find(_ type: RecordType, _ key: String) throws(Refusal) -> Record {
    guard let row = row(type, key: key) else { throw .edit(.noSuchRecord(type, key: key)) }
    return self[row]
  }
}
