import ArgumentParser
import Exchange
import InspectionAnalysis
import InspectionModel
import InspectionStore

/// Prints records.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print records of one type, all or those that match a filter.",
    discussion: """
      The filter is the same as on the screens: words, and terms such as agency:police direction:- \
      from:2016..2018 !theme:neglect. CSV and JSON have every field; the table leaves out fields \
      that no record has.
      """)

  @Argument(help: "The type of the records.")
  var type: ListedType

  @Argument(help: "What the records must match.", transform: Arguments.text)
  var filter: [String] = []

  @Option(help: "How to print them.")
  var format = Format.table

  @OptionGroup var options: RegisterOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
  }

  func run() throws {
    let opened = try ShownRegister.open(options.register)
    let text = filter.joined(separator: " ")
    let rows: [Row]
    do throws(QueryProblem) {
      let query = try Query(text, on: type.type, in: opened.register)
      rows = opened.register.rows(matching: query)
    } catch {
      throw Failure(error, in: text)
    }
    if opened.problems > 0 {
      let words = opened.problems == 1 ? "1 problem" : "\(opened.problems) problems"
      Output.note("\(words) in \(opened.path); jointview check lists them")
    }
    if let hidden = opened.veil.sentence { Output.note(hidden) }
    let table = RecordTable(type.type, rows, of: opened.register)
    switch format {
    case .table: try Output.write(rows.isEmpty ? "no \(type.type.words.many)\n" : table.plain())
    case .csv: try Output.write(table.csv)
    case .json: try Output.write(table.json.text)
    }
  }
}

/// A type of record as one names it on the command line: `areas`, `area` or, as the register itself
/// does, `Area`.
struct ListedType: ExpressibleByArgument {
  let type: RecordType

  init?(argument: String) {
    guard
      let type = RecordType.allCases.first(where: {
        [$0.words.many, $0.words.one, $0.name].contains(argument)
      })
    else { return nil }
    self.type = type
  }

  static var allValueStrings: [String] { RecordType.allCases.map(\.words.many) }
}
