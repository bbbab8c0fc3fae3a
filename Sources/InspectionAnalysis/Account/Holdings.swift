public import InspectionModel

/// What a register holds, for somebody who opens it for the first time.
///
/// O(inspections + passages + contributions).
public struct Holdings: Hashable, Sendable {
  /// One a line: areas and inspections, frameworks, reports.
  public let sentences: [String]

  /// More frameworks than these are counted together.
  private static let most = 6

  public init(_ register: Register) {
    let inspections = register.all(Inspection.self)
    let areas = counted(register.count(.area), "area")
    guard !inspections.isEmpty else {
      sentences = ["\(areas), and no inspections yet."]
      return
    }
    let years = inspections.compactMap { $0.date?.year }
    let span = years.min().flatMap { first in years.max().map { (first, $0) } }
    let when = span.map { $0 == $1 ? " in \($0)" : " from \($0) to \($1)" } ?? ""
    sentences = [
      "\(areas) and \(counted(inspections.count, "inspection"))\(when).",
      Self.frameworks(inspections), Self.reports(inspections, register),
    ]
  }

  private static func frameworks(_ inspections: [Inspection]) -> String {
    let byFramework = Dictionary(grouping: inspections) { $0.framework?.shortName }
    let counts = byFramework.map { (name: $0.key ?? "under none that is known", n: $0.value.count) }
      .sorted { ($1.n, $0.name) < ($0.n, $1.name) }
    let rest = counts.dropFirst(most)
    return
      (counts.prefix(most).map { "\($0.n) \($0.name)" }
      + (rest.isEmpty
        ? []
        : ["\(rest.map(\.n).reduce(0, +)) under \(counted(rest.count, "other framework"))"]))
      .joined(separator: ", ") + "."
  }

  private static func reports(_ inspections: [Inspection], _ register: Register) -> String {
    let read = inspections.count { register.childCount(.passage, of: $0.row) > 0 }
    guard read > 0 else { return "No report is read yet." }
    let parents = register.column(.inspection, of: .passage)
    let passages = register.column(.passage, of: .contribution)
    var coded: Set<Int> = []
    for row in 0..<passages.count where passages.isLive(row) {
      if let inspection = passages.reference(row).flatMap(parents.reference) {
        coded.insert(inspection)
      }
    }
    let are = read == 1 ? "is" : "are"
    return
      "\(counted(read, "report")) \(are) read (\(counted(register.count(.passage), "passage"))), "
      + (coded.isEmpty ? "and none is coded yet." : "\(coded.count) of them coded.")
  }
}
