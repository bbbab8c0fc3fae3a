/// One record as it is now: its fields by name, whatever its type.
public struct Record: Sendable {
  public let register: Register
  public let row: Row

  /// The key, or nothing where the record has none.
  public var key: String { text(.id) ?? "" }

  /// The first value of a field as text, as it stands in the file; nil where it is empty.
  public func text(_ field: Field) -> String? { firstValue(field).map { text($0, field) } }

  /// All values of a field as text, as they stand in the file.
  public func texts(_ field: Field) -> [String] { values(field).map { text($0, field) } }

  /// Whether a field holds something that is no value of it: none where it needs one, too many, one
  /// that does not fit, one that names a record which is not there or is hidden.
  private func isInvalid(_ spec: FieldSpec) -> Bool {
    let values = texts(spec.field)
    if values.isEmpty { return spec.isMandatory }
    if values.count > 1, !spec.isRepeated { return true }
    if spec.target != nil,
      references(spec.field).filter(register.contains).count != values.count
    {
      return true
    }
    return !values.allSatisfy(spec.takes)
  }

  /// Whether a cell of a table can hold what a field says, so that every program reads it as it is.
  public func fitsCell(_ spec: FieldSpec) -> Bool {
    if isInvalid(spec) { return false }
    return spec.isRepeated
      || texts(spec.field).allSatisfy { !$0.isEmpty && $0.firstUnseen == nil }
  }

  public func day(_ field: Field) -> Day? { firstValue(field)?.day }

  public func number(_ field: Field) -> Int? { firstValue(field)?.number }

  /// The chosen word of a field with a fixed list; nil where it is empty or not of the list.
  public func choice<Choice: RawRepresentable<String>>(_ field: Field) -> Choice? {
    guard let value = firstValue(field), value.choice != nil else { return nil }
    return Choice(rawValue: text(value, field))
  }

  /// The record a field refers to; nil where it is empty or there is no such record.
  public func reference(_ field: Field) -> Row? {
    guard let target = row.type.spec(of: field)?.target, let value = firstValue(field) else {
      return nil
    }
    // One of several may name a record where the first does not.
    return value.reference.map { Row(type: target, number: $0) } ?? references(field).first
  }

  public func references(_ field: Field) -> [Row] {
    guard let target = row.type.spec(of: field)?.target else { return [] }
    return values(field).compactMap { $0.reference }.map { Row(type: target, number: $0) }
  }

  /// Every field that is not empty, one entry a value, in the order of the type's fields.
  public var values: [FieldValue] {
    row.type.fields.flatMap { spec in
      texts(spec.field).map { FieldValue(spec.field, $0) }
    }
  }

  /// Whether these are all its values, whatever the order of the fields.
  func holds(_ values: [FieldValue]) -> Bool {
    row.type.fields.allSatisfy { spec in
      texts(spec.field) == values.filter { $0.field == spec.field }.map(\.value)
    }
  }

  /// Records sort by the bytes of their keys; passages by section and number before that, as they
  /// stand in the letter; contributions as they were read or made.
  func isBefore(_ other: Record) -> Bool {
    if row.type == .contribution { return row.number < other.row.number }
    if row.type == .passage {
      let mine = (firstValue(.section)?.choice ?? 0, number(.index) ?? 0)
      let theirs = (other.firstValue(.section)?.choice ?? 0, other.number(.index) ?? 0)
      if mine != theirs { return mine < theirs }
    }
    return register.keyBytes(row.type, row.number)
      .lexicographicallyPrecedes(other.register.keyBytes(other.row.type, other.row.number))
  }

  private func firstValue(_ field: Field) -> PackedValue? {
    guard let column = row.type.column(of: field) else { return nil }
    let value = register.tables[Int(row.type.rawValue)].columns[column].first(row.number)
    return value.isNone ? nil : value
  }

  func values(_ field: Field) -> [PackedValue] {
    var values: [PackedValue] = []
    forEachValue(field) { values.append($0) }
    return values
  }

  /// All values of a field, one by one.
  func forEachValue(_ field: Field, _ body: (PackedValue) -> Void) {
    guard let column = row.type.column(of: field) else { return }
    register.tables[Int(row.type.rawValue)].columns[column].forEachValue(row.number, body)
  }

  private func text(_ value: PackedValue, _ field: Field) -> String {
    guard let spec = row.type.spec(of: field) else { return "" }
    return register.text(of: value, spec)
  }
}

/// One value of one field, as text.
public struct FieldValue: Hashable, Sendable {
  public let field: Field
  public let value: String

  public init(_ field: Field, _ value: String) {
    self.field = field
    self.value = value
  }
}

extension Register {
  public subscript(row: Row) -> Record { Record(register: self, row: row) }

  /// The records of a type that belong to this one, in the order of their keys; contributions,
  /// whose keys are random, as they were read or made. O(children log children).
  public func children(_ type: RecordType, of row: Row) -> [Row] {
    tree.rows(type, of: row).map { Row(type: type, number: $0) }
      .sorted { self[$0].isBefore(self[$1]) }
  }

  /// A value as it stands in the file.
  func text(of value: PackedValue, _ spec: FieldSpec) -> String {
    if let slice = value.slice { return pool.string(slice) }
    if let day = value.day { return day.description }
    if let number = value.number { return String(number) }
    if let choice = value.choice, case .choice(let options) = spec.kind { return options[choice] }
    if let row = value.reference, let target = spec.target {
      return String(decoding: keyBytes(target, row), as: UTF8.self)
    }
    return ""
  }
}
