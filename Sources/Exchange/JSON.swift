import FoundationEssentials
import InspectionModel

/// JSON as our commands print it: keys in order of the alphabet, so that two runs can be compared.
public enum JSON {
  public static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
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
