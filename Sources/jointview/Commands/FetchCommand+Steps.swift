import InspectionModel
import InspectionOperations
import LetterReader

/// The steps of the command, in their order.
extension FetchCommand {
  func inspections(_ register: Register) throws -> [Inspection] {
    let text = filter.joined(separator: " ")
    do throws(QueryProblem) {
      let query = try Query(text, on: .inspection, in: register)
      return register.rows(matching: query).map { register.view($0) }
    } catch {
      throw Failure(error, in: text)
    }
  }

  /// Names those of which only a page is known, and says how many name nothing of the kind.
  func sayWhatIsLeft(_ inspections: [Inspection]) {
    var silent = 0
    for inspection in inspections where inspection.addresses(.report).isEmpty {
      let pages = inspection.addresses(.page).map(\.text)
      if pages.isEmpty { silent += 1 }
      for page in pages.prefix(1) {
        Output.note("\(inspection.key) names a page, not a report: \(page)")
      }
    }
    if silent > 0 { Output.note("\(counted(silent, "inspection")) without an address of a report") }
  }

  /// Fetches what is missing; how many could not be had.
  func run(_ fetch: ReportFetch, until stop: StopSignal) throws -> Int {
    let line = ProgressLine(isLogged: true)
    let outcome = try fetch.run(until: stop) { number, all, name, left in
      line.tell("fetching \(number) of \(all)\(left): \(name)")
    }
    line.end()
    for (order, problem) in outcome.failures {
      Output.note("\(order.inspection) not fetched: \(problem) (\(order.address.text))")
    }
    Output.error(outcome.sentence(of: fetch.orders.count) + "\n")
    return outcome.failures.count
  }

  /// Reads all that are there into the register; how many it did not take.
  func read(
    _ fetch: ReportFetch, _ register: Register, _ filing: LetterFiling, until stop: StopSignal
  ) throws -> Int {
    let files = fetch.orders.filter(fetch.library.has)
    if files.isEmpty { return 0 }
    let items = LetterBatch(files.map(fetch.library.path))
      .read(Vocabulary.complete(register), until: stop)
    let filed = try filing.put(items)
    let failures = items.complain(refused: filed.refused)
    for order in files {
      guard let key = filed.inspections[fetch.library.path(of: order)] else { continue }
      guard key != order.inspection else { continue }
      Output.note("\(order.inspection) names the address of a report of \(key)")
    }
    try Output.tell(filed.summary)
    return failures
  }
}

extension ReportFetch.Outcome {
  /// `68 reports fetched, 2 not, 3 were there`.
  fileprivate func sentence(of all: Int) -> String {
    let there = all - fetched - failures.count - left
    return counted(fetched, "report") + " fetched, \(failures.count) not"
      + (there > 0 ? ", \(there) there already" : "") + (left > 0 ? "; stopped, \(left) left" : "")
  }
}
