import InspectionModel

/// A table of no known kind while somebody says what its columns hold.
struct MappingDraft: Sendable {
  let table: UnknownTable
  /// What each column holds, in the words of a mapping; nil of those that are not read.
  private(set) var roles: [String?]
  /// The key of the framework that its inspections are under; nil where a column says it.
  private(set) var framework: String?
  private(set) var days = Days.told
  /// Who says so: one word for all editions, and the name of the mapping.
  private(set) var source: String

  /// Which stands first in days such as 03/04/2024.
  enum Days: String, CaseIterable, Sendable {
    case told
    case dayFirst = "day-first"
    case monthFirst = "month-first"
  }

  /// One thing that is said of it.
  enum Choice: Sendable {
    case role(String?, column: Int)
    case framework(String?)
    case days
    case source(String)
  }

  init(_ table: UnknownTable) {
    self.table = table
    source = Self.word(table.name)
    roles = []
    for heading in table.headings {
      let guess = Self.guess(heading)
      roles.append(roles.contains(guess) ? nil : guess)
    }
  }

  mutating func take(_ choice: Choice) {
    switch choice {
    case .role(let role, let column):
      guard roles.indices.contains(column) else { return }
      // What one column holds no other does.
      if let role, let other = roles.firstIndex(of: role) { roles[other] = nil }
      roles[column] = role
    case .framework(let key): framework = key
    case .days:
      let all = Days.allCases
      days = all[((all.firstIndex(of: days) ?? 0) + 1) % all.count]
    case .source(let text):
      let word = Self.word(text)
      if !word.isEmpty { source = word }
    }
  }

  /// What is still to be said before the table can be read; nil where nothing is.
  var lack: String? {
    if !roles.contains("area"), !roles.contains("code") {
      return "say which column is the area, or its code"
    }
    if isOfAreas { return nil }
    if framework == nil, !roles.contains("type") {
      return "say which framework the inspections are under"
    }
    return source.isEmpty ? "say who publishes the table, in one word" : nil
  }

  /// Whether its rows are areas: nothing is said of inspections.
  var isOfAreas: Bool {
    roles.allSatisfy { $0 == nil || ["area", "code", "number"].contains($0) } && framework == nil
  }

  /// As a file says it.
  var yaml: String {
    var lines = ["source: \(source)"]
    if isOfAreas { lines.append("record: area") }
    if let framework { lines.append("framework: \(framework)") }
    if days != .told { lines.append("days: \(days.rawValue)") }
    lines.append("columns:")
    for (heading, role) in zip(table.headings, roles) {
      if let role { lines.append("  \(Self.quoted(heading)): \(role)") }
    }
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

  /// Letters, digits and hyphens of a text, such as the name of a file without its ending.
  private static func word(_ text: String) -> String {
    let stem = text.lastIndex(of: ".").map { text[..<$0] } ?? text[...]
    let parts = stem.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.joined(separator: "-")
  }

  /// What the words of a heading make likely.
  private static func guess(_ heading: String) -> String? {
    let words = heading.lowercased()
    let signs: [(String, [String])] = [
      ("address", ["link", "url", "web"]), ("code", ["code", "gss"]),
      ("published", ["publi", "report"]), ("to", ["end date", "to date", "finish"]),
      ("from", ["start", "from", "inspection date", "visited"]), ("theme", ["theme", "topic"]),
      ("overall", ["overall"]), ("area", ["authority", "council", "area", "partnership"]),
    ]
    return signs.first { sign in sign.1.contains { words.contains($0) } }?.0
  }
}

/// The top of a table whose headings nobody knows.
public struct UnknownTable: Sendable {
  public let path: String
  /// The name of its file.
  public let name: String
  public let headings: [String]
  /// The ten rows after the headings.
  public let rows: [[String]]
  /// The words for what a column may hold.
  public let roles: [String]

  /// - Parameter top: its first rows; the headings are those with most cells.
  public init(path: String, name: String, top: [[String]], roles: [String]) {
    (self.path, self.name, self.roles) = (path, name, roles)
    let counts = top.map { $0.count { !$0.isEmpty } }
    let place = counts.firstIndex(of: counts.max() ?? 0) ?? 0
    headings = top.indices.contains(place) ? top[place] : []
    rows = Array(top.dropFirst(place + 1).prefix(10))
  }
}
