import InspectionModel
import TerminalCore

/// One column of a list.
struct ListColumn: Sendable {
  let title: String
  /// The least it needs to say anything.
  let width: Int
  /// What it would take where there is room.
  let widest: Int
  /// Which columns leave a narrow window first: the highest. The first column never does.
  let rank: Int
  let text: @Sendable (Record) -> String
  let role: @Sendable (Record) -> Role
  /// What to sort by, where that makes sense.
  let order: (@Sendable (Record) -> SortKey)?
  /// The same as a path through the records, where there is one: a million of them are sorted and
  /// grouped by it at once.
  let path: FieldPath?

  init(
    _ title: String, width: Int, upTo widest: Int? = nil, rank: Int = 0,
    text: @escaping @Sendable (Record) -> String,
    role: @escaping @Sendable (Record) -> Role = { _ in .text },
    order: (@Sendable (Record) -> SortKey)? = nil, by path: FieldPath? = nil
  ) {
    self.title = title
    self.width = width
    self.widest = widest ?? width
    self.rank = rank
    self.text = text
    self.role = role
    self.order = order
    self.path = path
  }

  /// A column that sorts by what it shows.
  static func text(
    _ title: String, width: Int, upTo widest: Int? = nil, rank: Int = 0, role: Role = .text,
    by path: FieldPath? = nil, _ text: @escaping @Sendable (Record) -> String
  ) -> ListColumn {
    ListColumn(
      title, width: width, upTo: widest, rank: rank, text: text, role: { _ in role },
      order: { .text(text($0).lowercased()) }, by: path)
  }

  /// A column of counts; nought is shown as nothing.
  static func count(
    _ title: String, width: Int, rank: Int = 0, _ count: @escaping @Sendable (Record) -> Int
  ) -> ListColumn {
    ListColumn(
      title, width: width, rank: rank,
      text: { record in
        let number = count(record)
        return number == 0 ? "" : String(number)
      },
      order: { .number(count($0)) })
  }
}

/// What rows are sorted by. Numbers come before texts, and nothing comes last.
enum SortKey: Hashable, Comparable, Sendable {
  case number(Int)
  case text(String)
  case nothing

  /// Days sort by time.
  static func day(_ day: Day?) -> SortKey {
    guard let day else { return .nothing }
    return .number(day.year * 512 + (day.month ?? 0) * 32 + (day.day ?? 0))
  }
}
