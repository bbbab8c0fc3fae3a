import InspectionModel
import InspectionOperations
import InspectionStore
import InspectionUI
import TableReader

/// The mapping of a table's columns, from a YAML file of a person's own:
///
///     source: our-list
///     address: https://example.org/list.csv
///     framework: ilacs
///     days: day-first
///     grades:
///       RI: requires-improvement
///     columns:
///       Council: area
///       Visited: from
///       Overall: overall
enum MappingFile {
  /// Reads one by its path.
  ///
  /// - Throws: a sentence with file, line and column.
  static func read(_ path: String) throws(Failure) -> TableMapping {
    let bytes: [UInt8]
    switch Files.read(path, upTo: YAML.Limit.bytes) {
    case .failure(let problem): throw Failure(problem, .usage)
    case .success(let read): bytes = read
    }
    let reader = MappingReader(path: path)
    return try reader.mapping(bytes)
  }

  /// What was said on the screen, as a mapping.
  ///
  /// - Throws: why it makes no sense.
  static func mapping(_ said: SaidOfTable) throws(Failure) -> TableMapping {
    try MappingReader(path: "\(said.source).yaml").mapping(Array(said.yaml.utf8))
  }

  /// What was said on the screen, under a name that no other mapping beside the register has: its
  /// own, or that with a number.
  static func named(_ said: SaidOfTable, beside register: String) -> SaidOfTable {
    let folder = folder(beside: register)
    var (named, number) = (said, 1)
    while let kept = kept("\(folder)/\(named.source).yaml"), kept != Array(named.yaml.utf8) {
      number += 1
      named.source = "\(said.source)-\(number)"
    }
    return named
  }

  /// Keeps what was said on the screen as `mappings/NAME.yaml` beside a register, and says where,
  /// or why not. Another that has the name stays.
  static func keep(_ said: SaidOfTable, beside register: String, _ places: Places) -> String {
    let (folder, bytes) = (folder(beside: register), Array(said.yaml.utf8))
    let path = "\(folder)/\(said.source).yaml"
    if kept(path) == bytes { return "the mapping is kept in \(path)" }
    guard Files.makeFolder(folder) else { return "the folder \(folder) cannot be made" }
    do throws(FileProblem) {
      try WholeFile.write(
        bytes, to: path, replacing: false, about: register, in: places.registerEnvironment)
      return "the mapping is kept in \(path)"
    } catch {
      return "the mapping is not kept: \(error)"
    }
  }

  /// What a file has; nil where there is none, and nothing where it cannot be read.
  private static func kept(_ path: String) -> [UInt8]? {
    guard Files.exists(path) else { return nil }
    return (try? Files.read(path, upTo: YAML.Limit.bytes).get()) ?? []
  }

  private static func folder(beside register: String) -> String {
    (register.lastIndex(of: "/").map { String(register[...$0]) } ?? "./") + "mappings"
  }

  /// Where mappings are kept: beside the register, or else among the settings.
  static func folders(beside register: String?, _ places: Places) -> [String] {
    [register.map(folder), places.configFolder.map { $0 + "/mappings" }].compactMap(\.self)
  }

  /// Those that are kept in some folders. One that makes no sense is none; whoever asks for it by
  /// its name is told.
  static func all(in folders: [String]) -> [TableMapping] {
    folders.flatMap { folder in
      Files.names(in: folder).filter { $0.hasSuffix(".yaml") }.sorted()
        .compactMap { try? read("\(folder)/\($0)") }
    }
  }

  /// Where the mapping of a name is: `mappings/NAME.yaml` beside the register, or else among the
  /// settings; nil where neither is there.
  static func path(of name: String, beside register: String?, _ places: Places) -> String? {
    guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
    return folders(beside: register, places).map { "\($0)/\(name).yaml" }
      .first(where: Files.exists)
  }
}

