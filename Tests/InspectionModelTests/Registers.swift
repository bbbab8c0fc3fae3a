import InspectionModel

extension Register {
  /// A register over no file.
  static var empty: Register { Register(file: noFile) }

  static var noFile: TextBuffer {
    TextBuffer(UnsafeRawBufferPointer(start: nil, count: 0), ownedBy: NoFile())
  }

  /// Two areas with an inspection each, three passages and two contributions, all invented.
  static func sample() throws -> Register {
    var register = Register.empty
    try register.apply(Change("sample", names + inspections))
    return register
  }

  private static let names: [Edit] = [
    .insert(.area, [.init(.id, "ashby"), .init(.name, "Ashby"), .init(.region, "North West")]),
    .insert(.area, [.init(.id, "borne"), .init(.name, "Borne"), .init(.neighbour, "ashby")]),
    .insert(.framework, [.init(.id, "jtai"), .init(.name, "Joint inspection")]),
    .insert(.theme, [.init(.id, "neglect"), .init(.name, "Children living with neglect")]),
    .insert(.agency, [.init(.id, "police"), .init(.name, "Police"), .init(.letter, "p")]),
    .insert(.agency, [.init(.id, "health"), .init(.name, "Santé publique"), .init(.letter, "h")]),
    .insert(.criterion, [.init(.id, "I4"), .init(.name, "Sharing what is known")]),
  ]

  private static let inspections: [Edit] = [
    .insert(.inspection, inspection("jtai-ashby-2016", "ashby", "2016-02-22")),
    .insert(
      .inspection, inspection("jtai-borne-2018", "borne", "2018-05") + [.init(.theme, "neglect")]),
    .insert(.passage, passage("jtai-ashby-2016", "s1", "strength", "Police share what they know.")),
    .insert(.passage, passage("jtai-ashby-2016", "i1", "improvement", "Referrals go missing.")),
    .insert(.passage, passage("jtai-borne-2018", "s1", "strength", "Leaders meet every week.")),
    .insert(.contribution, contribution("C-2", "jtai-borne-2018/s1", "health", "-")),
    .insert(
      .contribution,
      contribution("C-1", "jtai-ashby-2016/s1", "police", "+") + [.init(.with, "health")]),
  ]

  static func inspection(_ key: String, _ area: String, _ from: String) -> [FieldValue] {
    [
      .init(.id, key), .init(.area, area), .init(.framework, "jtai"), .init(.from, from),
      .init(.certainty, "stated-in-letter"), .init(.source, "https://example.org/\(area)"),
    ]
  }

  static func passage(
    _ inspection: String, _ code: String, _ section: String, _ text: String
  ) -> [FieldValue] {
    [
      .init(.id, "\(inspection)/\(code)"), .init(.inspection, inspection), .init(.section, section),
      .init(.index, String(code.dropFirst())), .init(.text, text),
    ]
  }

  static func contribution(
    _ key: String, _ passage: String, _ agency: String, _ direction: String
  ) -> [FieldValue] {
    [
      .init(.id, key), .init(.passage, passage), .init(.agency, agency),
      .init(.direction, direction),
    ]
  }

  /// The keys of records, for comparing in tests.
  func keys(_ rows: [Row]) -> [String] { rows.map { self[$0].key } }
}

private final class NoFile: Sendable {}

extension RecordRows {
  /// Adds a record as a file might hold it, whether or not it fits its type.
  mutating func record(_ type: RecordType, _ values: (Field, String)...) {
    record(type, values.map { FieldValue($0, $1) })
  }

  mutating func record(_ type: RecordType, _ values: [FieldValue]) {
    var found: [Value] = []
    for field in values {
      if let column = type.column(of: field.field) {
        found.append(value(column, Array(field.value.utf8)))
      }
    }
    add(type, found.count, in: UnsafeRawBufferPointer(start: nil, count: 0)) { found[$0] }
  }

  /// The register that has these records alone.
  consuming func register() -> Register {
    var builder = RegisterBuilder(file: Register.noFile)
    builder.add(finish())
    return builder.finish().0
  }
}
