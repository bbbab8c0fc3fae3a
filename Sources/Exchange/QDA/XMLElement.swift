/// An element of XML with what is in it. Names are without their prefixes.
struct XMLElement {
  let name: String
  /// Where it begins, from 1.
  let line: Int
  let column: Int
  /// Its attributes, those that declare namespaces left out.
  var attributes: [(name: String, value: String)] = []
  /// The namespace that its name is of; nothing where it is of none.
  var namespace = ""
  var children: [XMLElement] = []
  /// All that is written in it itself.
  var text = ""

  /// The value of an attribute; nil where it has none of that name.
  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The elements of a name that stand in it.
  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

/// Why a text is no XML that is read, and where.
public struct XMLProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Both from 1; columns count characters of Unicode.
  public let line: Int
  public let column: Int
  /// A sentence without a full stop.
  public let sentence: String

  init(_ sentence: String, line: Int, column: Int) {
    (self.sentence, self.line, self.column) = (sentence, line, column)
  }

  public var description: String { "\(line):\(column): \(sentence)" }
}
