import InspectionModel

/// What stands above the records of a type: GNU rec's own description of them, made from the one table of fields.
enum SetDescriptor {
  /// The fields of a type's descriptor. What recutils can check is declared; the rest is for `jointview check`.
  static func fields(of type: RecordType) -> [(name: String, value: String)] {
    var fields = [(name: "%rec", value: type.name), (name: "%key", value: Field.id.name)]
    let mandatory = type.fields.filter(\.isMandatory).map(\.name)
    fields.append((name: "%mandatory", value: mandatory.joined(separator: " ")))
    fields.append((name: "%allowed", value: type.fields.map(\.name).joined(separator: " ")))
    for (kind, names) in kinds(of: type) {
      fields.append((name: "%type", value: "\(names.joined(separator: ",")) \(kind)"))
    }
    fields.append((name: "%doc", value: type.summary))
    return fields
  }

  /// Fields by what recutils calls their kind, in the order of the fields.
  private static func kinds(of type: RecordType) -> [(kind: String, names: [String])] {
    var kinds: [(kind: String, names: [String])] = []
    for spec in type.fields {
      guard let kind = kind(of: spec) else { continue }
      if let index = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[index].names.append(spec.name)
      } else {
        kinds.append((kind, [spec.name]))
      }
    }
    return kinds
  }

  private static func kind(of spec: FieldSpec) -> String? {
    switch spec.kind {
    case .key: spec.shape.map { "regexp \($0.expression)" } ?? "line"
    case .text: spec.shape.map { "regexp \($0.expression)" }
    // recutils' own `date` refuses a month or a year alone.
    case .day: "regexp /^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$/"
    case .number: "int"
    case .choice(let words): choice(words)
    case .reference(let target): "rec \(target.name)"
    }
  }

  /// recutils' enumerations know letters, digits, dashes and underscores only.
  private static func choice(_ words: [String]) -> String {
    let isPlain = words.allSatisfy { word in
      word.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
        && word.utf8.allSatisfy {
          Character(Unicode.Scalar($0)).isLetter || $0 == UInt8(ascii: "-")
        }
    }
    if isPlain { return "enum " + words.joined(separator: " ") }
    // A dash between two others would make a range of them.
    let signs = words.filter { $0 == "-" } + words.filter { $0 != "-" }
    return "regexp /^[\(signs.joined())]$/"
  }
}
