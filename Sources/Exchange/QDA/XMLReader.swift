import InspectionModel

/// Reads XML 1.0 strictly, as far as exchange formats need it: elements, attributes, the five named
/// entities and numbered ones, CDATA, comments and instructions. A document type is refused: by
/// one, a short text can be made a long one, or bring in other files.
struct XMLReader {
  private let scalars: [Unicode.Scalar]
  /// Where each line begins.
  private let lineStarts: [Int]
  private var place = 0

  /// Elements stand in one another so deep at most.
  private static let deepest = 100

  /// The element that is all of a text. O(text).
  static func read(_ bytes: [UInt8]) throws(XMLProblem) -> XMLElement {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw XMLProblem("it is UTF-16; save it as UTF-8 first", line: 1, column: 1)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
      throw XMLProblem("this line is not UTF-8", line: line + 1, column: 1)
    }
    var reader = XMLReader(text)
    return try reader.document()
  }

  /// Ends of lines are line feeds, whatever they were.
  private init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for scalar in text.unicodeScalars where !(scalar == "\u{FEFF}" && scalars.isEmpty) {
      if scalar == "\n", wasReturn {
        wasReturn = false
        continue
      }
      wasReturn = scalar == "\r"
      scalars.append(wasReturn ? "\n" : scalar)
    }
    self.scalars = scalars
    lineStarts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
  }

  // MARK: - Places

  private func problem(_ sentence: String, at place: Int? = nil) -> XMLProblem {
    let (line, column) = position(of: place ?? self.place)
    return XMLProblem(sentence, line: line, column: column)
  }

  /// The line and the column of a place, from 1. O(log lines).
  private func position(of place: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle } else { high = middle }
    }
    return (low + 1, place - lineStarts[low] + 1)
  }

  private func starts(_ word: String) -> Bool {
    scalars[place...].starts(with: word.unicodeScalars)
  }

  /// Passes over a word; false where another stands.
  private mutating func pass(_ word: String) -> Bool {
    guard starts(word) else { return false }
    place += word.unicodeScalars.count
    return true
  }

  private mutating func skipBlanks() {
    while place < scalars.count, Self.isBlank(scalars[place]) { place += 1 }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t"
  }

  /// All up to a word, which is passed over.
  private mutating func text(upTo end: String, in what: String) throws(XMLProblem) -> String {
    let start = place
    while place < scalars.count, !starts(end) {
      try check(scalars[place])
      place += 1
    }
    let text = scalars[start..<place]
    guard pass(end) else { throw problem("\(what) begins here and does not end", at: start) }
    return String(String.UnicodeScalarView(text))
  }

  /// Characters that XML does not have.
  private func check(_ scalar: Unicode.Scalar) throws(XMLProblem) {
    switch scalar.value {
    case 0x09, 0x0A, 0x20..<0xFFFE, 0x10000...: break
    default: throw problem("\(scalar.codeName) is not allowed in XML")
    }
  }

  // MARK: - The whole

  private mutating func document() throws(XMLProblem) -> XMLElement {
    if starts("<?xml"), place + 5 < scalars.count, Self.isBlank(scalars[5]) {
      let declaration = try text(upTo: "?>", in: "the declaration").lowercased()
      let encodings = declaration.matches(of: /encoding\s*=\s*["']([^"']*)["']/)
      if let encoding = encodings.first?.1, !["utf-8", "us-ascii"].contains(encoding) {
        throw XMLProblem("it says that it is \(encoding); save it as UTF-8", line: 1, column: 1)
      }
    }
    try skipBetween()
    guard starts("<") else { throw problem("an element is expected here") }
    let root = try element([:], 0)
    try skipBetween()
    if place < scalars.count { throw problem("nothing may follow the last element") }
    return root
  }

  /// Passes over what may stand before and after the element.
  private mutating func skipBetween() throws(XMLProblem) {
    while true {
      skipBlanks()
      if try !skipRemark() { return }
    }
  }

  /// Passes over a comment or an instruction; false where neither stands.
  private mutating func skipRemark() throws(XMLProblem) -> Bool {
    if starts("<!DOCTYPE") { throw problem("a document type is not read") }
    if pass("<!--") {
      let start = place
      _ = try text(upTo: "--", in: "a comment")
      guard pass(">") else { throw problem("-- may not stand in a comment", at: start) }
      return true
    }
    guard starts("<?") else { return false }
    if starts("<?xml "), place > 0 { throw problem("the declaration may only stand at the start") }
    _ = try text(upTo: "?>", in: "an instruction")
    return true
  }

  // MARK: - Elements

  /// - Parameter outer: the namespaces of the prefixes, by these.
  private mutating func element(
    _ outer: [String: String], _ depth: Int
  ) throws(XMLProblem) -> XMLElement {
    guard depth < Self.deepest else { throw problem("elements stand in one another too deep") }
    let start = place
    place += 1
    let name = try name("an element")
    var (attributes, spaces) = (try self.attributes(), outer)
    for (key, value) in attributes {
      if key == "xmlns" { spaces[""] = value }
      if key.hasPrefix("xmlns:") { spaces[String(key.dropFirst(6))] = value }
    }
    attributes.removeAll { $0.name == "xmlns" || $0.name.hasPrefix("xmlns:") }
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let prefix = parts.count == 2 ? String(parts[0]) : ""
    guard prefix.isEmpty || spaces[prefix] != nil else {
      throw problem("nobody says what the prefix \(prefix) stands for", at: start)
    }
    let (line, column) = position(of: start)
    var element = XMLElement(name: String(parts.last ?? ""), line: line, column: column)
    (element.attributes, element.namespace) = (attributes, spaces[prefix] ?? "")
    if pass("/>") { return element }
    guard pass(">") else { throw problem("> is expected here") }
    try readContent(of: &element, name, start, spaces, depth)
    return element
  }

  private mutating func readContent(
    of element: inout XMLElement, _ name: String, _ start: Int, _ spaces: [String: String],
    _ depth: Int
  ) throws(XMLProblem) {
    var text = String.UnicodeScalarView()
    while true {
      guard place < scalars.count else {
        throw problem("the element \(name) begins here and does not end", at: start)
      }
      if starts("</") {
        let end = place
        place += 2
        let closed = try self.name("the end of an element")
        skipBlanks()
        guard closed == name else {
          throw problem("\(closed) ends here, and \(name) is open", at: end)
        }
        guard pass(">") else { throw problem("> is expected here") }
        element.text = String(text)
        return
      }
      if pass("<![CDATA[") {
        text.append(contentsOf: try self.text(upTo: "]]>", in: "CDATA").unicodeScalars)
      } else if try skipRemark() {
        continue
      } else if starts("<") {
        element.children.append(try self.element(spaces, depth + 1))
      } else if starts("]]>") {
        throw problem("]]> may not stand in text")
      } else {
        text.append(try character())
      }
    }
  }

  private mutating func name(_ what: String) throws(XMLProblem) -> String {
    let start = place
    while place < scalars.count, Self.isOfName(scalars[place], isFirst: place == start) {
      place += 1
    }
    if place == start { throw problem("the name of \(what) is expected here") }
    return String(String.UnicodeScalarView(scalars[start..<place]))
  }

  private static func isOfName(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    if scalar == "_" || scalar == ":" || scalar.properties.isAlphabetic { return true }
    return !isFirst && ("-.".unicodeScalars.contains(scalar) || ("0"..."9").contains(scalar))
  }

  private mutating func attributes() throws(XMLProblem) -> [(name: String, value: String)] {
    var (attributes, names): ([(name: String, value: String)], Set<String>) = ([], [])
    while true {
      let before = place
      skipBlanks()
      if place == scalars.count || starts(">") || starts("/") { return attributes }
      if place == before { throw problem("a blank is expected here") }
      let start = place
      let name = try name("an attribute")
      skipBlanks()
      guard pass("=") else { throw problem("= is expected here") }
      skipBlanks()
      if !names.insert(name).inserted {
        throw problem("the attribute \(name) is there twice", at: start)
      }
      attributes.append((name, try value()))
    }
  }

  private mutating func value() throws(XMLProblem) -> String {
    let start = place
    guard starts("\"") || starts("'") else { throw problem("a quote is expected here") }
    let quote = scalars[place]
    place += 1
    var value = String.UnicodeScalarView()
    while place < scalars.count, scalars[place] != quote {
      if scalars[place] == "<" { throw problem("< may not stand in an attribute") }
      let isBlank = Self.isBlank(scalars[place])
      let scalar = try character()
      value.append(isBlank ? " " : scalar)
    }
    guard place < scalars.count else {
      throw problem("a quote begins here and does not end", at: start)
    }
    place += 1
    return String(value)
  }

  // MARK: - Characters

  private static let entities: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
  ]

  /// The next character, be it written as it is or by an entity.
  private mutating func character() throws(XMLProblem) -> Unicode.Scalar {
    let scalar = scalars[place]
    guard scalar == "&" else {
      try check(scalar)
      place += 1
      return scalar
    }
    let start = place
    place += 1
    let rest = scalars[place..<min(scalars.count, place + 12)]
    guard let end = rest.firstIndex(of: ";") else {
      throw problem("& begins an entity, which ends with ;", at: start)
    }
    let name = String(String.UnicodeScalarView(scalars[place..<end]))
    place = end + 1
    if let scalar = Self.entities[name] { return scalar }
    let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
    guard name.hasPrefix("#"), digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { throw problem("nobody says what the entity \(name) stands for", at: start) }
    try check(scalar)
    return scalar
  }
}
