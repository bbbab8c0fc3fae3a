/// The records of one type, column by column.
///
/// Invariants:
/// 1. Every column has as many words as the table has rows.
/// 2. A row keeps its number for as long as the register lives; the row of a removed record is only
///    marked, and used again when a record of the same key comes back.
/// 3. `keys` finds every row, removed ones too; no two rows have one key. Of several records with one key in
///    a file, the first has it.
struct Table: Sendable {
  let type: RecordType
  var columns: [Chunked<Word>]
  /// The values of fields that hold more than one.
  var lists: [[Word]] = []
  var keys = KeyMap()
  var removed: Set<Int> = []
  /// Rows whose key a later record of the file has too.
  var sharingKey: Set<Int> = []
  private(set) var rowCount = 0

  init(_ type: RecordType) {
    self.type = type
    columns = Array(repeating: Chunked(), count: type.fields.count)
  }

  /// Rows that hold a record.
  var count: Int { rowCount - removed.count }

  func isLive(_ row: Int) -> Bool { row < rowCount && !removed.contains(row) }

  /// All words of a field, none where it is empty.
  func words(_ row: Int, _ column: Int) -> [Word] {
    let word = columns[column][row]
    if let list = word.list { return lists[list] }
    return word.isNone ? [] : [word]
  }

  /// Starts a new row with nothing in it.
  mutating func addRow() -> Int {
    for column in columns.indices { columns[column].append(.none) }
    rowCount += 1
    return rowCount - 1
  }

  mutating func setWords(_ words: [Word], _ row: Int, _ column: Int) {
    if words.count > 1 {
      lists.append(words)
      columns[column][row] = .list(lists.count - 1)
    } else {
      columns[column][row] = words.first ?? .none
    }
  }

  /// Adds one more value to a field.
  mutating func addWord(_ word: Word, _ row: Int, _ column: Int) {
    let former = columns[column][row]
    if former.isNone {
      columns[column][row] = word
    } else if let list = former.list {
      lists[list].append(word)
    } else {
      setWords([former, word], row, column)
    }
  }
}
