/// One column of a table of records, on the screen and from the shell: what it is called, what it
/// says of a record, what it sorts by, and the room it takes.
///
/// A column is declared once, in the list of its type (``RecordType/tableColumns(in:)``). It may
/// say what stands in another record: the area of a contribution's inspection, the words of its
/// passage.
///
/// A class, since lists of columns are copied wherever a list is looked at.
public final class TableColumn: Sendable {
  /// How commands, and lists as they are remembered, call it: `published`.
  public let name: String
  /// How it is headed: `Published`.
  public let heading: String
  /// The least it needs to say anything, and what it would take where there is room; in columns of
  /// a terminal.
  public let width: Int
  public let widest: Int
  /// Which columns leave a narrow window first: the highest.
  public let rank: Int
  /// Whether a list has it from the start, or only when one asks for it.
  public let isShown: Bool
  /// Where what it says stands, from the record on; nil where it is worked out. A million records
  /// are sorted and grouped by a path at once.
  public let path: FieldPath?
  /// What it says of a record.
  public let text: @Sendable (Record) -> String
  /// What it sorts by where it has no path.
  public let order: @Sendable (Record) -> SortValue
  /// Where what it says of a record stands, if that is in a field: not the same for all records
  /// where one field takes the place of another.
  let place: @Sendable (Record) -> FieldPath?
  /// What it counts of the records that belong to one.
  private let counted: RecordType?

  /// - Parameters:
  ///   - width: from the least to the most it takes.
  ///   - text: what it says; without it, what stands at the path.
  ///   - place: where what it says of a record stands; without it, at the path.
  init(
    _ heading: String, _ width: ClosedRange<Int>, rank: Int = 0, by path: FieldPath? = nil,
    called name: String? = nil, isShown: Bool = true,
    text: (@Sendable (Record) -> String)? = nil,
    order: (@Sendable (Record) -> SortValue)? = nil,
    place: (@Sendable (Record) -> FieldPath?)? = nil, counting counted: RecordType? = nil
  ) {
    self.counted = counted
    self.place = place ?? { record in path.map { record.place(of: $0) } }
    self.name = name ?? heading.lowercased().replacing(" ", with: "-")
    self.heading = heading
    (self.width, widest) = (width.lowerBound, width.upperBound)
    (self.rank, self.isShown, self.path) = (rank, isShown, path)
    let said: @Sendable (Record) -> String
    if let text {
      said = text
    } else if let path {
      said = { $0.text(at: path) }
    } else {
      said = { _ in "" }
    }
    self.text = said
    self.order =
      order ?? { record in
        let words = said(record)
        return words.isEmpty ? .nothing : .text(words.lowercased())
      }
  }

  /// A column of counts; nought is shown as nothing.
  ///
  /// - Parameter type: the records of which it counts those that belong to one, if it does.
  static func count(
    _ heading: String, _ width: Int, rank: Int = 0, of type: RecordType? = nil,
    _ number: @escaping @Sendable (Record) -> Int
  ) -> TableColumn {
    TableColumn(
      heading, width...width, rank: rank,
      text: { record in
        let number = number(record)
        return number == 0 ? "" : String(number)
      }, order: { .number(number($0)) }, counting: type)
  }

  /// How many records of a type belong to one.
  static func count(
    _ heading: String, _ width: Int, rank: Int = 0, of type: RecordType
  ) -> TableColumn {
    count(heading, width, rank: rank, of: type) { $0.register.childCount(type, of: $0.row) }
  }
}

extension TableColumn {
  /// Whether it says a whole number wherever it says anything, of records of a type.
  public func isNumber(of type: RecordType) -> Bool {
    guard let path, let spec = path.holder(from: type)?.spec(of: path.field) else { return false }
    if case .number = spec.kind { return path.manner == .value } else { return false }
  }

  /// Whether rows can be counted by what it says.
  public var groups: Bool { path.map { $0.manner != .place } ?? false }

