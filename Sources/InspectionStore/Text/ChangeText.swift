public import InspectionModel
public import RecText

/// A change as one rec record, for the journal; and back.
///
///     Change: police I4 + in jtai-liverpool-2016/s3
///     Why: the second half names the force
///     Insert: Contribution
///     Id: C-7K3QZ9TB
///     Passage: jtai-liverpool-2016/s3
///     Set: Contribution Note C-0HX2M4RD
///     From: too broad
///     To: narrower now
///
/// One that puts back what was there before starts with `Undo` in place of `Change`; one that
/// brings values that do not fit has the line `Misfits: kept`. A field that the type does not know
/// is `SetUnknown`.
public enum ChangeText {
  /// The lines of the record. Throws where a value cannot be written as rec, and names the field
  /// that has it.
  public static func encode(_ change: Change) throws(RecWriteProblem) -> [UInt8] {
    for edit in change.edits {
      switch edit {
      case .set(_, let key, let field, let from, let to):
        try check(key, field.name, from + to)
      case .setUnknown(_, let key, let name, let from, let to):
        guard RecWriter.isFieldName(name) else { throw .badFieldName(name) }
        try check(key, name, from + to)
      case .insert, .remove: break
      }
    }
    var fields = [(name: change.isRestoring ? "Undo" : "Change", value: change.summary)]
    if change.bringsInvalidValues { fields.append((name: "Misfits", value: "kept")) }
    if let why = change.why { fields.append((name: "Why", value: why)) }
    for edit in change.edits {
      switch edit {
      case .insert(let type, let values):
        fields.append(("Insert", type.name))
        fields += values.map { ($0.field.name, $0.value) }
      case .remove(let type, let values):
        fields.append(("Remove", type.name))
        fields += values.map { ($0.field.name, $0.value) }
      case .set(let type, let key, let field, let from, let to):
        fields.append(("Set", FieldAddress(type, field, key).line))
        fields += values(from, to)
      case .setUnknown(let type, let key, let name, let from, let to):
        fields.append(("SetUnknown", FieldAddress.line(type, name, key)))
        fields += values(from, to)
      }
    }
    return try RecWriter.encode(fields)
  }

  private static func values(
    _ from: [String], _ to: [String]
  ) -> [(name: String, value: String)] {
    from.map { ("From", $0) } + to.map { ("To", $0) }
  }

  private static func check(
    _ key: String, _ name: String, _ values: [String]
  ) throws(RecWriteProblem) {
    if key.utf8.contains(0) { throw .nulInValue(field: Field.id.name) }
    if values.contains(where: { $0.utf8.contains(0) }) { throw .nulInValue(field: name) }
  }

  /// The change that was encoded; nil for text that is no change this version understands.
  public static func decode(_ entry: [UInt8]) -> Change? {
    let document = RecDocument(RecBytes(entry))
    guard document.recordCount == 1, !document.isDamaged(RecordID(0)),
      let record = document.record(RecordID(0))
    else { return nil }
    return change(record.fields.map { ($0.name, $0.value) })
  }

  /// The change that fields say; nil for fields that say none this version understands.
  static func change(_ fields: [(name: String, value: String)]) -> Change? {
    var reader = Reader()
    for field in fields {
      guard reader.accept(field.name, field.value) else { return nil }
    }
    return reader.change
  }

  private struct Reader {
    private var summary: String?
    private var isRestoring = false
    private var bringsInvalidValues = false
    private var why: String?
    private var edits: [Edit] = []

    var change: Change? {
      guard let summary else { return nil }
      var change = Change(summary, edits, isRestoring: isRestoring, why: why)
      change.bringsInvalidValues = bringsInvalidValues
      return change
    }

    mutating func accept(_ name: String, _ value: String) -> Bool {
      switch name {
      case "Change" where summary == nil, "Undo" where summary == nil:
        summary = value
        isRestoring = name == "Undo"
        return true
      case "Misfits" where edits.isEmpty && summary != nil:
        bringsInvalidValues = value == "kept"
        return bringsInvalidValues
      case "Why" where edits.isEmpty && summary != nil:
        why = value
        return true
      case "Insert", "Remove":
        guard let type = RecordType(name: value) else { return false }
        edits.append(name == "Insert" ? .insert(type, []) : .remove(type, []))
        return true
      case "Set":
        return takeSet(value)
      case "SetUnknown":
        return takeSetUnknown(value)
      default:
        return takeValue(name, value)
      }
    }

    private mutating func takeSet(_ value: String) -> Bool {
      guard let place = FieldAddress(value) else { return false }
      edits.append(.set(place.type, key: place.key, place.field, from: [], to: []))
      return true
    }

    /// A field that the type has by now, though it had none when the change was made, is set as any
    /// other: its values stood in a register, whether they fit or not.
    private mutating func takeSetUnknown(_ value: String) -> Bool {
      guard let (type, name, key) = FieldAddress.parts(value) else { return false }
      if let spec = type.fields.first(where: { $0.name == name }) {
        if spec.field == .id { return false }
        edits.append(.set(type, key: key, spec.field, from: [], to: []))
        bringsInvalidValues = true
      } else {
        edits.append(.setUnknown(type, key: key, name, from: [], to: []))
      }
      return true
    }

    /// Nil where the name is of neither.
    private static func adding(
      _ name: String, _ value: String, _ from: [String], _ to: [String]
    ) -> ([String], [String])? {
      switch name {
      case "From": (from + [value], to)
      case "To": (from, to + [value])
      default: nil
      }
    }

    private mutating func takeValue(_ name: String, _ value: String) -> Bool {
      guard let last = edits.popLast() else { return false }
      switch last {
      case .set(let type, let key, let field, let from, let to):
        guard let (from, to) = Self.adding(name, value, from, to) else { return false }
        edits.append(.set(type, key: key, field, from: from, to: to))
      case .setUnknown(let type, let key, let field, let from, let to):
        guard let (from, to) = Self.adding(name, value, from, to) else { return false }
        edits.append(.setUnknown(type, key: key, field, from: from, to: to))
      case .insert(let type, let values), .remove(let type, let values):
        guard let field = Field(rawValue: name) else { return false }
        let values = values + [FieldValue(field, value)]
        if case .insert = last {
          edits.append(.insert(type, values))
        } else {
          edits.append(.remove(type, values))
        }
      }
      return true
    }
  }
}
