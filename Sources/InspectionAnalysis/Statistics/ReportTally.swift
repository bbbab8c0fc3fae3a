import InspectionModel

/// So many of so many, report by report: what an interval that draws whole reports again needs.
struct ReportTally {
  private var byReport: [Int32: Proportion] = [:]

  mutating func add(_ report: Int32, isPart: Bool) {
    add(report, Proportion(isPart ? 1 : 0, of: 1))
  }

  mutating func add(_ report: Int32, _ part: Proportion) {
    byReport[report] = (byReport[report] ?? Proportion(0, of: 0)) + part
  }

  /// In the order of the reports, so that what is drawn is always the same.
  var ordered: [(report: Int32, share: Proportion)] {
    byReport.sorted { $0.key < $1.key }.map { (report: $0.key, share: $0.value) }
  }

  var reports: [Proportion] { ordered.map(\.share) }

  /// Of some reports together.
  func total(of reports: Set<Int32>) -> Proportion {
    byReport.filter { reports.contains($0.key) }.values.total
  }
}
