/// A JSON value while it is put together. A class, since an encoder fills it from several containers.
final class JSONNode {
  private enum Kind {
    /// Nothing yet, or nothing at all.
    case null
    /// A number, a word or a quoted text, as it is printed.
    case leaf(String)
    case array
    case object
  }

  private var kind = Kind.null
  /// The elements of an array or the members of an object, in their order.
  private var parts: [(key: String, value: JSONNode)] = []

  /// Makes the node stand for a value.
  func encode(_ value: some Encodable) throws {
    switch value {
    case let text as String: kind = .leaf(Self.quoted(text))
    case let flag as Bool: kind = .leaf(flag ? "true" : "false")
    case let number as any BinaryInteger: kind = .leaf("\(number)")
    case let number as Double: kind = number.isFinite ? .leaf("\(number)") : .null
    default: try value.encode(to: JSONEncoding(node: self))
    }
  }

  func setNull() { kind = .null }
  func becomeArray() { kind = .array }
  func becomeObject() { kind = .object }

  /// How many elements an array has.
  var count: Int { parts.count }

  /// A new element at the end of an array.
  func element() -> JSONNode { member("") }

  /// A new member at the end of an object.
  func member(_ key: String) -> JSONNode {
    let node = JSONNode()
    parts.append((key, node))
    return node
  }

  // MARK: - Printing

  func print(to text: inout String, indent: String) {
    let inner = indent + "  "
    switch kind {
    case .null: text += "null"
    case .leaf(let leaf): text += leaf
    case .array:
      list("[", "]", indent, to: &text) { $0.value.print(to: &$1, indent: inner) }
    case .object:
      list("{", "}", indent, to: &text) { member, text in
        text += Self.quoted(member.key) + ": "
        member.value.print(to: &text, indent: inner)
      }
    }
  }

  private func list(
    _ open: String, _ close: String, _ indent: String, to text: inout String,
    _ print: ((key: String, value: JSONNode), inout String) -> Void
  ) {
    text += open
    for (index, part) in parts.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + indent + "  "
      print(part, &text)
    }
    text += (parts.isEmpty ? "" : "\n" + indent) + close
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\0"..<" ", "\u{7F}"..."\u{9F}": quoted += escape(scalar)
      case _ where scalar.properties.generalCategory == .format: quoted += escape(scalar)
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
