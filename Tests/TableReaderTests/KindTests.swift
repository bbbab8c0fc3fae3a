import InspectionModel
import InspectionOperations
import TableReader
import Testing

@Suite struct `A table` {
  private func read(_ text: String, as kind: TableKind? = nil) throws -> TableObservation {
    try TableFile.read(Array(text.utf8), named: "t.csv", as: kind)
  }

  private func problem(_ text: String) -> TableProblem? {
    do throws(TableProblem) {
      _ = try TableFile.read(Array(text.utf8), named: "t.csv")
      return nil
    } catch {
      return error
    }
  }

  private static let outcomes = """
    Inspection outcomes as at 31 March 2025,,,,
    This worksheet contains one table.,,,,
    \(Published.outcomes)
    Ofsted Local Authority Webpage,E09000003,Barnet,London,2024-06-10,2024-07-23,Good,Good,\
    Good,Outstanding,Good
    Ofsted Local Authority Webpage,E09000004,Bexley,London,2022-06-10,2022-07-23,Good,Good,\
    Good,Requires improvement to be good,
    Ofsted Local Authority Webpage,E09000005,Brent,London,Not yet inspected,,,,,,

    """

  @Test func `outcomes as at a day are told below a title and a note`() throws {
    let table = try read(Self.outcomes)
    #expect(table.kind == .outcomes)
    #expect(table.rows.map(\.number) == [4, 5, 6])
    let barnet = table.rows[0]
    #expect(barnet.area.code == "E09000003" && barnet.area.name == "Barnet")
    let visit = try #require(barnet.visits.first)
    #expect(visit.frameworks == ["ilacs", "ilacs-short"])
    #expect(visit.from?.value.description == "2024-06-10")
    #expect(visit.published?.column == 5)
    #expect(
      visit.grades.map(\.aspect) == [.overall, .leaders, .helpAndProtection, .inCare, .careLeavers])
    #expect(table.rows[2].visits.isEmpty && table.rows[2].refusal == nil)
  }

  @Test func `before 2023 one grade is for children in care and care leavers`() throws {
    let grades = try read(Self.outcomes).rows[1].visits[0].grades
    #expect(grades.map(\.aspect).last == .inCareAndCareLeavers)
    #expect(grades.last?.grade == .requiresImprovement)
  }

  @Test func `a wide row holds an inspection for each block`() throws {
    let table = try read(Published.wide)
    #expect(table.kind == .underlying)
    // The second table of the sheet has headings of its own.
    #expect(table.rows.map(\.area.name) == ["Barnet", "Poole"])
    let barnet = table.rows[0].visits
    #expect(barnet.map(\.frameworks[0]) == ["slac", "sif", "sif", "ilacs-short"])
    #expect(barnet.map { $0.published?.value.year } == [2012, 2017, 2018, 2019])
    #expect(barnet[0].grades.map(\.aspect) == [.helpAndProtection, .inCare])
    #expect(barnet[1].grades.map(\.aspect) == [.overall, .inCare, .adoption, .lscb])
    #expect(barnet[3].grades.map(\.aspect) == [.overall, .inCareAndCareLeavers])
    #expect(table.rows[1].visits.map(\.frameworks) == [["sif"]])
  }

  @Test(arguments: Published.all)
  func `its kind is told by its headings`(kind: TableKind, text: String) throws {
    let table = try read(text)
    #expect(table.kind == kind)
    #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.refusal == nil })
  }

  @Test(arguments: [
    "gss_code,la_code,name,start_date\nE09000003,302,Barnet,1996-04-01\n",
    "official-name,gss-code,start-date,end-date\nBarnet,E09000003,1996-04-01,2019-03-31\n",
    "LTLA23CD,LTLA23NM,UTLA23CD,UTLA23NM,ObjectId\nE07000223,Adur,E09000003,Barnet,1\n",
  ])
  func `a lookup of areas has names and codes, and no inspections`(text: String) throws {
    let table = try read(text)
    #expect(table.kind == .areas)
    #expect(table.rows.map(\.area.name) == ["Barnet"])
    #expect(table.rows[0].area.code == "E09000003")
    #expect(table.rows[0].visits.isEmpty)
  }

  @Test func `one of no known kind is refused, and may be mapped`() throws {
    let text = "Council;Report out;Verdict\nBarnet;03/02/2024;Good\n"
    #expect(problem(text) == .noHeading)
    let mapping = TableMapping(
      source: "own", framework: "ilacs",
      columns: [
        .init("Council", .area), .init("Report out", .published),
        .init("Verdict", .grade(.overall)),
      ])
    let table = try TableFile.read(Array(text.utf8), named: "t.csv", by: mapping)
    #expect(table.rows[0].visits[0].published?.value.description == "2024-02-03")
    #expect(table.source == "own")
  }

  @Test func `single children have no place in it`() {
    #expect(
      problem("UPN,Local authority name,Date of birth\n1,Barnet,2010-01-01\n")
        == .childLevel(["UPN", "Date of birth"]))
    let beside = Published.outcomes + ",NHS number\n,E09000003,Barnet\n"
    #expect(problem(beside) == .childLevel(["NHS number"]))
  }

  @Test func `the second of two columns of one name is not read`() throws {
    let text =
      Published.outcomes + ",Overall effectiveness\n"
      + "x,E09000003,Barnet,London,2024-06-10,2024-07-23,Good,Good,Good,Good,Good,Inadequate\n"
    let table = try read(text)
    #expect(table.rows[0].visits[0].grades.count == 5)
    #expect(table.rows[0].visits[0].grades[0].grade == .good)
    #expect(table.remarks.map(\.column) == [11])
  }

  @Test func `ragged rows are read as far as they go`() throws {
    let table = try read(
      Published.outcomes + "\nx,E09000003,Barnet,London,2024-06-10,2024-07-23,Good\n"
        + "x,E09000004,Bexley\n")
    #expect(table.rows[0].visits[0].grades.count == 1)
    #expect(table.rows[1].visits.isEmpty)
  }
}
