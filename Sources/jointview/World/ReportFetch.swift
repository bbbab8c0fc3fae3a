import InspectionModel
import InspectionStore

/// Reports fetched one after the other. One that cannot be had never stops the rest.
struct ReportFetch: Sendable {
  let library: ReportLibrary
  let orders: [ReportLibrary.Order]
  var limits = ReportDownload.Limits()

  /// What came of it.
  struct Outcome: Sendable {
    var fetched = 0
    /// The reports that could not be had.
    var failures: [(order: ReportLibrary.Order, problem: DownloadProblem)] = []
    /// How many were not asked for any more.
    var left = 0
  }

  /// Told before each report: which it is, counted from 1, of how many, and how long the rest
  /// takes.
  typealias Progress = @Sendable (_ number: Int, _ of: Int, _ name: String, _ left: String) -> Void

  /// Those that are not there yet.
  var missing: [ReportLibrary.Order] { orders.filter { !library.has($0) } }

  /// The files that are there, in the order of the inspections.
  var files: [String] { orders.filter(library.has).map(library.path) }

  /// Fetches what is missing, with a pause after each.
  func run(until stop: StopSignal, _ progress: Progress) throws(Failure) -> Outcome {
    var outcome = Outcome()
    let missing = missing
    if missing.isEmpty { return outcome }
    let hold = try library.hold()
    defer { _ = hold }
    let time = TimeLeft()
    for (index, order) in missing.enumerated() {
      if index > 0 ? stop.waits(milliseconds: Int(limits.pause * 1000)) : stop.isSet {
        outcome.left = missing.count - index
        break
      }
      progress(index + 1, missing.count, order.inspection, time.phrase(index, of: missing.count))
      do throws(DownloadProblem) {
        try fetch(order, until: stop)
        outcome.fetched += 1
      } catch .noCurl {
        throw Failure(DownloadProblem.noCurl)
      } catch .stopped {
        outcome.left = missing.count - index
        break
      } catch {
        outcome.failures.append((order, error))
      }
    }
    return outcome
  }

  private func fetch(
    _ order: ReportLibrary.Order, until stop: StopSignal
  ) throws(DownloadProblem) {
    let part = library.part(of: order)
    try ReportDownload(address: order.address.text, part: part, limits: limits).run(until: stop)
    do throws(FileProblem) {
      try PlainFile.keep(part, as: library.path(of: order))
    } catch {
      throw .notKept("\(error)")
    }
  }
}
