/// A table that was read in.
public struct TableImport: RecordView {
  public static let type = RecordType.tableImport
  public let record: Record
  public init(_ record: Record) { self.record = record }

  /// Who says so, one word for all editions of the table.
  public var source: String { record.text(.source) ?? "" }
  /// How many imports of the source there were with it. Two people who each imported the next
  /// edition have the same.
  public var version: Int { record.number(.version) ?? 1 }
  /// What kind of table it is.
  public var kind: String { record.text(.kind) ?? "" }
  /// The name of its file.
  public var name: String { record.text(.name) ?? key }
  /// By what the same file is known again.
  public var fingerprint: String? { record.text(.fingerprint) }
  /// What its rows are of: the key of an area, or that and a day.
  public var rows: [String] { record.texts(.row) }
  public var by: String? { record.text(.by) }
  public var on: Day? { record.day(.on) }
}

/// What was decided where a table said something else than the register.
public struct Ruling: RecordView {
  public static let type = RecordType.ruling
  public let record: Record
  public init(_ record: Record) { self.record = record }

  /// The name of the type, the key of the record and the name of the field; of an area that the
  /// register lacks the name that the table has for it.
  public var subject: (type: String, record: String, field: String?) {
    (record.text(.type) ?? "", record.text(.record) ?? "", record.text(.field))
  }
  public var source: String { record.text(.source) ?? "" }
  /// What the source says.
  public var value: String? { record.text(.value) }
  public var chosen: TableChoice? { record.choice(.chosen) }
  public var reason: String? { record.text(.reason) }
  public var by: String? { record.text(.by) }
  public var on: Day? { record.day(.on) }
}

extension Record {
  /// What tables said of its fields.
  public var origins: [FieldOrigin] { texts(.origin).compactMap(FieldOrigin.init) }
}
