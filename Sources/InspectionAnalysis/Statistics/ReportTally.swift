import InspectionModel

/// So many of so many, report by report: what an interval that draws whole reports again needs.
struct ReportTally {
  private var found: [(report: Int32, share: Proportion)] = []
  private var places: [Int32: Int] = [:]
  /// Of all reports together.
  private(set) var total = Proportion(0, of: 0)
  /// Where the report stands that came last: most often it comes again.
  private var last = -1

  mutating func add(_ report: Int32, isPart: Bool) {
    add(report, Proportion(isPart ? 1 : 0, of: 1))
  }

  mutating func add(_ report: Int32, _ part: Proportion) {
    if last < 0 || found[last].report != report {
      last = places[report] ?? found.count
      places[report] = last
      if last == found.count { found.append((report, Proportion(0, of: 0))) }
    }
    found[last].share = found[last].share + part
    total = total + part
  }

  /// In the order of the reports, so that what is drawn is always the same.
  var ordered: [(report: Int32, share: Proportion)] {
    found.sorted { $0.report < $1.report }
  }

  var reports: [Proportion] { ordered.map(\.share) }

  /// Of some reports together.
  func total(of reports: Set<Int32>) -> Proportion {
    found.lazy.filter { reports.contains($0.report) }.map(\.share).total
  }
}
