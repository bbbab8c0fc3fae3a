/// The smallest thing that can be done to a register. It says what was there before, so that it can
/// be taken back.
public enum Edit: Hashable, Sendable {
  /// A new record; the values hold its key.
  case insert(RecordType, [FieldValue])
  /// All values of one field of a record.
  case set(RecordType, key: String, Field, from: [String], to: [String])
  /// All values of a field that the type does not know. The register has no place for it, and only
  /// the text of its file holds it, where it is seen whether it still has the former values.
  case setUnknown(RecordType, key: String, String, from: [String], to: [String])
  /// A record with all it holds.
  case remove(RecordType, [FieldValue])

  /// The edit that takes this one back.
  public var inverse: Edit {
    switch self {
    case .insert(let type, let values): .remove(type, values)
    case .set(let type, let key, let field, let from, let to):
      .set(type, key: key, field, from: to, to: from)
    case .setUnknown(let type, let key, let name, let from, let to):
      .setUnknown(type, key: key, name, from: to, to: from)
    case .remove(let type, let values): .insert(type, values)
    }
  }

  public var type: RecordType {
    switch self {
    case .insert(let type, _), .set(let type, _, _, _, _), .setUnknown(let type, _, _, _, _),
      .remove(let type, _):
      type
    }
  }

  /// The key of the record it is about.
  public var key: String {
    switch self {
    case .insert(_, let values), .remove(_, let values):
      values.first { $0.field == .id }?.value ?? ""
    case .set(_, let key, _, _, _), .setUnknown(_, let key, _, _, _): key
    }
  }
}

extension Record {
  /// The edit that gives a field other values; nil where it holds them already, spelled the same
  /// way.
  public func setting(_ field: Field, to values: [String]) -> Edit? {
    let former = texts(field)
    return former.isSpelled(as: values)
      ? nil : .set(row.type, key: key, field, from: former, to: values)
  }
}

extension [String] {
  /// Whether these are the same values to the byte. Strings alone compare by canonical equivalence,
  /// so that an é of two scalars made one would be no change.
  public func isSpelled(as other: [String]) -> Bool {
    elementsEqual(other) { $0.utf8.elementsEqual($1.utf8) }
  }
}

/// What one act of a person, an import or an undo does: all of its edits, or none.
public struct Change: Hashable, Sendable {
  /// What was done, in words that follow "undid": `police I4 + in jtai-liverpool-2016/s3`.
  public var summary: String
  public var edits: [Edit]
  /// Whether it puts back what was there before: values that came from a file and do not fit their
  /// fields are then taken as they are.
  public let isRestoring: Bool
  /// Whether it brings values that stood in a register and do not fit their fields: they are taken
  /// as they are, too.
  public var bringsInvalidValues = false
  /// Why it was done, where somebody said so.
  public var why: String?

  public init(
    _ summary: String, _ edits: [Edit], isRestoring: Bool = false, why: String? = nil
  ) {
    self.summary = summary
    self.edits = edits
    self.isRestoring = isRestoring
    self.why = why
  }

  /// Whether values need not fit their fields.
  var takesInvalidValues: Bool { isRestoring || bringsInvalidValues }

  /// The change that takes this one back.
  public var inverse: Change {
    var inverse = Change(summary, edits.reversed().map(\.inverse), isRestoring: true)
    // So that it tells what it took back, and that can be done again.
    inverse.bringsInvalidValues = bringsInvalidValues
    return inverse
  }

  /// Whether it does the opposite of another, so that both together are nothing.
  public func takesBack(_ former: Change) -> Bool {
    edits.count == former.edits.count && edits.first == former.edits.last?.inverse
      && edits == former.inverse.edits
  }
}

/// Why an edit cannot be made.
public enum EditProblem: Error, Hashable, Sendable {
  case noSuchRecord(RecordType, key: String)
  case keyTaken(RecordType, key: String)
  /// Another record of the file has the same key, so that neither can be removed by it.
  case keyShared(RecordType, key: String)
  case noKey(RecordType)
  case noSuchField(RecordType, Field)
  case missing(RecordType, Field)
  case invalid(RecordType, Field, value: String)
  case dangling(RecordType, Field, value: String)
  /// The field, or the record to be removed, holds something else than the edit says.
  case stale(RecordType, key: String, Field?)
  /// Other records belong to it or name it.
  case inUse(RecordType, key: String, by: Int)
}

extension EditProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchRecord(let type, let key): "there is no \(type.noun.one) \(key)"
    case .keyTaken(let type, let key): "there is already \(type.withArticle) \(key)"
    case .keyShared(let type, let key):
      "two \(type.noun.many) have the key \(key); give one another key in an editor first"
    case .noKey(let type): "\(type.withArticle) needs an Id"
    case .noSuchField(let type, .id): "the Id of \(type.withArticle) cannot be changed"
    case .noSuchField(let type, let field): "\(type.withArticle) has no \(field.name)"
    case .missing(let type, let field): "\(type.withArticle) needs \(field.withArticle)"
    case .invalid(let type, let field, let value):
      "“\(value)” does not fit \(field.name) of \(type.withArticle)"
    case .dangling(_, let field, let value): "\(field.name) names “\(value)”, which does not exist"
    case .stale(let type, let key, let field):
      (field.map { "\($0.name) of " } ?? "") + "\(type.noun.one) \(key) has changed meanwhile"
    case .inUse(let type, let key, let count):
      "\(type.noun.one) \(key) is named by \(counted(count, "other record"))"
    }
  }
}
