import Dispatch
import InspectionModel
import InspectionUI
import LetterReader
import Synchronization

/// Letters that are read beside the screen, and reports that are fetched before that.
extension Session {
  mutating func readReport(_ path: String, _ state: State) -> [Event] {
    let path = places.expand(path)
    let (vocabulary, reading) = (Vocabulary.complete(state.whole), reading)
    run.start { report in
      reading.during { stop in
        .lettersRead(
          LetterImport.read(LetterBatch([path]), vocabulary, until: stop, telling: report))
      }
    }
    return [.working("reading \(LetterImport.fileName(path))")]
  }

  /// Looks which reports are there, and which are to be fetched.
  func planFetch(_ keys: [String], _ state: State) -> [Event] {
    guard let fetch = fetch(keys, state) else { return [.say(Message(Self.noFolder, .error))] }
    let missing = fetch.missing
    let hosts = missing.reduce(into: [String]()) { hosts, order in
      if !hosts.contains(order.address.host) { hosts.append(order.address.host) }
    }
    return [
      .fetchPlanned(
        FetchPlan(
          inspections: keys, missing: missing.count, there: fetch.orders.count - missing.count,
          hosts: hosts, folder: places.shortened(fetch.library.folder)))
    ]
  }

  /// Fetches the reports that inspections name, and then reads those that are there.
  mutating func fetchReports(_ keys: [String], _ state: State) -> [Event] {
    guard !isDry, let fetch = fetch(keys, state) else {
      let why = isDry ? "nothing is fetched without --save" : Self.noFolder
      return [.lettersRead(.init(failures: [("reports", why)]))]
    }
    let (vocabulary, reading) = (Vocabulary.complete(state.whole), reading)
    run.start { report in
      let failures = reading.during { stop in
        Self.run(fetch, until: stop) { report(.working($0)) }
      }
      // What was fetched until somebody wanted no more is read all the same.
      return reading.during { stop in
        var read = LetterImport.read(
          LetterBatch(fetch.files), vocabulary, until: stop, telling: report)
        read.failures = failures + read.failures
        return .lettersRead(read)
      }
    }
    return [.working("fetching")]
  }

  /// The files that could not be had, and why.
  private static func run(
    _ fetch: ReportFetch, until stop: StopSignal, _ tell: @Sendable (String) -> Void
  ) -> [(file: String, why: String)] {
    do throws(Failure) {
      let outcome = try fetch.run(until: stop) { number, all, name, left in
        tell("fetching \(number) of \(all)\(left)")
      }
      return outcome.failures.map {
        ($0.order.inspection, "\($0.order.inspection) not fetched: \($0.problem)")
      }
    } catch {
      return [("reports", error.sentence)]
    }
  }

  private func fetch(_ keys: [String], _ state: State) -> ReportFetch? {
    let inspections = keys.compactMap { key in
      state.whole.row(.inspection, key: key).map { state.whole.view($0, as: Inspection.self) }
    }
    guard let library = try? places.reportLibrary() else { return nil }
    return ReportFetch(
      library: library,
      orders: ReportLibrary.orders(of: inspections, from: fetching.mirror),
      limits: fetching.limits)
  }

  private static let noFolder =
    "neither HOME nor XDG_DATA_HOME is set, so there is no folder for reports"
}

/// What is read and fetched beside the screen, and how it is stopped.
final class StoppableWork: Sendable {
  private let stop = Mutex(StopSignal())
  private let group = DispatchGroup()

  /// Does work that ``end(waitingUpTo:)`` stops.
  func during<Result>(_ work: (StopSignal) -> Result) -> Result {
    group.enter()
    defer { group.leave() }
    return work(stop.withLock { $0 })
  }

  /// Stops what is under way; what begins after this goes on. Then waits a moment for it to end, so
  /// that no program is left behind.
  func end(waitingUpTo milliseconds: Int = 0) {
    stop.withLock {
      $0.set()
      $0 = StopSignal()
    }
    if milliseconds > 0 { _ = group.wait(timeout: .now() + .milliseconds(milliseconds)) }
  }
}
