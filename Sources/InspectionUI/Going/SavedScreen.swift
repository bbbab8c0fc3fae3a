import InspectionModel

/// A screen as it is remembered between two starts of the program.
public struct SavedScreen: Hashable, Sendable {
  /// The screen's kind: `inspections`.
  public var kind: String
  /// The record it is about; of other screens, what else tells them apart.
  public var key: String?
  public var filter: String?
  /// The record under the cursor.
  public var cursor: String?
  /// The columns a list is sorted by, with `-` before each by which the order is turned round.
  public var sort: String?
  /// The column under the cursor of a list.
  public var column: String?
  /// The day as of which an account is asked, `2016-06-24`; nil for today.
  public var day: String?
  /// The records of a list that are marked.
  public var marks: [String] = []
  /// Which records it lists, where its kind does not tell.
  public var list: SavedList?

  public init(
    kind: String, key: String? = nil, filter: String? = nil, cursor: String? = nil,
    sort: String? = nil, column: String? = nil, day: String? = nil, marks: [String] = [],
    list: SavedList? = nil
  ) {
    (self.kind, self.key, self.filter, self.cursor) = (kind, key, filter, cursor)
    (self.sort, self.column, self.day) = (sort, column, day)
    (self.marks, self.list) = (marks, list)
  }

  /// A screen that is mainly a list.
  init(kind: String, key name: String?, _ list: RecordList, _ register: Register) {
    let register = list.home(register)
    func key(_ row: Row) -> String? { register.contains(row) ? register[row].key : nil }
    self.init(
      kind: kind, key: name, filter: list.filter.isEmpty ? nil : list.filter,
      cursor: list.current.flatMap(key), sort: list.order, column: list.columnUnderCursor,
      marks: list.marks.rows.sorted().compactMap { key(Row(type: list.type, number: Int($0))) })
  }
}

/// Which records a list holds before its own filter.
public struct SavedList: Hashable, Sendable {
  /// Their type: `contributions`.
  public var type: String
  /// The record they belong to, by its type and key: `area/kent`.
  public var parent: String?
  /// Their keys, where they are chosen one by one.
  public var keys: [String]?
  public var filter: String?
  /// What they hold in columns: `agency=Police`.
  public var groups: [String] = []
  /// What its layout is remembered by, where that is not the type.
  public var name: String?
  /// Whether its filter asks for passages by what is coded in them.
  public var isAsCoded = false

  public init(
    type: String, parent: String? = nil, keys: [String]? = nil, filter: String? = nil,
    groups: [String] = [], name: String? = nil, isAsCoded: Bool = false
  ) {
    (self.type, self.parent, self.keys) = (type, parent, keys)
    (self.filter, self.groups, self.name) = (filter, groups, name)
    self.isAsCoded = isAsCoded
  }

  init(_ list: RecordList, _ register: Register) {
    let register = list.home(register)
    type = list.type.noun.many
    let filters = [list.part.filter, list.filter].filter { !$0.isEmpty }
    filter = filters.isEmpty ? nil : filters.joined(separator: " ")
    groups = list.part.groups.map { "\($0.column)=\($0.text)" }
    (name, isAsCoded) = (list.name, list.isAsCoded)
    switch list.scope {
    case .all: break
    case .children(let row): parent = "\(row.type.noun.many)/\(register[row].key)"
    case .some(let rows):
      keys = rows.map { Row(type: list.type, number: Int($0)) }.filter(register.contains)
        .map { register[$0].key }
    }
  }

  /// The list as it was, as far as its records are still there; nil where what they belong to is
  /// gone, or the type is none.
  ///
  /// - Parameter filter: what of the filter was its own, and is to be so again.
  func list(own filter: String?, _ register: Register) -> RecordList? {
    guard let type = Self.type(type), let scope = scope(type, register) else { return nil }
    var part = RecordList.Part(filter: self.filter ?? "")
    // What is the list's own stands last.
    if let filter, part.filter.hasSuffix(filter) {
      part.filter.removeLast(filter.count)
      while part.filter.last == " " { part.filter.removeLast() }
    }
    part.groups = groups.compactMap { group in
      group.firstIndex(of: "=").map {
        RecordList.Part.Group(
          column: String(group[..<$0]), text: String(group[group.index(after: $0)...]))
      }
    }
    var list = RecordList(
      type, scope, called: name, part: part, showing: RecordList.shown(type, called: name),
      asCoded: isAsCoded, in: register)
    list.refresh(register)
    return list
  }

  private static func type(_ name: String) -> RecordType? {
    // Problems are listed too, though no file holds them.
    (RecordType.allCases + [.problem]).first { $0.noun.many == name }
  }

  private func scope(_ type: RecordType, _ register: Register) -> RecordList.Scope? {
    if let keys {
      return .some(keys.compactMap { register.row(type, key: $0).map { Int32($0.number) } })
    }
    guard let parent else { return .all }
    guard let slash = parent.firstIndex(of: "/"), let above = Self.type(String(parent[..<slash]))
    else { return nil }
    return register.row(above, key: String(parent[parent.index(after: slash)...]))
      .map { .children(of: $0) }
  }
}
