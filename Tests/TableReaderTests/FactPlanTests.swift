import InspectionModel
import InspectionOperations
import TableReader
import Testing

@Suite(.enabled(if: Facts.folder != nil, Facts.missing))
struct `Published tables and the starter register` {
  private func plan(_ name: String, _ desk: inout Desk) throws -> TablePlan {
    desk.plan(try TableFile.read(Facts.bytes(of: name), named: name))
  }

  @Test(arguments: [
    ("ofsted_la_outcomes_2025-03-31.csv", 153, 1), ("ofsted_la_in_year_2024-25.csv", 112, 0),
    ("ofsted_ilacs_history_2018-2025.csv", 271, 2), ("la_england_former.csv", 8, 0),
  ])
  func `agree cell by cell`(name: String, rows: Int, early: Int) throws {
    var desk = Desk.starter
    let plan = try plan(name, &desk)
    #expect(plan.counts == [.unchanged: rows], "\(plan.text)")
    #expect(plan.decisions.isEmpty && plan.unmapped.isEmpty)
    // Counties are under the names and codes of what came after them.
    #expect(plan.suspicious.count == early)
    #expect(
      plan.suspicious.allSatisfy { $0.sentence.contains(" came into being on 2023-04-01") })
    #expect(plan.made == [.tableImport: 1])
    try desk.register.apply(plan.change)
    let again = try self.plan(name, &desk)
    #expect(again.change.edits.isEmpty)
    #expect(again.outcome(isWritten: false) == "Nothing changes.")
  }

  @Test func `agree in what is wide but for two cells`() throws {
    var desk = Desk.starter
    let name = "ofsted_la_inspections_2009-2023.csv"
    let plan = try plan(name, &desk)
    #expect(plan.refused.isEmpty, "\(plan.refused)")
    #expect(
      plan.decisions.map(\.id) == [
        "Inspection ilacs-short-merton-2022 Framework", "Judgement sif-surrey-2014/lscb Grade",
      ])
    #expect(plan.change.edits.isEmpty)
    let table = try TableFile.read(Facts.bytes(of: name), named: name)
    let decisions = plan.decisions.map { TableDecision($0.id, "keep", because: "as the report") }
    let decided = desk.plan(table, decisions)
    try desk.register.apply(decided.change)
    #expect(decided.made[.ruling] == 2)
    let again = desk.plan(table)
    #expect(again.counts == [.unchanged: 156] && again.change.edits.isEmpty, "\(again.text)")
    #expect(again.heeded == 2)
    #expect(desk.register.inconsistencies().isEmpty)
  }
}
