/// Which records belong to which: an area's inspections, an inspection's passages, a passage's
/// contributions.
///
/// A record names the one it belongs to in one field of its own; records of several types may
/// belong to one. Adding is O(1), removing and listing O(siblings of that type).
struct RecordTree: Sendable {
  /// Of each type; nil where its records belong to none.
  private var branches: [Branch?]

  /// The records of one type, each below the one that a column of theirs names.
  private struct Branch: Sendable {
    let column: Int
    let parent: RecordType
    var children = Children()
  }

  /// - Parameter parent: the field by which records of a type name the one they belong to; as
  ///   declared, unless a test wants another tree.
  init(parent: (RecordType) -> Field? = { $0.parentField?.field }) {
    branches = RecordType.all.map { type in
      guard let field = parent(type), let column = type.column(of: field),
        let target = type.fields[column].target
      else { return nil }
      return Branch(column: column, parent: target)
    }
  }

  /// The column in which records of a type name the one they belong to.
  func parentColumn(of type: RecordType) -> Int? { branches[Int(type.rawValue)]?.column }

  /// The row of the record that one of a table belongs to.
  func parent(of row: Int, in table: Table) -> Int? {
    guard let column = parentColumn(of: table.type) else { return nil }
    let parents = table.columns[column]
    return parents.first(row).reference ?? parents.values(row).lazy.compactMap(\.reference).first
  }

  /// The rows of a type that belong to a record, in no order.
  func rows(_ type: RecordType, of parent: Row) -> [Int] {
    guard let branch = branches[Int(type.rawValue)], branch.parent == parent.type else { return [] }
    return branch.children.rows(of: parent.number)
  }

  /// How many records of any type belong to one.
  func count(of parent: Row) -> Int {
    RecordType.allCases.reduce(0) { $0 + rows($1, of: parent).count }
  }

  mutating func add(_ row: Row, to parent: Int) {
    branches[Int(row.type.rawValue)]?.children.add(row.number, to: parent)
  }

  mutating func remove(_ row: Row, from parent: Int) {
    branches[Int(row.type.rawValue)]?.children.remove(row.number, from: parent)
  }

  mutating func removeAll(_ type: RecordType) {
    branches[Int(type.rawValue)]?.children = Children()
  }

  /// Adds rows of a table; returns those that name something of which the first is no record, or
  /// not yet.
  mutating func add(_ rows: Range<Int>, of table: Table) -> [Int] {
    let type = Int(table.type.rawValue)
    guard var branch = branches[type] else { return [] }
    // Held by one alone, so that none of it is copied.
    branches[type] = nil
    defer { branches[type] = branch }
    let parents = table.columns[branch.column]
    var left: [Int] = []
    for row in rows {
      if let parent = parents.reference(row) {
        branch.children.add(row, to: parent)
      } else if !parents[row].isNone {
        left.append(row)
      }
    }
    return left
  }
}

extension Register {
  /// Puts a record below the one it belongs to, or takes it from there.
  mutating func link(_ row: Row) {
    if let parent = parent(of: row) { tree.add(row, to: parent) }
  }

  mutating func unlink(_ row: Row) {
    if let parent = parent(of: row) { tree.remove(row, from: parent) }
  }

  private func parent(of row: Row) -> Int? { tree.parent(of: row.number, in: table(row.type)) }
}
