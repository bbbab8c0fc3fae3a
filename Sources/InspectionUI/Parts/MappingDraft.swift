import InspectionModel

/// A table of no known kind while somebody says what its columns hold.
struct MappingDraft: Sendable {
  let table: UnknownTable
  /// What each column holds, in the words of a mapping; nil of those that are not read.
  private(set) var roles: [String?]
  /// The key of the framework that its inspections are under; nil where a column says it.
  private(set) var framework: String?
  private(set) var days = SaidOfTable.Days.told
  /// Who says so: one word for all editions, and the name of the mapping.
  private(set) var source: String

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
    for (column, heading) in table.headings.enumerated() {
      let guess = Self.guess(heading, among: table.roles)
      roles.append(roles.contains(guess) || !canBeRead(column) ? nil : guess)
    }
  }

  /// Whether a mapping can name a column: it has a heading, and none before it has the same.
  func canBeRead(_ column: Int) -> Bool {
    let heading = table.headings[column].lowercased()
    return !heading.isEmpty && !table.headings[..<column].contains { $0.lowercased() == heading }
  }

  mutating func apply(_ choice: Choice) {
    switch choice {
    case .role(let role, let column):
      guard roles.indices.contains(column), canBeRead(column) else { return }
      // What one column holds no other does.
      if let role, let other = roles.firstIndex(of: role) { roles[other] = nil }
      roles[column] = role
    case .framework(let key): framework = key
    case .days:
      let all = SaidOfTable.Days.allCases
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
    if source.isEmpty { return "say who publishes the table, in one word" }
    return isOfAreas || framework != nil || roles.contains("type")
      ? nil : "say which framework the inspections are under"
  }

  /// Whether its rows are areas: nothing is said of inspections.
  var isOfAreas: Bool {
    roles.allSatisfy { $0 == nil || ["area", "code", "number"].contains($0) } && framework == nil
  }

  /// All of it.
  var said: SaidOfTable {
    let columns = zip(table.headings, roles).compactMap { heading, role in
      role.map { SaidOfTable.Column(heading: heading, role: $0) }
    }
    return SaidOfTable(
      source: source, isOfAreas: isOfAreas, framework: framework, days: days, columns: columns)
  }

  /// Letters, digits and hyphens of a text, such as the name of a file without its ending.
  private static func word(_ text: String) -> String {
    let stem = text.lastIndex(of: ".").map { text[..<$0] } ?? text[...]
    let parts = stem.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.joined(separator: "-")
  }

  /// What the words of a heading make likely.
  private static func guess(_ heading: String, among roles: [String]) -> String? {
    let words = heading.lowercased()
    // Somebody who knows our words may have written them.
    let own = words.replacing(" ", with: "-").replacing("_", with: "-")
    if roles.contains(own) { return own }
    let signs: [(String, [String])] = [
      ("address", ["link", "url", "web"]), ("code", ["code", "gss"]),
      ("published", ["publi", "report"]), ("to", ["end date", "to date", "finish"]),
      ("from", ["start", "from", "inspection date", "visited"]), ("theme", ["theme", "topic"]),
      ("overall", ["overall"]), ("leaders", ["leader"]), ("help-and-protection", ["protect"]),
      ("care-leavers", ["care leavers"]), ("in-care", ["in care", "looked after"]),
      ("type", ["inspection type", "visit type", "framework"]),
      ("area", ["authority", "council", "area", "partnership"]),
    ]
    return signs.first { sign in sign.1.contains { words.contains($0) } }?.0
  }
}

/// What somebody said of a table of no known kind, to be kept as a mapping.
public struct SaidOfTable: Hashable, Sendable {
  /// Who says so: one word for all editions, and the name of the mapping.
  public var source: String
  /// Whether its rows are areas, not inspections.
  public let isOfAreas: Bool
  /// The key of the framework that its inspections are under; nil where a column says it.
  public let framework: String?
  public let days: Days
  /// Those that are read, in their order.
  public let columns: [Column]

  public struct Column: Hashable, Sendable {
    public let heading: String
    /// What it holds, in the words of a mapping.
    public let role: String
  }

  /// Which stands first in days such as 03/04/2024; told by each column where nobody says it.
  public enum Days: String, CaseIterable, Sendable {
    case told
    case dayFirst = "day-first"
    case monthFirst = "month-first"
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

  /// - Parameter top: its first rows. The headings are the first that has about as many cells as
  ///   any: a title above them has one or two.
  public init(path: String, name: String, top: [[String]], roles: [String]) {
    (self.path, self.name, self.roles) = (path, name, roles)
    let counts = top.map { $0.count { !$0.isEmpty } }
    let most = counts.max() ?? 0
    let place = counts.firstIndex { $0 * 5 >= most * 4 } ?? 0
    headings = top.indices.contains(place) ? top[place] : []
    rows = Array(top.dropFirst(place + 1).prefix(10))
  }
}
