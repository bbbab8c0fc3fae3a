/// The formats of a table of records.
public enum TableFormat: String, CaseIterable, Sendable {
  /// Side by side, for reading in a terminal: long words are cut.
  case table
  /// The same whole.
  case text
  case csv
  case json
  /// One object a line.
  case jsonl
  case md
  case html
  /// The records as the register has them.
  case rec

  /// The format of a file by the end of its name; nil where that names none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "csv": self = .csv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .md
    case "html", "htm": self = .html
    case "rec": self = .rec
    default: return nil
    }
  }
}