extension SaidOfTable {
  /// As a file says it.
  var yaml: String {
    var lines = ["source: \(source)"]
    if isOfAreas { lines.append("record: area") }
    if let framework { lines.append("framework: \(Self.quoted(framework))") }
    if days != .told { lines.append("days: \(days.rawValue)") }
    lines.append("columns:")
    lines += columns.map { "  \(Self.quoted($0.heading)): \($0.role)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// In double quotes, as YAML 1.2 §7.3.1 has them.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default: scalar.value < 0x20 ? " " : String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

private struct MappingReader {
  let path: String

  private func problem(_ place: YAML, _ sentence: String) -> Failure {
    Failure("\(path):\(place.line):\(place.column): \(sentence)", .usage)
  }

  private static let names = [
    "source", "address", "record", "framework", "days", "grades", "columns",
  ]

  func mapping(_ bytes: [UInt8]) throws(Failure) -> TableMapping {
    let root = try root(bytes)
    for (key, _) in root.mapping ?? [] where !Self.names.contains(key.text ?? "") {
      throw problem(
        key, "“\(key.text ?? "?")” is not a setting of a mapping; they are \(Self.list(Self.names))"
      )
    }
    var mapping = TableMapping(
      source: try source(root), kind: try kind(root), framework: try text("framework", root),
      columns: try columns(root))
    mapping.address = try address(root)
    mapping.days = try days(root)
    mapping.grades = try grades(root)
    try checkFramework(mapping, root)
    return mapping
  }

  private func root(_ bytes: [UInt8]) throws(Failure) -> YAML {
    let root: YAML?
    do throws(YAMLError) {
      root = try YAML.read(bytes)
    } catch {
      throw Failure("\(path):\(error.line):\(error.column): \(error.sentence)", .usage)
    }
    guard let root else { throw Failure("\(path):1:1: the file is empty", .usage) }
    guard root.mapping != nil else {
      throw problem(root, "a mapping is a list of names, each with a colon and a value")
    }
    return root
  }

  private func text(_ name: String, _ root: YAML) throws(Failure) -> String? {
    guard let value = root[name] else { return nil }
    guard let text = value.text, !text.isEmpty else { throw problem(value, "\(name) is one word") }
    return text
  }

  /// By default what the file is called.
  private func source(_ root: YAML) throws(Failure) -> String {
    guard let value = root["source"] else {
      let file = LetterImport.fileName(path)
      let stem = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
      guard Self.isWord(stem) else { throw problem(root, "say who says it: source: our-list") }
      return stem
    }
    guard let text = value.text, Self.isWord(text) else {
      throw problem(value, "source is one word of letters, digits and hyphens, such as our-list")
    }
    return text
  }

  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-"
      }
  }

  private func kind(_ root: YAML) throws(Failure) -> TableKind {
    guard let value = root["record"] else { return .mapped }
    switch value.text {
    case "inspection": return .mapped
    case "area": return .areas
    default: throw problem(value, "record is inspection or area")
    }
  }

  private func address(_ root: YAML) throws(Failure) -> String? {
    guard let text = try text("address", root), let value = root["address"] else { return nil }
    if WebAddress(text) == nil {
      throw problem(value, "address is where the table is published, such as https://example.org")
    }
    return text
  }

  private func days(_ root: YAML) throws(Failure) -> TableMapping.DayOrder? {
    guard let value = root["days"] else { return nil }
    guard let order = value.text.flatMap(TableMapping.DayOrder.init(rawValue:)) else {
      throw problem(value, "days are day-first or month-first")
    }
    return order
  }

  private func grades(_ root: YAML) throws(Failure) -> [String: TableMapping.Outcome] {
    guard let value = root["grades"] else { return [:] }
    guard let pairs = value.mapping else {
      throw problem(value, "grades are words of the table, each with ours after a colon")
    }
    var grades: [String: TableMapping.Outcome] = [:]
    for (key, value) in pairs {
      guard let word = key.text, let outcome = value.text.flatMap(TableMapping.Outcome.init) else {
        throw problem(
          value,
          "“\(value.text ?? "?")” is not a grade; it can be "
            + Self.list(TableMapping.Outcome.names))
      }
      grades[word.lowercased()] = outcome
    }
    return grades
  }

  private func columns(_ root: YAML) throws(Failure) -> [TableMapping.Column] {
    guard let value = root["columns"] else { throw problem(root, "columns are missing") }
    guard let pairs = value.mapping else {
      throw problem(value, "columns are headings of the table, each with what it holds")
    }
    var columns: [TableMapping.Column] = []
    for (key, value) in pairs {
      guard let heading = key.text, let role = value.text.flatMap(ColumnRole.init) else {
        throw problem(
          value,
          "“\(value.text ?? "?")” is not something a column can hold; it can be "
            + Self.list(ColumnRole.names))
      }
      if columns.contains(where: { $0.role == role }) {
        throw problem(value, "another column is \(value.text ?? "?") already")
      }
      columns.append(TableMapping.Column(heading, role))
    }
    if root["record"]?.text == "area",
      let other = columns.first(where: { ![.area, .code, .number].contains($0.role) })
    {
      throw problem(value, "of areas a table has area, code and number, not “\(other.heading)”")
    }
    guard columns.contains(where: { [.area, .code].contains($0.role) }) else {
      throw problem(value, "one of the columns must be the area or its code")
    }
    return columns
  }

  private func checkFramework(_ mapping: TableMapping, _ root: YAML) throws(Failure) {
    let isSaid = mapping.framework != nil || mapping.columns.contains { $0.role == .type }
    if mapping.kind == .mapped, !isSaid {
      throw problem(root, "say which framework the inspections are under: framework: ilacs")
    }
  }

  private static func list(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}
