import InspectionModel

/// Reports that come from the web, and the end of what reads and fetches.
extension State {
  /// Asks for a report to read; offers to fetch reports where an inspection names one by address.
  var reportPrompt: TextPrompt {
    let keys = inspectionsWithReports
    let reports =
      keys.count == 1 ? "report of \(keys[0])" : "reports of \(keys.count) inspections here"
    let hint = keys.isEmpty ? nil : "an empty line fetches the \(reports)"
    return TextPrompt("report file ", text: lettersFolder, isPath: true, hint: hint) { path in
      if !path.isEmpty { return [.effect(.readReport(path: path))] }
      return keys.isEmpty ? [] : [.effect(.planFetch(keys))]
    }
  }

  /// The inspection one is at, those that are listed, or else all: the keys of those that name a
  /// report by its address. O(inspections).
  private var inspectionsWithReports: [String] {
    inspectionsHere.filter { !$0.addresses(.report).isEmpty }.map(\.key)
  }

  private var inspectionsHere: [Inspection] {
    if let row = screen.letterOf ?? screen.subject, row.type == .inspection {
      return [register.view(row)]
    }
    if let list = screen.list, list.type == .inspection, list.work == nil {
      return list.rows.indices.map { register.view(list.rows[$0]) }
    }
    return Array(register.all(Inspection.self))
  }

  /// Asks whether the reports are to be fetched, unless something else is being typed meanwhile.
  mutating func receive(_ plan: FetchPlan) -> [Effect] {
    prompt == nil ? perform([plan.step]) : []
  }

  /// Notes what is begun beside the screen.
  mutating func note(_ effect: Effect) {
    if case .readReport(let path) = effect {
      if let slash = path.lastIndex(of: "/") { lettersFolder = String(path[...slash]) }
      noteReading()
    }
    if case .readTables(let path) = effect {
      if let slash = path.lastIndex(of: "/") { tablesFolder = String(path[...slash]) }
      noteReading()
    }
    if case .mapTable = effect { noteReading() }
    if case .fetchReports = effect { noteReading() }
  }

  // MARK: - Until it ends

  private mutating func noteReading() {
    readings += 1
    isStopping = false
  }

  mutating func noteReadingEnded() {
    readings = max(0, readings - 1)
    if readings == 0 { (file.work, isStopping) = (nil, false) }
  }

  /// Whether the key to go back stops what is being read.
  var canStopReading: Bool { readings > 0 && !isStopping }

  mutating func stopReading() -> [Effect] {
    isStopping = true
    message = Message("stopping; what was read so far is kept")
    return [.stopReading]
  }
}

extension FetchPlan {
  /// Asks whether to go ahead; says so where there is nothing to go ahead with.
  fileprivate var step: Step {
    let fetch = Step.effect(.fetchReports(inspections))
    if missing > 0 {
      return .prompt(QuestionPrompt(sentence, "fetches and reads them", then: [fetch]))
    }
    if there > 0 { return .prompt(QuestionPrompt(sentence, "reads them", then: [fetch])) }
    return .say(Message("no inspection here names the address of a report", .hint))
  }

  private var sentence: String {
    let reports = counted(missing, "report")
    let known = "\(counted(there, "report")) of \(counted(inspections.count, "inspection"))"
    if missing == 0 { return "\(known) \(there == 1 ? "is" : "are") in \(folder) already" }
    let rest = there > 0 ? "; \(there) more \(there == 1 ? "is" : "are") there already" : ""
    return "\(reports) would be fetched from \(places), one at a time, into \(folder)\(rest)"
  }

  /// `files.ofsted.gov.uk`, `one, two and 3 more`.
  private var places: String {
    let named = hosts.prefix(3).joined(separator: ", ")
    return hosts.count > 3 ? "\(named) and \(hosts.count - 3) more" : named
  }
}
