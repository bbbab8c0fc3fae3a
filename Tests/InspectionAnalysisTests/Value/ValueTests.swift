import InspectionAnalysis
import InspectionModel
import Testing

struct ValueTests {
  private func account(_ grades: Grades, _ filter: String = "") throws -> Account {
    try AccountRequest(.value, filter: filter).account(in: grades.register)
  }

  /// What stands in the cell of a grid, by the names of its grid, line and column.
  private func cell(_ account: Account, _ title: String, _ line: String, _ column: String)
    -> Figure?
  {
    for block in account.blocks {
      guard case .grid(let grid) = block, grid.title.hasPrefix(title),
        let place = grid.columns.firstIndex(where: { $0.name == column })
      else { continue }
      return grid.lines.first { $0.heading.name == line }?.figures[place]
    }
    return nil
  }

  private func text(_ account: Account, _ title: String, _ line: String, _ column: String)
    -> String?
  {
    cell(account, title, line, column)?.value.text
  }

  private let list = "Joint inspections with the grades"

  @Test func `each joint inspection stands between the grade of its time and the next`() throws {
    let account = try account(
      Grades(
        "sif ashby 2013-12-02 inadequate", "sif ashby 2015-03-02 requires-improvement",
        "jtai ashby 2017-05-08 priority", "ilacs ashby 2018-06-04 good",
        "youth-justice ashby 2018-01-08 outstanding"))
    let grades = ["before", "at the time", "next", "became", "next began"].map {
      text(account, list, "Ashby 2017", $0)
    }
    #expect(grades == ["inadequate", "requires improvement", "good", "better", "2018-06-04"])
    let after = "After a joint inspection"
    #expect(text(account, after, "requires improvement", "better") == "1 of 1")
    #expect(text(account, after, "requires improvement", "with a priority action") == "1")
    #expect(text(account, after, "requires improvement", "few") == "few")
  }

  @Test func `what was not published on the first day is not the grade of the time`() throws {
    // Published on 28 May, and under way meanwhile, so it is not the next one either.
    let account = try account(
      Grades(
        "sif ashby 2015-03-02 good", "ilacs ashby 2018-05-07 inadequate", "jtai ashby 2018-05-14",
        "ilacs ashby 2021-06-07 outstanding"))
    #expect(text(account, list, "Ashby 2018", "at the time") == "good")
    #expect(text(account, list, "Ashby 2018", "next") == "outstanding")
  }

  @Test func `an area is followed to what it came from and to what it became`() throws {
    let account = try account(
      Grades(
        "sif birch-county 2015-03-02 good", "jtai birch-county 2016-05-09",
        "ilacs birch 2021-06-07 good", "jtai birch 2020-05-11"))
    #expect(text(account, list, "Birch County 2016", "next") == "good")
    #expect(text(account, list, "Birch 2020", "at the time") == "good")
    #expect(text(account, list, "Birch 2020", "became") == "same")
  }

