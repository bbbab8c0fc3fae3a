public import InspectionModel
public import InspectionOperations

/// The codebook as programs for qualitative analysis exchange it: a `.qdc` file after REFI-QDA 1.0,
/// which NVivo, MAXQDA, ATLAS.ti and others read and write.
public enum QDACodebook {
  /// As the standard spells it, and as some programs do.
  private static let namespaces = ["urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0"]

  /// What stands before the parts of a description that have fields of their own here.
  private static let marks: [(field: Field, mark: String)] = [
    (.include, "Include: "), (.exclude, "Exclude: "), (.example, "Example: "),
  ]

  // MARK: - Out

  /// The criteria in use, each with a description that says all there is, and a GUID that is always
  /// the same.
  public static func text(_ register: Register) -> String {
    let codes = register.all(Criterion.self).filter { $0.status == nil }.map { criterion in
      """
          <Code guid="\(Codebook.guid(of: criterion.key))" name="\(escaped(criterion.name))" \
      isCodable="true">
            <Description>\(escaped(description(of: criterion.record)))</Description>
          </Code>

      """
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <CodeBook xmlns="\(namespaces[0])" origin="jointview">
        <Codes>
      \(codes.joined())  </Codes>
      </CodeBook>

      """
  }

  private static func description(of record: Record) -> String {
    let parts = marks.compactMap { field, mark in record.text(field).map { mark + $0 } }
    return ([record.text(.definition)].compactMap(\.self) + parts).joined(separator: "\n\n")
  }

  /// A text in XML. What XML has no way to say at all is left out.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // In an attribute a reader makes blanks of them.
      case "\n": escaped += "&#10;"
      case "\t": escaped += "&#9;"
      case "\r": escaped += "&#13;"
      case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  // MARK: - In

  /// Whether a file is XML rather than a table.
  public static func isXML(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return start.first { !($0 == 0x20 || (0x09...0x0D).contains($0)) } == UInt8(ascii: "<")
      || bytes.starts(with: [0xFF, 0xFE, 0x3C]) || bytes.starts(with: [0xFE, 0xFF, 0x00, 0x3C])
  }

  /// Reads a codebook. Codes within codes come one after another; those that only group others are
  /// none. O(bytes).
  ///
  /// - Throws: the first place that is not as it must be.
  public static func read(_ bytes: [UInt8]) throws(XMLProblem) -> [CodebookEntry] {
    let root = try XMLReader.read(bytes)
    guard root.name == "CodeBook" else {
      throw problem("a codebook begins with CodeBook, not \(root.name)", root)
    }
    guard namespaces.contains(root.namespace) else {
      throw problem(
        root.namespace.isEmpty
          ? "the codebook does not name its namespace, \(namespaces[0])"
          : "\(root.namespace) is another format; we read \(namespaces[0])", root)
    }
    guard let codes = root.children("Codes").first else {
      throw problem("the codebook has no Codes", root)
    }
    var (entries, names): ([CodebookEntry], Set<String>) = ([], [])
    try add(codes, to: &entries, &names)
    return entries
  }

  private static func problem(_ sentence: String, _ element: XMLElement) -> XMLProblem {
    XMLProblem(sentence, line: element.line, column: element.column)
  }

  private static func add(
    _ parent: XMLElement, to entries: inout [CodebookEntry], _ names: inout Set<String>
  ) throws(XMLProblem) {
    for code in parent.children("Code") {
      let isCodable = !["false", "0"].contains(code["isCodable"])
      if isCodable {
        let entry = try entry(code)
        if !names.insert(entry.name).inserted {
          throw problem("“\(entry.name)” is in it twice", code)
        }
        entries.append(entry)
      }
      try add(code, to: &entries, &names)
    }
  }

  private static func entry(_ code: XMLElement) throws(XMLProblem) -> CodebookEntry {
    guard let name = code["name"], !name.isEmpty else {
      throw problem("a code without a name", code)
    }
    let description = code.children("Description").first
    for (text, element) in [(name, code), (description?.text ?? "", description ?? code)] {
      if let scalar = text.firstUnseen {
        throw problem("\(scalar.codeName) is invisible, and not allowed", element)
      }
    }
    var entry = CodebookEntry(name: name, description: nil, line: code.line)
    entry.guid = code["guid"].map { guid in
      guid.filter { !"{}".contains($0) }.uppercased()
    }
    if let description { read(description.text, for: &entry) }
    return entry
  }

  /// Parts a description where a paragraph begins with a mark of ours.
  private static func read(_ description: String, for entry: inout CodebookEntry) {
    var parts: [(field: Field, text: String)] = [(.definition, "")]
    for (index, paragraph) in description.split(paragraphs: "\n\n").enumerated() {
      let mark = marks.first { mark in
        paragraph.hasPrefix(mark.mark) && !parts.contains { $0.field == mark.field }
      }
      if let mark {
        parts.append((mark.field, String(paragraph.dropFirst(mark.mark.count))))
      } else {
        parts[parts.count - 1].text += (index == 0 ? "" : "\n\n") + paragraph
      }
    }
    entry.description = parts[0].text
    entry.others = parts.dropFirst().map { FieldValue($0.field, $0.text) }
  }
}

extension String {
  fileprivate func split(paragraphs end: String) -> [String] {
    var (parts, rest) = ([String](), self[...])
    while let range = rest.firstRange(of: end) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
