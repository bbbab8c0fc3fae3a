import InspectionModel
import InspectionOperations
import TableReader
import Testing

/// What is wrong in cells, told by row and column.
@Suite struct `A faulty cell` {
  /// A table of outcomes with these days: start and publication, and an overall grade.
  private func read(_ rows: [(String, String, String)]) throws -> TableObservation {
    let lines = rows.map { "x,E09000003,Barnet,London,\"\($0.0)\",\"\($0.1)\",\"\($0.2)\",,,,\n" }
    let text = Published.outcomes + "\n" + lines.joined()
    return try TableFile.read(Array(text.utf8), named: "t.csv")
  }

  private func refusal(_ from: String, _ published: String = "2024-07-23") throws -> String? {
    let table = try read([(from, published, "Good")])
    return table.rows[0].refusal.map {
      "\(table.place(row: $0.row, column: $0.column)): \($0.sentence)"
    }
  }

  @Test func `a day that the calendar lacks refuses the row`() throws {
    #expect(
      try refusal("29/02/2023")
        == "row 2, column E “Inspection date”: “29/02/2023” is not a day of the calendar")
    #expect(try refusal("29/02/2024") == nil)
  }

  @Test(arguments: [
    ("10/06/24", "“10/06/24” has two digits for the year"),
    ("45453", "“45453” is a number; give the column a date format in the spreadsheet"),
    (
      "Inspected with its neighbour in June",
      "“Inspected with its neighbour in June” is a sentence, not a day"
    ),
    ("soon", "“soon” is not a day"),
    ("2024-08-01", "it starts on 2024-08-01, after it was published on 2024-07-23"),
  ])
  func `what is no day refuses the row`(text: String, sentence: String) throws {
    #expect(try refusal(text)?.hasSuffix(": " + sentence) == true)
  }

  @Test(arguments: [
    "2024-06-10", "10/06/2024", "10.6.2024", "10 June 2024", "10-Jun-2024", "2024-06-10 00:00:00",
    "2024-06-10T00:00:00",
  ])
  func `a day may be written in several ways`(text: String) throws {
    let table = try read([(text, "2024-07-23", "Good"), ("13/06/2024", "2024-07-23", "Good")])
    #expect(table.rows[0].visits[0].from?.value == Day(iso: "2024-06-10"))
  }

  @Test func `a filler is no day, and the row stays`() throws {
    let table = try read([("1900-01-01", "2024-07-23", "Good")])
    #expect(table.rows[0].visits[0].from == nil)
    #expect(table.rows[0].visits[0].published != nil)
    #expect(table.remarks[0].sentence == "1900-01-01 stands for no day; it is ignored")
    #expect(table.remarks[0].row == 2 && table.remarks[0].column == 4)
  }

  @Test func `a grade without a day refuses the row`() throws {
    let table = try read([("", "", "Good")])
    #expect(table.rows[0].refusal?.sentence == "a grade without a day")
  }

  @Test func `a column that changes its way of writing days is told`() throws {
    let table = try read([
      ("13/05/2024", "2024-07-23", "Good"), ("03/04/2024", "2024-07-23", "Good"),
      ("05/25/2024", "2024-07-23", "Good"), ("04/04/2024", "2024-07-23", "Good"),
    ])
    let days = table.rows.map { $0.visits.first?.from?.value.description }
    #expect(days == ["2024-05-13", nil, "2024-05-25", "2024-04-04"])
    #expect(
      table.rows[1].refusal?.sentence
        == "“03/04/2024” can be two different days, and both ways of writing it stand in this "
        + "column"
    )
    #expect(
      table.remarks[0].sentence
        == "the day stands first (last in row 2) and the month stands first (from row 4); "
        + "days that can be read both ways are refused")
  }

  @Test func `a column with the month before the day is read so, and told`() throws {
    let days = ["05/13/2024", "05/14/2024", "05/25/2024", "06/07/2024"]
    let table = try read(days.map { ($0, "2024-07-23", "Good") })
    #expect(table.rows[3].visits[0].from?.value == Day(iso: "2024-06-07"))
    #expect(table.remarks[0].sentence == "the month stands before the day")
  }

  @Test func `a column that goes over to another way of writing days is told`() throws {
    let table = try read([
      ("13/05/2024", "2024-07-23", "Good"), ("14/05/2024", "2024-07-23", "Good"),
      ("2024-05-20", "2024-07-23", "Good"), ("2024-05-21", "2024-07-23", "Good"),
    ])
    #expect(
      table.remarks.map { "\(table.place(row: $0.row, column: $0.column)): \($0.sentence)" } == [
        "row 4, column E “Inspection date”: from here on days have the year first; "
          + "above, they have it last"
      ])
  }

  @Test func `areas that nobody inspected yet are counted`() throws {
    let table = try read([
      ("Not yet inspected", "", ""), ("2024-06-10", "2024-07-23", "Good"),
    ])
    #expect(table.rows[0].visits.isEmpty)
    #expect(
      table.remarks.map(\.sentence) == ["1 cell says “not yet inspected”; no inspection is made"])
  }

  @Test(arguments: [
    "Childs surname", "Mosaic ID", "UPN (if known)", "D.O.B.", "Name of child",
  ])
  func `a column on single children refuses the file, wherever it stands`(heading: String) {
    let titles = String(repeating: "a title\n", count: 12)
    let text = titles + Published.outcomes + ",\(heading)\n"
    #expect(throws: TableProblem.childLevel([heading])) {
      try TableFile.read(Array(text.utf8), named: "t.csv")
    }
  }

  @Test func `one slip does not make a habit`() throws {
    let many = (13...28).map { ("\($0)/05/2024", "2024-07-23", "Good") }
    let table = try read(many + many + many + many + [("05/25/2024", "2024-07-23", "Good")])
    #expect(table.rows.count { $0.refusal != nil } == 1)
  }

  @Test func `starts that only repeat the publication are not taken over`() throws {
    let same = ("2024-07-23", "2024-07-23", "Good")
    let table = try read([same, same, same, ("2024-06-10", "2024-07-23", "Good")])
    #expect(table.rows.map { $0.visits[0].from != nil } == [false, false, false, true])
    #expect(
      table.remarks.map(\.sentence) == [
        "the start is the day of publication in 3 of 4 rows; such starts are ignored"
      ])
  }

  @Test func `a footnote in a grade is kept as words with a reason`() throws {
    let table = try read([("2024-06-10", "2024-07-23", "Good [note 2]")])
    let graded = try #require(table.rows[0].visits[0].grades.first)
    #expect(graded.grade == nil && graded.reason == .unreadable)
    #expect(graded.words == "Good [note 2]")
    #expect(
      table.remarks[0].sentence
        == "“Good [note 2]” has more in it than a grade; it is kept as words")
  }

  @Test func `words that are no grade are counted`() throws {
    let row = ("2024-06-10", "2024-07-23", "Rating")
    let table = try read([row, row, ("2024-06-10", "2024-07-23", "Requires i mprovement")])
    #expect(table.unmapped == [.init("Rating", column: 6, count: 2, firstRow: 2)])
    #expect(table.rows[2].visits[0].grades[0].grade == .requiresImprovement)
  }

  @Test func `a row with another number of cells than the headings is told`() throws {
    let text =
      Published.outcomes + "\nx,E09000003,Barnet\n"
      + "x,E09000003,Barnet,London,2024-06-10,2024-07-23,Good,Good,Good,Good,Good,more\n"
    let table = try TableFile.read(Array(text.utf8), named: "t.csv")
    #expect(
      table.remarks.map { "\($0.row ?? 0): \($0.sentence)" } == [
        "2: it has 3 cells, the headings 11", "3: it has 12 cells, the headings 11",
      ])
  }

  @Test func `an absent grade keeps its reason`() throws {
    let table = try TableFile.read(Array(Published.ilacsHistory.utf8), named: "t.csv")
    let first = table.rows[0].visits[0].grades.first { $0.aspect == .helpAndProtection }
    #expect(first?.reason == .unreadable && first?.words == nil)
    #expect(table.rows[1].visits[0].grades[0].reason == .notReported)
  }
}
