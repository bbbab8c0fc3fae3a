/// The kinds of record a register holds, in the order in which their sets stand in the file.
public enum RecordType: UInt8, CaseIterable, Sendable {
  case area
  case framework
  case theme
  case agency
  case criterion
  case inspection
  case passage
  case contribution
  case review
  case memo
  case decision
  case wording
  case conflict
  case body
  case consultation
  case response
  case concern
  case pausePoint
  case holiday
  case scenario
  case estimate
  case standard
  case judgement
  case filter
  case tableImport
  case ruling
  /// What is wrong in the file of a register. No file holds any: they stand in a register of their
  /// own, so that they are listed, filtered, sorted and grouped as all else is. It is the last.
  case problem

  /// Those that a register's file may hold, in the order of their sets.
  public static let allCases: [RecordType] = all.dropLast()

  /// Those, and the one that no file holds.
  static let all: [RecordType] = (0...problem.rawValue).compactMap(RecordType.init(rawValue:))

  /// The name of the record set in the file: `Area`.
  public var name: String { schema.name }
  /// What one record and several are called on screen.
  public var noun: (one: String, many: String) { (schema.name.lowercased(), schema.plural) }
  /// What one record is called in a sentence: `an area`.
  public var withArticle: String { Article.before(noun.one) + " " + noun.one }
  /// Its fields, in the order in which they are written.
  public var fields: [FieldSpec] { schema.fields }
  /// One line for people who open the file in an editor.
  public var summary: String { schema.summary }
  /// The field by which a record names the one it belongs to; nil where it belongs to none.
  public var parentField: FieldSpec? { schema.parent }
  /// The first letter of the keys that new records get, which are random; nil for types with keys
  /// of their own.
  public var keyLetter: Character? { schema.keyLetter }

  public init?(name: some StringProtocol) {
    guard let type = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = type
  }

  /// The column of a field, or nil where the type has no such field.
  public func column(of field: Field) -> Int? {
    let column = RecordSchema.columns[Int(rawValue)][Int(field.number)]
    return column < 0 ? nil : Int(column)
  }

  public func spec(of field: Field) -> FieldSpec? {
    column(of: field).map { RecordSchema.all[Int(rawValue)].fields[$0] }
  }

  private var schema: RecordSchema { RecordSchema.all[Int(rawValue)] }
}

/// One field of a record type: what it may hold.
///
/// A class, since it is asked for wherever a value is read.
public final class FieldSpec: Sendable {
  public enum Kind: Sendable {
    /// The record's own key: text, unique in its set.
    case key
    /// Text in the field's words.
    case text
    /// A day, a month or a year.
    case day
    /// A whole number.
    case number
    /// One of a fixed list of words.
    case choice([String])
    /// The key of a record of another type.
    case reference(RecordType)
  }

  public let field: Field
  public let kind: Kind
  public let isMandatory: Bool
  public let isRepeated: Bool
  /// What a text must look like; nil where any will do.
  public let shape: FieldShape?

  init(field: Field, kind: Kind, isMandatory: Bool, isRepeated: Bool, shape: FieldShape?) {
    (self.field, self.kind, self.shape) = (field, kind, shape)
    (self.isMandatory, self.isRepeated) = (isMandatory, isRepeated)
  }

  public var name: String { field.name }

  /// The type this field refers to, if it refers to one.
  public var target: RecordType? {
    if case .reference(let type) = kind { type } else { nil }
  }
}

extension RecordSchema {
  /// Of every type, in their order.
  static let all: [RecordSchema] = RecordType.all.map(schema)

  private static func schema(of type: RecordType) -> RecordSchema {
    switch type {
    case .area: area
    case .framework: framework
    case .theme: theme
    case .agency: agency
    case .criterion: criterion
    case .inspection: inspection
    case .passage: passage
    case .contribution: contribution
    case .review: review
    case .memo: memo
    case .decision: decision
    case .wording: wording
    case .conflict: conflict
    case .body: body
    case .consultation: consultation
    case .response: response
    case .concern: concern
    case .pausePoint: pausePoint
    case .holiday: holiday
    case .scenario: scenario
    case .estimate: estimate
    case .standard: standard
    case .judgement: judgement
    case .filter: filter
    case .tableImport: tableImport
    case .ruling: ruling
    case .problem: problem
    }
  }
}
