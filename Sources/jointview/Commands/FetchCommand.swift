import ArgumentParser
import InspectionModel
import InspectionOperations
import InspectionStore
import LetterReader

/// Fetches the reports that inspections name by address, and reads them into the register.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch the reports that inspections name by address, and read them.",
    discussion: """
      Fetches the reports of all inspections under every framework, or of those that match a \
      filter: framework:jtai for the letters of the joint ones, framework:jtai from:2022.. for \
      some of them. They go into ~/.local/share/jointview/reports; one that is there already is \
      not fetched again. Then it reads all of them into the register as one change. \
      curl fetches one report at a time, with a pause after each; a download that breaks off is \
      resumed the next time. Inspections that name only a page are listed.

      After Ctrl-C no more are fetched, and those that are there are read; a second Ctrl-C ends \
      the program at once.

      Exit code 0 if all are there and were read; 1 if one could not be fetched or read (the \
      others are); 2 for wrong usage.
      """)

  @Argument(help: "What the inspections must match.", transform: Arguments.text)
  var filter: [String] = []

  @Option(help: "Replaces http://HOST in every address, to fetch from a mirror.")
  var from: String?

  @Option(help: "Seconds between two reports, to spare the server; 1 if omitted.")
  var pause: Double?

  @Option(help: "Seconds after which a server that sends nothing is given up; 30 if omitted.")
  var patience: Int?

  @OptionGroup var options: RegisterOptions

  func validate() throws {
    if let from, WebAddress(from) == nil {
      throw ValidationError("“\(from)” is not a web address: write --from https://mirror.example")
    }
    if let pause, !ReportDownload.Limits.pauses.contains(pause) {
      throw ValidationError("a pause is from 0 to 3600 seconds")
    }
    if let patience, !(1...3600).contains(patience) {
      throw ValidationError("patience is from 1 to 3600 seconds")
    }
  }

  func run() throws {
    let places = Places()
    let path = try RegisterPath.resolve(options.register, places)
    var opened = try RegisterPath.open(path, places)
    opened.store.close()
    let wanted = try inspections(opened.register)
    let fetching = fetching
    let fetch = ReportFetch(
      library: try places.reportLibrary(),
      orders: ReportLibrary.orders(of: wanted, from: fetching.mirror), limits: fetching.limits)
    sayWhatIsLeft(wanted)
    if fetch.orders.isEmpty { return Output.note("no report to fetch") }
    let interruption = Interruption()
    var failures = try run(fetch, until: interruption.stop)
    // What was fetched until somebody wanted no more is read all the same.
    let filing = LetterFiling(path: path, places: places)
    failures += try read(fetch, opened.register, filing, until: StopSignal())
    interruption.endIfInterrupted()
    if failures > 0 { throw ExitCode(Exit.problems.rawValue) }
  }

  /// What is set, and what this command says otherwise.
  private var fetching: Settings.Fetching {
    var fetching = Settings(path: Places().configFile).fetching
    if let from { fetching.mirror = WebAddress(from) }
    if let pause { fetching.limits.pause = pause }
    if let patience { fetching.limits.patience = patience }
    return fetching
  }
}
