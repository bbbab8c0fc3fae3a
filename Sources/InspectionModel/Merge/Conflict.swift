/// Two versions of one thing, of which a person has yet to choose one: that of the record stands,
/// the other is kept here.
///
/// It is a record of the register like any other, so that it survives every save, is shared with
/// the file, and can be chosen from tomorrow or by somebody else.
public struct Conflict: RecordView {
  public static let type = RecordType.conflict
  public let record: Record
  public init(_ record: Record) { self.record = record }

  /// The record of which there are two versions; nil once it is gone.
  public var subject: Row? {
    guard let type = record.text(.type).flatMap(RecordType.init(name:)),
      let key = record.text(.record)
    else { return nil }
    return record.register.row(type, key: key)
  }

  /// The field of which there are two versions; nil where the other version has no such record at
  /// all.
  public var field: Field? { record.text(.field).flatMap(Field.init(rawValue:)) }

  /// What the other version holds in the field; nothing where it is empty there.
  public var values: [String] { record.texts(.value) }

  /// How the other version came about.
  public var note: String? { record.text(.note) }

  /// What the record holds in the field now.
  public var currentValues: [String] {
    guard let subject, let field else { return [] }
    return record.register[subject].texts(field)
  }

  /// `Direction of contribution C-7K3QZ9TB`.
  public var title: String {
    let name = record.text(.type)?.lowercased() ?? "record"
    let whole = "\(name) \(record.text(.record) ?? "")"
    return field.map { "\($0.name) of \(whole)" } ?? whole
  }
}

extension Conflict {
  /// What there are two versions of: a field of a record, or without one the record as a whole.
  struct Matter: Hashable {
    let type: RecordType
    let key: String
    let field: Field?

    init(_ type: RecordType, _ key: String, _ field: Field?) {
      (self.type, self.key, self.field) = (type, key, field)
    }
  }

  /// Both versions in a sentence.
  public var sentence: String {
    guard subject != nil else { return "\(title) is gone here; the other version has it" }
    guard field != nil else {
      return "\(title) is here; the other version has removed it (\(note ?? "no reason kept"))"
    }
    func said(_ values: [String]) -> String {
      let text = values.joined(separator: "; ").replacing("\n", with: " ")
      return values.isEmpty ? "nothing" : "“\(text.count > 60 ? text.prefix(59) + "…" : text)”"
    }
    return "\(title): \(said(currentValues)) here, \(said(values)) in the other version"
      + (note.map { " (\($0))" } ?? "")
  }

  /// The edit that keeps another version beside a record; nil where that is kept already.
  ///
  /// The key says what it is about, so that the same conflict found twice is one.
  public static func edit(
    on type: RecordType, key: String, _ field: Field?, other values: [String], because note: String,
    in register: Register
  ) -> Edit? {
    if register.conflict(on: type, key: key, field, other: values) != nil { return nil }
    let base = baseKey(type, key, field)
    var (id, number) = (base, 1)
    while register.row(.conflict, key: id) != nil {
      number += 1
      id = "\(base)/\(number)"
    }
    let about =
      [FieldValue(.id, id), FieldValue(.type, type.name), FieldValue(.record, key)]
      + (field.map { [FieldValue(.field, $0.name)] } ?? [])
    return .insert(
      .conflict, about + values.map { FieldValue(.value, $0) } + [FieldValue(.note, note)])
  }

  fileprivate static func baseKey(_ type: RecordType, _ key: String, _ field: Field?) -> String {
    ([type.name, key] + (field.map { [$0.name] } ?? [])).joined(separator: "/")
  }
}

extension Register {
  /// The conflict that keeps these values beside a record; nil where none does.
  func conflict(
    on type: RecordType, key: String, _ field: Field?, other values: [String]
  ) -> Conflict? {
    let base = Conflict.baseKey(type, key, field)
    var (id, number) = (base, 1)
    while let row = row(.conflict, key: id) {
      if self[row].texts(.value) == values { return view(row) }
      number += 1
      id = "\(base)/\(number)"
    }
    return nil
  }
}
