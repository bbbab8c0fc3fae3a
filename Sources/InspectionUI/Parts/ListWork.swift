import InspectionModel

/// What it takes to fill a list: a filter, an order. For many records it is done in the background,
/// a part at a time.
public struct ListWork: Sendable {
  /// Tells it from other works; the last given out is the one that counts.
  public internal(set) var number = 0
  let register: Register
  let type: RecordType
  let scope: RecordList.Scope
  let query: Query?
  /// What all rows must hold.
  let groups: [Group]
  /// What the rows are sorted by, the first before all; without any, they stand as in the file, or
  /// as the children of a record do.
  let order: [Order]

  /// A value that rows have in common.
  struct Group: Hashable, Sendable {
    let path: FieldPath
    let text: String
  }

  struct Order: Sendable {
    let column: TableColumn
    let isDescending: Bool
  }

  /// From how many records on it is too much for one frame.
  static let much = 20_000

  /// Some rows of the list.
  public struct Part: Sendable {
    let number: Int
    let rows: [Int32]
    /// Whether they take the place of those before, or come after them.
    let isNew: Bool
    let isLast: Bool

    /// One that no list takes.
    static let unwanted = Part(number: 0, rows: [], isNew: false, isLast: true)
  }

  /// The rows as they are to be listed, all at once.
  func rows() -> RowList {
    if query == nil, case .all = scope, order.isEmpty, groups.isEmpty {
      return RowList(all: type, register)
    }
    var rows: [Int32] = []
    select { found, _ in
      rows += found
      return true
    }
    return RowList(ordered(rows), of: type)
  }

  // MARK: - Which, a part at a time

  /// Finds the rows and gives them out: those found first at once, then more about every twentieth
  /// of a second, and, where they are to be in another order, all of them in that.
  ///
  /// - Parameter give: takes a part; false where nobody wants the rest.
  /// - Returns: the last part, or, where nobody wants it, one that no list takes.
  public func run(_ give: (Part) -> Bool) -> Part {
    var stream = RowStream(of: self)
    let isWanted = select { found, isEnd in
      stream.add(found, isEnd: isEnd).map(give) ?? true
    }
    return isWanted ? stream.last { ordered($0) } : .unwanted
  }

  /// The same on several threads, where there is a filter to be worked out.
  ///
  /// - Parameter spread: runs a body on each of them, and returns when all are done.
  public func run(
    spread: (@escaping @Sendable () -> Void) -> Void, _ give: @escaping @Sendable (Part) -> Bool
  ) -> Part {
    guard let query, case .all = scope, groups.isEmpty else { return run(give) }
    let search = RowSearch(
      query, in: register, rows: register.rowCount(type), RowStream(of: self), give)
    spread { search.work() }
    return search.finish().map { $0.last { ordered($0) } } ?? .unwanted
  }

  var isInOrder: Bool { order.isEmpty }

  /// Calls `take` with the rows found and whether they are the last; false if it has had enough.
  @discardableResult
  private func select(_ take: ([Int32], Bool) -> Bool) -> Bool {
    guard let query else { return take(candidates(), true) }
    var run = QueryRun(query, in: register)
    let end = register.rowCount(type)
    guard case .all = scope, groups.isEmpty else {
      // In an order of their own.
      var isFound = [Bool](repeating: false, count: end)
      for row in run.next(end) { isFound[Int(row)] = true }
      return take(candidates().filter { isFound[Int($0)] }, true)
    }
    repeat {
      if !take(run.next(RowSearch.firstBatch), run.position >= end) { return false }
    } while run.position < end
    return true
  }

  private func candidates() -> [Int32] {
    groups.reduce(ofScope) { rows, group in
      register.rows(among: rows, of: type, by: group.path, holding: group.text)
    }
  }

  private var ofScope: [Int32] {
    switch scope {
    case .all: RowList(all: type, register).numbers
    case .children(let parent): register.children(type, of: parent).map { Int32($0.number) }
    case .some(let rows):
      rows.filter { register.contains(Row(type: type, number: Int($0))) }
    }
  }

  // MARK: - In which order

  /// By the last order first, as each keeps what the one before has made of equal rows.
  private func ordered(_ rows: [Int32]) -> [Int32] {
    order.reversed().reduce(rows) {
      register.sorted($0, of: type, by: $1.column, descending: $1.isDescending)
    }
  }
}

extension ListWork: Hashable {
  public static func == (a: ListWork, b: ListWork) -> Bool { a.number == b.number }
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
