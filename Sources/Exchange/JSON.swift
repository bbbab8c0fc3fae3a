import InspectionModel

/// A JSON value. The members of an object keep their order, so that a person can read them and two
/// runs can be compared.
public enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// One that is no number, or infinite, is printed as null.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])
}

extension JSON {
  public static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  /// What may be missing: null where it is.
  public static func known(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// An object; what is nil is left out of it.
  public init(dictionaryLiteral members: (String, JSON?)...) {
    self = .object(members.compactMap { key, value in value.map { (key, $0) } })
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// A string.
  public init(stringLiteral text: String) { self = .string(text) }
  /// An array.
  public init(arrayLiteral values: JSON...) { self = .array(values) }
}

// MARK: - Printing

extension JSON {
  /// The value as text, indented by two blanks a level, with a line end after it. Control and
  /// format characters are escaped.
  public var text: String { text(indent: "") + "\n" }

  /// The value on one line, without a line end after it.
  public var line: String {
    var text = ""
    print(to: &text, indent: nil)
    return text
  }

  /// The value as a part of a longer text: indented, and without a line end after it.
  public func text(indent: String) -> String {
    var text = indent
    print(to: &text, indent: indent)
    return text
  }

  /// - Parameter indent: what a line of it begins with; nil for all on one line.
  private func print(to text: inout String, indent: String?) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += "\(number)"
    case .number(let number): text += number.isFinite ? "\(number)" : "null"
    case .string(let string): text += Self.quoted(string)
    case .array(let values):
      Self.list(values, in: ("[", "]"), to: &text, indent) { $0.print(to: &$1, indent: $2) }
    case .object(let members):
      Self.list(members, in: ("{", "}"), to: &text, indent) { member, text, indent in
        text += Self.quoted(member.key) + (indent == nil ? ":" : ": ")
        member.value.print(to: &text, indent: indent)
      }
    }
  }

  private static func list<Part>(
    _ parts: [Part], in brackets: (String, String), to text: inout String, _ indent: String?,
    _ print: (Part, inout String, _ indent: String?) -> Void
  ) {
    text += brackets.0
    let inner = indent.map { $0 + "  " }
    for (index, part) in parts.enumerated() {
      text += (index == 0 ? "" : ",") + (inner.map { "\n" + $0 } ?? "")
      print(part, &text, inner)
    }
    if let indent, !parts.isEmpty { text += "\n" + indent }
    text += brackets.1
  }

  private static func quoted(_ string: String) -> String {
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.isUnseen || scalar.properties.generalCategory == .format:
        quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    scalar.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
