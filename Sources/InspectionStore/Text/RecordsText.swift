public import InspectionModel
public import RecText

/// Records as a rec file of their own, with the descriptors of their types.
public enum RecordsText {
  /// Prints new records, type by type in the order of a register.
  public static func print(_ records: [(type: RecordType, values: [FieldValue])])
    throws(RecWriteProblem) -> [UInt8]
  {
    var document = RecDocument(RecBytes([]))
    for type in RecordType.allCases {
      let ofType = records.filter { $0.type == type }
      if ofType.isEmpty { continue }
      let last = document.sets.last?.index ?? 0
      _ = try document.insert(SetDescriptor.fields(of: type), at: .endOfSet(last))
      for record in ofType {
        let fields = record.values.map { (name: $0.field.name, value: $0.value) }
        _ = try document.insert(fields, at: .endOfSet(document.sets.count - 1))
      }
    }
    return document.print()
  }
}
