import InspectionModel
import RecText

/// What stands above the records of a type: GNU rec's own description of them, made from the one
/// table of fields.
enum SetDescriptor {
  /// The fields of a type's descriptor. What recutils can check is declared; the rest is for
  /// `jointview check`.
  ///
  /// Each `%type` names one field: Emacs' rec-mode reads two at most of a line that names more.
  static func fields(of type: RecordType) -> [(name: String, value: String)] {
    let kinds = type.fields.compactMap { spec in kind(of: spec).map { "\(spec.name) \($0)" } }
    let mandatory = type.fields.filter { $0.isMandatory && $0.field != .id }.map(\.name)
    return [("%rec", type.name), ("%key", Field.id.name)] + kinds.map { ("%type", $0) } + [
      ("%mandatory", mandatory.joined(separator: " ")),
      ("%allowed", type.fields.map(\.name).joined(separator: " ")), ("%doc", type.summary),
    ]
  }

  /// Whether a descriptor says line by line what fields of a type's descriptor say, whatever it is
  /// said to be about.
  static func isSpelled(
    _ descriptor: RecRecord, as fields: [(name: String, value: String)]
  ) -> Bool {
    let demands = fields.filter { $0.name != "%doc" && !$0.value.isEmpty }
    var count = 0
    for field in descriptor.fields where !field.isNamed("%doc") {
      guard count < demands.count, field.isNamed(demands[count].name),
        field.value == demands[count].value
      else { return false }
      count += 1
    }
    return count == demands.count
  }

  private static func kind(of spec: FieldSpec) -> String? {
    switch spec.kind {
    case .key: spec.shape.map { "regexp \($0.expression)" } ?? "line"
    case .text: spec.shape.map { "regexp \($0.expression)" }
    // recutils' own `date` refuses a month or a year alone.
    case .day: "regexp /^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$/"
    case .number: "int"
    case .choice(let options): choice(options)
    case .reference(let target): "rec \(target.name)"
    }
  }

  /// recutils' enumerations know letters, digits, dashes and underscores only.
  private static func choice(_ options: [String]) -> String {
    let isPlain = options.allSatisfy { word in
      word.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
        && word.utf8.allSatisfy {
          Character(Unicode.Scalar($0)).isLetter || $0 == UInt8(ascii: "-")
        }
    }
    if isPlain { return "enum " + options.joined(separator: " ") }
    // A dash between two others would make a range of them.
    let signs = options.filter { $0 == "-" } + options.filter { $0 != "-" }
    return "regexp /^[\(signs.joined())]$/"
  }
}
