public import InspectionAnalysis
public import InspectionModel

/// What is to be written to a file: an account, or the records of a list as they are listed.
public struct Export: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case account(Account)
    /// Records in their order, with the columns of these names, or with all fields.
    case records(RecordType, [Row], columns: [String]?)
    /// Figures under a header, such as how many rows hold what.
    case table([String], [[String]])
  }

  public let content: Content
  public let register: Register
  /// As it was typed; its ending says the format.
  public let path: String
  /// Whether CSV begins with the mark by which Excel knows UTF-8.
  public let hasMark: Bool
  /// Whether a file that is there may be replaced.
  public var replaces = false

  public static func == (a: Export, b: Export) -> Bool {
    (a.path, a.replaces, a.hasMark) == (b.path, b.replaces, b.hasMark) && a.content == b.content
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(replaces)
  }
}

extension Export.Content {
  /// The endings it can be written under.
  public var endings: [String] {
    switch self {
    case .account: [".txt", ".md", ".html", ".csv", ".json"]
    case .records(let type, _, _) where RecordType.allCases.contains(type):
      [".csv", ".json", ".jsonl", ".md", ".html", ".rec", ".txt"]
    // No file of records holds them.
    case .records, .table: [".csv", ".json", ".jsonl", ".md", ".html", ".txt"]
    }
  }
}