  /// The terms of a filter on records of a type that keep those which hold here what a record
  /// holds; nil where no term can say it.
  ///
  /// - Parameters:
  ///   - isNegated: leaves them out instead.
  ///   - asCoded: whether terms on passages ask what is coded there.
  public func terms(
    keeping record: Record, isNegated: Bool, asCoded: Bool = false
  ) -> [String]? {
    if let counted {
      let number = record.register.childCount(counted, of: record.row)
      return [(isNegated ? "!" : "") + "\(counted.noun.many)=\(number)"]
    }
    guard let path = place(record), path.manner != .place else { return nil }
    let (name, type) = (path.field.name.lowercased(), record.row.type)
    guard Query.place(of: name, from: type)?.0 == path.holder(from: type),
      !Query.asksOfOthers(name, on: type, asCoded: asCoded)
    else { return nil }
    let mark = isNegated ? "!" : ""
    let values = record.holder(of: path).map { Self.values(of: $0, at: path) } ?? []
    // What holds nothing is what does not hold anything.
    if values.isEmpty { return [(isNegated ? "" : "!") + name + ":"] }
    // Quotes and ends of lines cannot stand in a term.
    guard !values.contains(where: { $0.contains { $0 == "\"" || $0.isNewline } }) else {
      return nil
    }
    let quoted = values.map { value in
      value.contains { " ,:\"".contains($0) } ? "\"\(value)\"" : value
    }
    if isNegated { return ["\(mark)\(name):\(quoted.joined(separator: ","))"] }
    return quoted.map { "\(name):\($0)" }
  }

  private static func values(of record: Record, at path: FieldPath) -> [String] {
    guard let spec = record.row.type.spec(of: path.field) else { return [] }
    if path.manner == .year {
      return record.day(path.field).map { [String($0.year)] } ?? []
    }
    return record.texts(path.field).map { text in
      switch spec.kind {
      case .key, .text, .reference: "=" + text
      case .day, .number, .choice: text
      }
    }
  }
}

extension Record {
  /// The path on which it is said here: that of what takes the place of a field which is empty.
  fileprivate func place(of path: FieldPath) -> FieldPath {
    guard let substitute = path.substitute else { return path }
    let isEmpty = holder(of: path)?.texts(path.field).isEmpty ?? true
    return FieldPath(isEmpty ? substitute : path.field, path.manner, up: path.steps)
  }

  /// What stands at a path, as it is shown: several values after one another; empty for nothing.
  public func text(at path: FieldPath) -> String {
    guard let holder = holder(of: path) else { return "" }
    let text = holder.ownText(path.field, path.manner)
    guard text.isEmpty, let substitute = path.substitute else { return text }
    return holder.ownText(substitute, path.manner)
  }

  /// The record whose field a path ends at: itself, or one above; nil where there is none.
  func holder(of path: FieldPath) -> Record? {
    var record = self
    for _ in 0..<path.steps {
      guard let parent = record.row.type.parentField,
        let row = record.reference(parent.field)
      else { return nil }
      record = register[row]
    }
    return record
  }

  private func ownText(_ field: Field, _ manner: FieldPath.Manner) -> String {
    guard let place = row.type.column(of: field) else { return "" }
    let word = register.tables[Int(row.type.rawValue)].columns[place][row.number]
    if word.isNone { return "" }
    // Most hold one text, for which nobody has to know what the field may hold.
    if let slice = word.slice { return register.pool.string(slice) }
    let spec = row.type.fields[place]
    if word.list == nil { return register.text(of: word, spec, manner) }
    return values(field).map { register.text(of: $0, spec, manner) }.joined(separator: ", ")
  }
}

extension Register {
  /// Rows of a type in the order of columns, the first before all; equal ones keep their order.
  ///
  /// Cost: O(rows of the type) for each column with a path; else O(n · log n), n the rows.
  public func sorted(
    _ rows: [Row], of type: RecordType, by orders: [(column: TableColumn, isDescending: Bool)]
  ) -> [Row] {
    orders.reversed().reduce(rows.map { Int32($0.number) }) { rows, order in
      sorted(rows, of: type, by: order.column, descending: order.isDescending)
    }.map { Row(type: type, number: Int($0)) }
  }

  /// The same by one column.
  public func sorted(
    _ rows: [Int32], of type: RecordType, by column: TableColumn, descending: Bool
  ) -> [Int32] {
    if let path = column.path {
      return sorted(rows, of: type, by: path, descending: descending)
    }
    let keyed = rows.enumerated().map { place, row in
      (key: column.order(self[Row(type: type, number: Int(row))]), place: place, row: row)
    }
    return keyed.sorted { a, b in
      if a.key == b.key { return a.place < b.place }
      return descending ? b.key < a.key : a.key < b.key
    }.map(\.row)
  }
}
