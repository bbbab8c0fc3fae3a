import InspectionModel

/// A column of a table that goes out in an export: what it is called, and what its cells hold.
struct PackageColumn: Sendable {
  /// What a cell holds, in the words of a Frictionless Table Schema.
  enum Kind: Hashable, Sendable {
    case string
    case integer
    case number
    /// A whole day.
    case date
    /// A day, a month or a year, as text: ``Day`` of which some are vague.
    case vagueDay
    /// Several texts, as an array of JSON.
    case list
    /// Fields with their values, as an object of JSON.
    case object
  }

  let name: String
  let title: String
  let kind: Kind
  var description = ""
  var isRequired = false
  var isKey = false
  /// What it may hold; nil where any will do.
  var options: [String]?
  /// What its text looks like whole, as a regular expression.
  var pattern: String?
  /// Which records its cells name.
  var target: RecordType?
}

extension PackageColumn {
  /// The column of a field: called as the field is, in lower case.
  ///
  /// - Parameter hasVagueDays: whether a day of it is only known by its month or year.
  init(_ spec: FieldSpec, of type: RecordType, hasVagueDays: Bool = false) {
    self.init(
      name: spec.name.lowercased(), title: spec.name,
      kind: Self.kind(of: spec, hasVagueDays: hasVagueDays))
    isKey = spec.field == .id
    isRequired = spec.isMandatory
    target = spec.target
    if case .choice(let choices) = spec.kind { options = choices }
    switch spec.shape {
    case .oneOf(let choices): options = choices
    case .code(let prefix, let digits):
      pattern = "\(prefix)[0-9]{\(digits.lowerBound),\(digits.upperBound)}"
    case .letter: pattern = "[a-z]"
    case .day, .amount, nil: break
    }
    if kind == .vagueDay { pattern = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" }
    description = Self.description(of: spec, kind, options)
  }

  private static func kind(of spec: FieldSpec, hasVagueDays: Bool) -> Kind {
    if spec.isRepeated { return .list }
    switch spec.kind {
    case .day: return hasVagueDays ? .vagueDay : .date
    case .number: return .integer
    case .key, .text, .choice, .reference: break
    }
    switch spec.shape {
    case .day: return .date
    case .amount: return .number
    case .oneOf, .code, .letter, nil: return .string
    }
  }

  private static func description(
    of spec: FieldSpec, _ kind: Kind, _ options: [String]?
  ) -> String {
    var sentences: [String] = []
    if spec.field == .id { sentences.append("The key of the record.") }
    if let target = spec.target {
      sentences.append(
        spec.isRepeated
          ? "Keys of \(target.noun.many), as an array of JSON."
          : "The key of \(target.withArticle).")
    } else if kind == .list {
      sentences.append("Several texts, as an array of JSON.")
    }
    if kind == .vagueDay { sentences.append("A day, or its month or year where no more is known.") }
    if kind == .list, let options {
      sentences.append("Each is one of \(options.joined(separator: ", ")).")
    }
    return sentences.joined(separator: " ")
  }

  /// The column for all that has no place in the others.
  static let other = PackageColumn(
    name: "other", title: "Other", kind: .object,
    description: """
      What the other columns cannot hold, as an object of JSON: fields that this version does not \
      know, and values that do not fit their field, by the name of the field as the register has \
      it, each with all its values, or with none where the field needs one and the register lacks \
      it.
      """)
}

// MARK: - Data dictionary

extension PackageColumn {
  /// The field of a Table Schema.
  var schema: JSON {
    [
      "name": .string(name), "title": .string(title), "type": .string(typeName),
      "description": description.isEmpty ? nil : .string(description),
      "constraints": constraints,
    ]
  }

  var typeName: String {
    switch kind {
    case .string, .vagueDay: "string"
    case .integer: "integer"
    case .number: "number"
    case .date: "date"
    case .list: "array"
    case .object: "object"
    }
  }

  private var constraints: JSON? {
    // What an array holds, version 1 of the standard cannot say.
    let options = kind == .list ? nil : options
    let constraints: JSON = [
      "required": isRequired ? .bool(true) : nil, "unique": isKey ? .bool(true) : nil,
      "enum": options.map(JSON.strings), "pattern": kind == .list ? nil : pattern.map(JSON.string),
      "minimum": kind == .number ? .integer(0) : nil,
    ]
    guard case .object(let members) = constraints, !members.isEmpty else { return nil }
    return constraints
  }
}
