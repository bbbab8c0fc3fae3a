import ArgumentParser
import Exchange
import InspectionAnalysis
import InspectionModel
import InspectionStore
import RecText

/// Prints records.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print records of one type, all or those that match a filter.",
    discussion: """
      The filter is the same as on the screens: words, and terms such as agency:police direction:- \
      from:2016..2018 !theme:neglect. Columns are those of the lists on the screens, and may say \
      what stands in another record: the area of a contribution, the words of its passage. Without \
      them CSV and JSON have every field, and the table leaves out fields that no record has.

      jointview list contributions 'agency:police direction:- from:2016..' \
      --columns area,published,page,words,criterion --group criterion --sort -published --format md
      """)

  @Argument(help: "The type of the records, in the singular or the plural.")
  var type: ListedType

  @Argument(help: "What the records must match.", transform: Arguments.text)
  var filter: [String] = []

  @Option(
    help: "Columns by name, with commas between them. An unknown name lists all there are.")
  var columns: String?

  @Option(help: "A column whose values part the rows into groups, the largest first.")
  var group: String?

  @Option(
    parsing: .unconditional,
    help: "Columns to sort by, with commas between them; - before one turns its order round.")
  var sort: String?

  @Option(help: "How to print them.")
  var format = TableFormatArgument(.table)

  @Flag(name: .customLong("bom"), help: "Begin CSV with a mark by which Excel knows UTF-8.")
  var hasMark = false

  @OptionGroup var options: RegisterOptions

  func validate() throws {
    if hasMark, format.format != .csv { throw ValidationError("--bom is for --format csv") }
    if let columns, Self.names(in: columns).isEmpty {
      throw ValidationError("--columns names no column")
    }
  }

  func run() throws {
    let opened = try ShownRegister.open(options.register)
    let rows = try matching(opened.register)
    opened.noteProblems()
    if let hidden = opened.blinding.sentence { Output.note(hidden) }
    let text = try self.text(of: rows, opened.register)
    try Output.write((hasMark && format.format == .csv ? "\u{FEFF}" : "") + text)
  }

  /// The records that match, in their order.
  private func matching(_ register: Register) throws -> [Row] {
    let text = filter.joined(separator: " ")
    let rows: [Row]
    do throws(QueryProblem) {
      rows = register.rows(matching: try Query(text, on: type.type, in: register))
    } catch {
      throw Failure(error, in: text)
    }
    let orders = try Self.names(in: sort ?? "").map { word in
      let isDescending = word.hasPrefix("-")
      let name = String(word.dropFirst(isDescending ? 1 : 0))
      return (column: try column(name, register), isDescending: isDescending)
    }
    return register.sorted(rows, of: type.type, by: orders)
  }

  private func text(of rows: [Row], _ register: Register) throws -> String {
    let format = format.format
    let group = try group.map { try column($0, register) }
    if columns == nil, group == nil {
      if format == .rec { return try RecordsText.text(of: rows, register) }
      if rows.isEmpty, format == .table || format == .text { return "no \(type.type.noun.many)\n" }
      return RecordTable(type.type, rows, of: register).text(as: format)
    }
    let shown = type.type.tableColumns(in: register).filter(\.isShown)
    let chosen = try columns.map { names in
      try Self.names(in: names).map { try column($0, register) }
    }
    let table = RecordTable(
      type.type, rows, columns: chosen ?? shown, grouping: group, of: register)
    if rows.isEmpty, format == .table || format == .text { return "no \(type.type.noun.many)\n" }
    return format == .rec ? try table.records() : table.text(as: format)
  }

  /// Names between commas, without the blanks around them.
  private static func names(in text: String) -> [String] {
    text.split(separator: ",").map { word in
      String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  private func column(_ name: String, _ register: Register) throws -> TableColumn {
    let all = type.type.tableColumns(in: register)
    if let column = all.first(where: { $0.name == name.lowercased() }) { return column }
    let names = all.map(\.name)
    let advice =
      Nearest.to(name, among: names).map { "did you mean \($0)?" }
      ?? "they have \(names.joined(separator: ", "))"
    throw Failure("\(type.type.noun.many) have no column “\(name)”; \(advice)", .usage)
  }
}

extension RecordTable {
  /// The columns as fields, a record a row.
  fileprivate func records() throws -> String {
    let records = try rows.map { row in
      let fields = zip(headings, row).flatMap { heading, values in
        values.map { (name: Self.fieldName(heading.name), value: $0) }
      }
      return String(decoding: try RecWriter.encode(fields), as: UTF8.self)
    }
    return records.joined(separator: "\n")
  }

  /// `own-name` as rec text has names of fields: `OwnName`.
  private static func fieldName(_ name: String) -> String {
    name.split { !$0.isLetter && !$0.isNumber }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

/// The name of a format on the command line.
struct TableFormatArgument: ExpressibleByArgument {
  let format: TableFormat

  init(_ format: TableFormat) { self.format = format }

  init?(argument: String) {
    guard let format = TableFormat(rawValue: argument) else { return nil }
    self.format = format
  }

  var defaultValueDescription: String { format.rawValue }

  static var allValueStrings: [String] { TableFormat.allCases.map(\.rawValue) }
}

/// A type of record as one names it on the command line: `areas`, `area` or, as the register itself
/// does, `Area`.
struct ListedType: ExpressibleByArgument {
  let type: RecordType

  init?(argument: String) {
    guard
      let type = RecordType.allCases.first(where: {
        [$0.noun.many, $0.noun.one, $0.name].contains(argument)
      })
    else { return nil }
    self.type = type
  }

  static var allValueStrings: [String] { RecordType.allCases.map(\.noun.many) }
}
