import InspectionModel

/// JSON as our commands print it: members in the order in which a value gives them, so that a person can read it and two
/// runs can be compared. Control and format characters are escaped.
public enum JSON {
  /// The text of a value, indented by two blanks a level, with a line end after it.
  public static func text(_ value: some Encodable) throws -> String {
    let node = JSONNode()
    try node.encode(value)
    var text = ""
    node.print(to: &text, indent: "")
    return text + "\n"
  }
}

extension RecordTable: Encodable {
  /// An array of objects; a field that may repeat is an array, a number a number, what is empty is left out.
  public func encode(to encoder: any Encoder) throws {
    var array = encoder.unkeyedContainer()
    for row in rows {
      var object = array.nestedContainer(keyedBy: Name.self)
      for (spec, values) in zip(columns, row) where !values.isEmpty {
        try encode(values, spec, in: &object)
      }
    }
  }

  private func encode(
    _ values: [String], _ spec: FieldSpec, in object: inout KeyedEncodingContainer<Name>
  ) throws {
    let name = Name(spec.name)
    if spec.isRepeated {
      try object.encode(values, forKey: name)
    } else if case .number = spec.kind, let number = Int(values[0]) {
      try object.encode(number, forKey: name)
    } else {
      try object.encode(values[0], forKey: name)
    }
  }

  /// The name of a field as a key.
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
