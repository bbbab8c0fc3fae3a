/// The table from which the file's descriptors, the decoder, the checks, the listings and the
/// filter terms are all made.
///
/// A field is declared here, by one line: what it holds, how often it stands in a record, and what
/// its text looks like. That is all that files, commands, filters and tables need. Where Swift
/// reads it by name, its record's view has a property for it; ``Field`` has its name, if no other
/// type has a field of that name.
///
/// So four files declare a type of record that somebody keeps of visits to areas. Here is what each
/// of them says:
///
///     // RecordType.swift: the case, and its place in `all`.
///     case visit
///     case .visit: visit
///
///     // RecordSchema+….swift: its fields, and what it belongs to.
///     static let visit = RecordSchema(
///       "Visit", plural: "visits", keyLetter: "V", parent: .area,
///       "A visit of somebody to an area.",
///       (.id, .key, .one),
///       (.area, .reference(.area), .one),
///       (.on, .day, .one),
///       (.mood, .choice(["glad", "sad"]), .optional),
///       (.gss, .text(.gss), .many))
///
///     // Field.swift: the names that are new.
///     case mood = "Mood"
///
///     // Records/….swift: what Swift reads of it.
///     public struct Visit: RecordView {
///       public static let type = RecordType.visit
///       public let record: Record
///       public init(_ record: Record) { self.record = record }
///
///       public var mood: String? { record.text(.mood) }
///     }
struct RecordSchema: Sendable {
  let name: String
  let plural: String
  let summary: String
  let fields: [FieldSpec]
  let keyLetter: Character?
  /// The one of the fields that names the record above; any number of types may name records of one
  /// type.
  let parent: FieldSpec?

  init(
    _ name: String, plural: String, keyLetter: Character? = nil, parent: Field? = nil,
    _ summary: String, _ fields: (Field, Content, Count)...
  ) {
    (self.name, self.plural, self.summary) = (name, plural, summary)
    self.keyLetter = keyLetter
    let specs = fields.map { field, content, count in
      FieldSpec(
        field: field, kind: content.kind,
        isMandatory: count == .one || count == .oneOrMore,
        isRepeated: count == .many || count == .oneOrMore, shape: content.shape)
    }
    self.fields = specs
    self.parent = parent.map { parent in
      guard let spec = specs.first(where: { $0.field == parent }) else {
        preconditionFailure("\(name) has no field \(parent.name) to name its parent in")
      }
      return spec
    }
  }

  /// What a field holds, and what its text must look like.
  struct Content {
    let kind: FieldSpec.Kind
    var shape: FieldShape?

    static let key = Content(kind: .key)
    static let text = Content(kind: .text)
    static let day = Content(kind: .day)
    static let number = Content(kind: .number)

    static func key(_ shape: FieldShape) -> Content { Content(kind: .key, shape: shape) }
    static func text(_ shape: FieldShape) -> Content { Content(kind: .text, shape: shape) }
    static func choice(_ options: [String]) -> Content { Content(kind: .choice(options)) }
    static func choice<Word: CaseIterable & RawRepresentable<String>>(
      of words: Word.Type
    ) -> Content {
      choice(words.allCases.map(\.rawValue))
    }
    static func reference(_ type: RecordType) -> Content { Content(kind: .reference(type)) }
  }

  /// How many times a field may stand in a record.
  enum Count {
    case one
    case optional
    case many
    case oneOrMore
  }

  /// The column of each field by type and field number; -1 where the type has no such field.
  static let columns: [[Int8]] = all.map { schema in
    var columns = [Int8](repeating: -1, count: Field.allCases.count)
    for (column, spec) in schema.fields.enumerated() {
      columns[Int(spec.field.number)] = Int8(column)
    }
    return columns
  }
}