  @Test func `what cannot be told is counted apart, with the reason`() throws {
    let account = try account(
      Grades(
        "jtai ashby 2016-05-09", "ilacs ashby 2018-05-07 good", "sif cole 2015-03-02 good",
        "jtai cole 2024-05-13", "ilacs cole 2026-05-11", "sif dale 2015-03-02 good",
        "jtai dale 2017-05-08", "jtai birch listed"))
    #expect(
      account.answer
        == "Of 3 joint inspections, 2 had an overall grade at the time; none that had "
        + "room to improve has been graded since, to compare with areas without a joint "
        + "inspection.")
    #expect(
      account.gaps == [
        "Left out, since the first day is not known: 1 joint inspection (Birch 2025).",
        "1 joint inspection had no overall grade at the time that the register knows.",
        "After 1 joint inspection there is no next full inspection yet.",
        "After 1 joint inspection the next full inspection gave no overall grade; since April 2026 "
          + "none does.",
      ])
    #expect(text(account, "After a joint", "good", "better") == "n/k")
  }

  @Test func `areas without one are matched by grade, after the first joint inspection`() throws {
    let account = try account(
      Grades(
        "sif ashby 2015-03-02 good", "jtai ashby 2017-05-08", "ilacs ashby 2019-06-03 outstanding",
        // Before any joint inspection.
        "tlac cole 2013-09-02 adequate", "sif cole 2015-03-02 good", "ilacs cole 2019-06-03 good",
        "sif dale 2016-03-07 good", "ilacs dale 2020-06-08 inadequate"))
    let without = "Without a joint inspection"
    #expect(text(account, without, "good", "better") == "0 of 2")
    #expect(text(account, without, "good", "same") == "1")
    #expect(text(account, without, "good", "none yet") == "1")
    #expect(text(account, without, "inadequate", "none yet") == "1")
    #expect(text(account, without, "outstanding", "none yet") == "1")
    #expect(text(account, without, "requires improvement", "better") == nil)
    let better = "Better at the next"
    #expect(text(account, better, "good", "with") == "1 of 1")
    #expect(text(account, better, "good", "difference") == "+100 points (−3 to +100 points)")
    // The same over all grades, as there is one only.
    #expect(text(account, better, "matched by grade", "without") == "0 %")
    #expect(
      text(account, better, "matched by grade", "difference") == "+100 points (−3 to +100 points)")
  }

  @Test func `adequate counts as requires improvement, and no grade of another scale`() throws {
    let account = try account(
      Grades(
        "tlac ashby 2013-09-02 adequate", "jtai ashby 2016-05-09",
        "ilacs ashby 2018-06-04 requires-improvement"))
    #expect(text(account, list, "Ashby 2016", "became") == "same")
  }

  @Test func `without a joint inspection, or one whose days are known: a sentence`() throws {
    let none = try account(Grades("sif ashby 2015-03-02 good"))
    #expect(none.answer == "There is no joint inspection here." && none.blocks.isEmpty)
    let undated = try account(Grades("jtai ashby listed"))
    #expect(undated.answer == "The first day is not known of any joint inspection here.")
    let ungraded = try account(Grades("jtai ashby 2016-05-09"))
    #expect(
      ungraded.answer == "The register has no overall grade from before this joint inspection.")
  }

  @Test func `the starter: 27 required improvement, 27 good, 7 outstanding, 3 without`() throws {
    // The 64 whose days a letter states; with Dorset in 2018 and Reading in 2025 there are 66.
    let account = try AccountRequest(.value, filter: "certainty:stated-in-letter")
      .account(in: Registers.starter)
    let after = "After a joint inspection"
    let counts = ["outstanding", "good", "requires improvement"].map {
      text(account, after, $0, "joint inspections")
    }
    #expect(counts == ["7", "27", "27"])
    #expect(text(account, after, "all of these", "joint inspections") == "61")
    #expect(account.gaps.contains { $0.hasPrefix("3 joint inspections had no overall grade") })
  }

  @Test func `the starter: 8 of 10 with a priority action required improvement`() throws {
    let account = try AccountRequest(.value).account(in: Registers.starter)
    let after = "After a joint inspection"
    let priority = ["requires improvement", "all of these"].map {
      text(account, after, $0, "with a priority action")
    }
    #expect(priority == ["8", "10"])
    #expect(
      account.answer == "Of 66 joint inspections, 51 were in areas that had room to improve "
        + "and have been graded since: 21 improved (41 %, 29–55 %). At the rate of areas "
        + "with the same grades and no joint inspection it would be 22 (difference −2 points, 95 % "
        + "interval −16 to +13 points). That is a comparison, not a cause.")
    for block in account.blocks {
      guard case .grid(let grid) = block else { continue }
      for line in grid.lines {
        for figure in line.figures where figure.value.size ?? 0 > 0 {
          #expect(!figure.basis.isEmpty, "\(grid.title): \(line.heading.name)")
        }
      }
    }
  }
}
