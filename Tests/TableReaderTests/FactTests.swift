import InspectionOperations
import TableReader
import Testing

@Suite(.enabled(if: Facts.folder != nil, Facts.missing))
struct `Published tables` {
  @Test(arguments: [
    ("ofsted_la_outcomes_2025-03-31.csv", TableKind.outcomes, 153, 153),
    ("ofsted_la_in_year_2024-25.csv", .inYear, 112, 112),
    ("ofsted_ilacs_history_2018-2025.csv", .history, 271, 271),
    ("ofsted_la_inspections_2009-2023.csv", .underlying, 156, 567),
  ])
  func `are read whole`(name: String, kind: TableKind, rows: Int, visits: Int) throws {
    let table = try TableFile.read(Facts.bytes(of: name), named: name)
    #expect(table.kind == kind)
    #expect(table.rows.count == rows)
    let refused = table.rows.compactMap(\.refusal).map(\.sentence)
    #expect(refused.isEmpty, "\(refused)")
    #expect(table.rows.reduce(0) { $0 + $1.visits.count } == visits)
    #expect(table.remarks.isEmpty && table.unmapped.isEmpty, "\(table.remarks) \(table.unmapped)")
  }
}
