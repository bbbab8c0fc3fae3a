import Testing

/// Reports on burden, scenarios and the pause point, on the register that the program ships.
struct BurdenReportTests {
  private let home = Home()
  private let path: String

  init() {
    path = "\(home.path)/a.rec"
    _ = home.run("init", path)
  }

  @Test func `the same numbers stand in every format`() {
    let text = home.run("report", "burden", "-r", path).output.replacing("\n", with: " ")
    let days = text.firstMatch(of: /\d+ of \d+ working days/).map { String($0.output) }
    for format in ["text", "md", "html", "csv", "json"] {
      let burden = home.run("report", "burden", "-r", path, "--format", format)
      #expect(burden.status == 0)
      #expect(burden.output.contains(days ?? "working days that the text tells"), "\(format)")
      let pause = home.run("report", "pause", "--on", "2016-06-24", "-r", path, "--format", format)
      #expect(pause.output.contains("5 of 6 were inspected, 3 published"), "\(format)")
    }
  }

  @Test func `burden is narrowed by a filter, and to an area`() {
    let joint = home.run("report", "burden", "framework:jtai", "from:2016", "-r", path)
    #expect(joint.output.contains("All of these 9 inspections are joint"))
    let area = home.run("report", "burden", "--key", "croydon", "-r", path)
    #expect(area.output.contains("# Burden of Croydon"))
    #expect(area.output.contains("4 inspections of Croydon, 1 of them joint"))
    let none = home.run("report", "burden", "from:1999", "-r", path)
    #expect(none.output.contains("There are no inspections to count."))
    #expect(home.run("report", "pause", "--on", "soon", "-r", path).status == 2)
  }

  @Test func `a pause point is named by its key, and what cannot be narrowed says so`() {
    let twin = home.run("report", "pause", "first-six-on-sexual-exploitation", "-r", path)
    #expect(twin.output.contains("It cannot be reached: Six were announced and five took place"))
    let none = home.run("report", "pause", "nowhere", "-r", path)
    #expect(none.output.contains("There is no pause point nowhere."))
    #expect(home.run("report", "method", "area:croydon", "-r", path).status == 2)
  }

  @Test func `scenarios and estimates are added from the shell, and reported`() {
    let scenario = home.run(
      "add", "scenario", "Id=S-ONE", "Name=One for all", "Removes=ilacs", "Adds=JOINT-X",
      "Every=36", "OnSite=10", "Criterion=I1", "From=2022-01-01", "To=2024-12-31", "-r", path)
    #expect(scenario.status == 0)
    let estimate = home.run(
      "add", "estimate", "Agency=police", "Scenario=S-ONE", "Phase=notice", "Low=1", "Mid=2.5",
      "High=4", "Grade=assumption", "Source=a guess", "-r", path)
    #expect(estimate.status == 0)
    let wrong = home.run(
      "add", "estimate", "Agency=police", "Scenario=S-ONE", "Phase=notice", "Low=few", "Mid=2",
      "High=4", "Grade=assumption", "Source=a guess", "-r", path)
    #expect(wrong.status != 0)
    let falling = home.run(
      "add", "estimate", "Agency=police", "Scenario=S-ONE", "Phase=notice", "Low=3", "Mid=2",
      "High=4", "Grade=assumption", "Source=a guess", "-r", path)
    #expect(falling.status == 1)
    #expect(falling.errors.contains("Low, Mid and High must ascend: 3, 2, 4"))
    let report = home.run("report", "scenario", "--key", "S-ONE", "-r", path)
    #expect(report.output.contains("What if JOINT-X took the place of ILACS?"))
    #expect(report.output.contains("Kept:"))
    #expect(report.output.contains("Coverage kept"))
    #expect(home.run("check", path).status == 0)
    let holiday = home.run("add", "holiday", "Id=2028-01-03", "Name=New Year", "-r", path)
    #expect(holiday.status == 0)
  }
}
