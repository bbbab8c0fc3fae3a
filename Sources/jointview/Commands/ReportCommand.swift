import ArgumentParser
import Exchange
import Glibc
import InspectionAnalysis
import InspectionModel
import InspectionStore

/// Prints reports.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print what an analysis has to say, with its evidence.",
    discussion: """
      A report has the question, the answer in a sentence, figures and charts, the evidence with \
      its sources, how it \
      was worked out, and what is not known. The filter narrows it to some inspections, or to \
      some of what was coded \
      in them: area:croydon, theme:neglect, first:6, from:2016..2018, agency:police. Comparing \
      takes two filters, or one that is set beside the rest. The topics:


      """ + Topic.all.map { "- \($0.name): \($0.summary)" }.joined(separator: "\n"))

  @Argument(help: "What to report.")
  var topic: NamedTopic

  @Argument(
    help: "What to narrow it to; for a pause point or a scenario, its key.",
    transform: Arguments.text)
  var filter: [String] = []

  @Option(help: "Chosen by the ending of the output if omitted, else md.")
  var format: NamedFormat?

  @Option(name: .shortAndLong, help: "The file to write; printed if omitted.")
  var output: String?

  @Flag(help: "Replace the output if it exists.")
  var force = false

  @Option(
    help: "The day to answer for, where that matters: 2016-06-24.",
    transform: Arguments.text)
  var on: String?

  @Option(
    help: "The record it is about, where there are several.", transform: Arguments.text)
  var key: String?

  @Flag(
    help: "List all evidence, even if it is more than \(Report.mostListed) records.")
  var evidence = false

  @Option(
    help: "Whether to answer from what the program read (machine) or from what people coded.")
  var reading: NamedReading?

  @OptionGroup var options: RegisterOptions

  func run() throws {
    let opened = try ShownRegister.open(options.register)
    let request = try request.asked(reading?.reading)
    let account: Account
    do throws(QueryProblem) {
      account = try request.account(
        in: opened.register, on: Places.today, hidden: opened.blinding.sentence,
        whole: opened.whole)
    } catch {
      throw Failure(error, in: request.filter)
    }
    opened.noteProblems()
    let format = format?.format ?? output.flatMap(ReportFormat.init(fileName:)) ?? .md
    let text = Report(account, in: opened.register, listsAll: evidence).text(as: format)
    guard let output else { return try Output.write(text) }
    try ExportFile.write(text, to: output, replacing: force, about: opened.path)
  }

  /// Of topics that are about one record, the filter is its key.
  private var request: AccountRequest {
    get throws {
      let topic = topic.topic
      let isTwo = topic.takes.contains(.two) && filter.count == 2
      let text = filter.joined(separator: isTwo ? " \(AccountRequest.versus) " : " ")
      if reading != nil, !topic.takes.contains(.reading) {
        throw Failure("\(topic.name) has one reading only, so it takes no --reading", .usage)
      }
      if key != nil, !topic.takes.contains(.key) {
        throw Failure("\(topic.name) is not about a single record, so it takes no --key", .usage)
      }
      if try day != nil, !topic.takes.contains(.day) {
        throw Failure("\(topic.name) does not depend on the day, so it takes no --on", .usage)
      }
      if topic.takes.contains(.filter) || text.isEmpty {
        return AccountRequest(topic, filter: text, key: key, day: try day)
      }
      guard topic.takes.contains(.key), key == nil else {
        throw Failure("\(topic.name) takes no filter", .usage)
      }
      return AccountRequest(topic, key: text, day: try day)
    }
  }

  private var day: Day? {
    get throws {
      guard let on else { return nil }
      guard let day = Day(iso: on), day.day != nil else {
        throw Failure("“\(on)” is not a date: write 2016-06-24", .usage)
      }
      return day
    }
  }
}

/// What a report is about, as one names it on the command line.
struct NamedTopic: ExpressibleByArgument {
  let topic: Topic

  init?(argument: String) {
    guard let topic = Topic(named: argument) else { return nil }
    self.topic = topic
  }

  static var allValueStrings: [String] { Topic.all.map(\.name) }
}

extension AccountRequest {
  /// The same of a reading, where one is asked for.
  fileprivate func asked(_ reading: Reading?) -> AccountRequest {
    reading.map { read($0) } ?? self
  }
}

/// A reading as one names it on the command line.
struct NamedReading: ExpressibleByArgument {
  let reading: Reading

  init?(argument: String) {
    guard let reading = Reading(rawValue: argument) else { return nil }
    self.reading = reading
  }

  static var allValueStrings: [String] { Reading.allCases.map(\.rawValue) }
}

/// A format as one names it on the command line.
struct NamedFormat: ExpressibleByArgument {
  let format: ReportFormat

  init?(argument: String) {
    guard let format = ReportFormat(rawValue: argument) else { return nil }
    self.format = format
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }
}
