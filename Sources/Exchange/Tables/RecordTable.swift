public import InspectionModel

/// Records as a table: a column for each field or for each thing that is asked for, a row for each
/// record. What goes out to other programs and to people.
public struct RecordTable: Sendable {
  /// What stands over a column.
  public struct Heading: Hashable, Sendable {
    /// As other programs call it, and as people read it.
    public let name: String
    public let title: String
    let isNumber: Bool
    let isRepeated: Bool

    init(_ name: String, title: String, isNumber: Bool = false, isRepeated: Bool = false) {
      (self.name, self.title) = (name, title)
      (self.isNumber, self.isRepeated) = (isNumber, isRepeated)
    }
  }

  /// Rows that hold the same, under what they hold.
  public struct Section: Sendable {
    /// What they hold; nil of a table that is not grouped.
    public let title: String?
    /// The values of each row, several where a field is repeated.
    public let rows: [[[String]]]
  }

  public let headings: [Heading]
  public let sections: [Section]
  /// The column the rows are grouped by; nil where they are not.
  public let grouping: Heading?
  /// What its rows are: `contributions`.
  public let title: String

  /// The values of each row, whatever the group.
  public var rows: [[[String]]] { sections.flatMap(\.rows) }

  /// All fields of the type, in the order of the file.
  public init(_ type: RecordType, _ rows: [Row], of register: Register) {
    let fields = type.fields
    headings = fields.map { spec in
      let isNumber = if case .number = spec.kind { true } else { false }
      return Heading(
        spec.name, title: spec.name, isNumber: isNumber, isRepeated: spec.isRepeated)
    }
    let rows = rows.map { row in
      let record = register[row]
      return fields.map { record.texts($0.field) }
    }
    (sections, grouping, title) = ([Section(title: nil, rows: rows)], nil, type.noun.many)
  }

  /// The columns asked for, in their order.
  ///
  /// - Parameter grouping: rows that hold the same there stand together, the largest group first.
  public init(
    _ type: RecordType, _ rows: [Row], columns: [TableColumn], grouping: TableColumn? = nil,
    of register: Register
  ) {
    // What rows are grouped by is said once.
    let columns = columns.filter { $0.name != grouping?.name }
    headings = columns.map { Self.heading($0, type) }
    self.grouping = grouping.map { Self.heading($0, type) }
    title = type.noun.many
    func cells(_ row: Row) -> [[String]] {
      let record = register[row]
      return columns.map { column in
        let words = column.text(record)
        return words.isEmpty ? [] : [words]
      }
    }
    guard let grouping else {
      sections = [Section(title: nil, rows: rows.map(cells))]
      return
    }
    var members: [String: [Row]] = [:]
    var titles: [String] = []
    for row in rows {
      let text = grouping.path.map { register[row].text(at: $0) } ?? grouping.text(register[row])
      if members[text] == nil { titles.append(text) }
      members[text, default: []].append(row)
    }
    let places = Dictionary(uniqueKeysWithValues: titles.enumerated().map { ($1, $0) })
    sections = members.sorted { a, b in
      (b.value.count, places[a.key] ?? 0) < (a.value.count, places[b.key] ?? 0)
    }.map { Section(title: $0.key, rows: $0.value.map(cells)) }
  }

  /// Figures under a header.
  public init(_ title: String, header: [String], rows: [[String]]) {
    self.title = title
    headings = header.map { Heading($0.lowercased(), title: $0) }
    grouping = nil
    sections = [Section(title: nil, rows: rows.map { row in row.map { [$0] } })]
  }

  private static func heading(_ column: TableColumn, _ type: RecordType) -> Heading {
    Heading(column.name, title: column.heading, isNumber: column.isNumber(of: type))
  }

  // MARK: - For other programs

  /// All headings and all cells in rows of one length, what they are grouped by first.
  private var flat: (headings: [Heading], rows: [[[String]]]) {
    guard let grouping else { return (headings, rows) }
    return (
      [grouping] + headings,
      sections.flatMap { section in
        section.rows.map { [section.title.map { $0.isEmpty ? [] : [$0] } ?? []] + $0 }
      }
    )
  }

  /// Comma-separated values after RFC 4180, with a header; several values of a field are joined by
  /// `; `.
  ///
  /// A value that a spreadsheet would run as a formula gets an apostrophe before it.
  public var csv: String {
    CSV.text(header: flat.headings.map(\.name), rows: flat.rows)
  }

  /// An array of objects; a field that may repeat is an array, a number a number, what is empty is
  /// left out.
  public var json: JSON { .array(objects) }

  /// An object a line.
  public var jsonLines: String { objects.map { $0.line + "\n" }.joined() }

  private var objects: [JSON] {
    let flat = flat
    return flat.rows.map { row in
      .object(
        zip(flat.headings, row).filter { !$1.isEmpty }.map { ($0.name, Self.json(of: $1, $0)) })
    }
  }

  private static func json(of values: [String], _ heading: Heading) -> JSON {
    if heading.isRepeated { return .strings(values) }
    if heading.isNumber, let number = Int(values[0]) { return .integer(number) }
    return .string(values[0])
  }

  // MARK: - For people

  /// Columns side by side for reading, group after group; those that no record has are left out,
  /// and long cells cut.
  public func plain(widest: Int = 40) -> String {
    let rows = rows
    let shown = headings.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let cells = sections.map { section in
      section.rows.map { row in
        shown.map { Self.cut(Self.oneLine(row[$0].joined(separator: "; ")), to: widest) }
      }
    }
    let header = shown.map { headings[$0].title }
    let widths = shown.indices.map { column in
      ([header] + cells.flatMap(\.self)).map { $0[column].count }.max() ?? 0
    }
    func line(_ row: [String]) -> String {
      let line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }
    guard grouping != nil else { return ([header] + cells[0]).map(line).joined() }
    return zip(sections, cells).map { section, cells in
      heading(of: section) + "\n" + ([header] + cells).map(line).joined()
    }.joined(separator: "\n")
  }

  /// `Criterion: I1 Hearing the child (12 of 43, 28 %)`.
  func heading(of section: Section) -> String {
    let (count, all) = (section.rows.count, sections.reduce(0) { $0 + $1.rows.count })
    let text = section.title.map { $0.isEmpty ? "(nothing)" : $0 } ?? ""
    let share = all == 0 ? 0 : (count * 100 + all / 2) / all
    return "\(grouping?.title ?? ""): \(Self.oneLine(text)) (\(count) of \(all), \(share) %)"
  }

  private static func cut(_ text: String, to width: Int) -> String {
    text.count > width ? text.prefix(width - 1) + "…" : text
  }

  /// What is shown on a terminal is on one line, and all of it is seen.
  static func oneLine(_ text: String) -> String {
    String(text.replacingUnseen(by: " ").map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
