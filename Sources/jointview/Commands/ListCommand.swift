import ArgumentParser
import Exchange
import InspectionModel
import InspectionStore

/// Prints records.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print records of one type, all or those that match a filter.",
    discussion: """
      The filter is the one of the screens: words, and terms such as agency:police direction:- \
      from:2016..2018 !theme:neglect. CSV and JSON have every field; the table leaves out those that no record has.
      """)

  @Argument(help: "\(RecordType.allCases.map(\.words.many).joined(separator: ", "))")
  var type: ListedType

  @Argument(help: "What the records must match.")
  var filter: [String] = []

  @Option(help: "table, csv or json.")
  var format = Format.table

  @OptionGroup var options: RegisterOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
  }

  func run() throws {
    let places = Places()
    let path = try RegisterPath.resolve(options.register, places)
    var opened = try RegisterPath.open(path, places)
    defer { opened.store.close() }
    let rows: [Row]
    do throws(QueryProblem) {
      let query = try Query(filter.joined(separator: " "), on: type.type)
      rows = opened.register.rows(matching: query)
    } catch {
      throw Failure(error, .usage)
    }
    if !opened.diagnostics.isEmpty {
      let count = opened.diagnostics.count
      Output.error(
        "jointview: \(count == 1 ? "1 problem" : "\(count) problems") in \(path); jointview check tells them\n"
      )
    }
    let table = RecordTable(type.type, rows, of: opened.register)
    switch format {
    case .table: Output.write(rows.isEmpty ? "no \(type.type.words.many)\n" : table.plain())
    case .csv: Output.write(table.csv)
    case .json: Output.write(try JSON.text(table))
    }
  }
}

/// A type of record as one names it on the command line: `areas`.
struct ListedType: ExpressibleByArgument {
  let type: RecordType

  init?(argument: String) {
    guard
      let type = RecordType.allCases.first(where: {
        $0.words.many == argument || $0.words.one == argument
      })
    else { return nil }
    self.type = type
  }

  static var allValueStrings: [String] { RecordType.allCases.map(\.words.many) }
}
