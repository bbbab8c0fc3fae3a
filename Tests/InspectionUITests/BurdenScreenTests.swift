import InspectionModel
import InspectionUI
import TerminalCore
import Testing

/// Burden, scenarios and the pause point on the screen, over the small register with a few records
/// more.
struct BurdenScreenTests {
  private static let text =
    Fixture.text + """

      %rec: Framework

      Id: visit
      Name: Visit to the council
      OnSite: 2

      %rec: Inspection

      Id: visit-ashby-2017
      Area: ashby
      Framework: visit
      From: 2017-06-12
      Inspectorate: Ofsted
      Certainty: stated-elsewhere
      Source: https://example.org/visit

      %rec: PausePoint

      Id: first-two
      Name: The first two
      Framework: jtai
      First: 2
      Question: Was it worth it?

      """

  private func stage(_ keys: String, size: (Int, Int) = (120, 40)) throws -> Stage {
    var stage = try Stage(Self.text, size: size)
    try stage.press(keys)
    return stage
  }

  // MARK: - Burden

  @Test func `burden is told with joint inspections and without`() throws {
    let stage = try stage("g b", size: (200, 60))
    #expect(stage.title.contains("▸ Burden"))
    #expect(stage.shows("2 of 3 inspections are joint"))
    #expect(stage.shows("gap of under 90 days that there would not be without them"))
    #expect(stage.shows("With the joint inspections and without"))
  }

  @Test func `from the list of joint inspections too, burden is told beside the others`() throws {
    #expect(try stage("g i g b").shows("2 of 3 inspections are joint"))
  }

  @Test func `from an area's inspections one comes to its calendar, with what came too close`()
    throws
  {
    let stage = try stage("<Enter> g b")
    #expect(stage.title.contains("▸ Burden of Ashby"))
    #expect(stage.shows("the closest gap is 31 days, before Ashby Visit to the council 2017"))
    #expect(stage.shows("under 90 days"))
    #expect(stage.shows("×"))
    #expect(stage.shows("█ on site"))
  }

  @Test func `the calendar of an area opens from the days on site of the area`() throws {
    var stage = try stage("g b")
    for _ in 0..<40 where !stage.shows("Ashby, days on site") { try stage.press("j") }
    #expect(stage.shows("Ashby, days on site: 7"))
    try stage.press("<Enter>")
    #expect(stage.title.contains("▸ Burden of Ashby"))
    try stage.press("<Esc>")
    #expect(stage.shows("Ashby, days on site: 7"))
  }

  // MARK: - Estimates

  @Test func `no figure of staff-days is known until somebody enters a range with its source`()
    throws
  {
    var stage = try stage("g b")
    let nobody = "Nobody has entered an estimate yet"
    for _ in 0..<40 where !stage.shows(nobody) { try stage.press("<C-d>") }
    #expect(stage.shows(nobody))
    try stage.press("E <C-u>")
    stage.type("jtai he")
    #expect(stage.shows("a kind of agency, by its key"))
    try stage.press("<Tab>")
    stage.type("on-site 5 4 ")
    #expect(stage.shows("low, mid and high must ascend: 4 follows a larger number"))
    try stage.press("<Enter>")
    #expect(stage.state.register.count(.estimate) == 0)
    try stage.press("<BS> <BS>")
    stage.type("6 8.5 assumption ")
    try stage.press("<Enter>")
    #expect(stage.shows("where it comes from, in any words is missing"))
    stage.type("a talk")
    try stage.press("<Enter>")
    let estimate = try #require(stage.state.register.all(Estimate.self).first)
    #expect(estimate.days == StaffDays(low: 5, mid: 6, high: 8.5))
    #expect(estimate.record.text(.by) == "mh" && estimate.sources == ["a talk"])
    try stage.press("u")
    #expect(stage.state.register.count(.estimate) == 0)
  }

  @Test func `estimates are listed behind their total, changed and removed there`() throws {
    var stage = try stage("g b E <C-u>")
    stage.type("jtai police notice 1 2 3 survey a form")
    try stage.press("<Enter>")
    for _ in 0..<40 where !stage.shows("all agencies, staff-days") { try stage.press("j") }
    try stage.press("<Enter>")
    #expect(stage.shows("each Joint targeted"))
    #expect(stage.shows("1 to 3, mid 2") && stage.shows("a form"))
    try stage.press("e <C-u>")
    stage.type("jtai police notice 1 2 4 measured time sheets")
    try stage.press("<Enter>")
    #expect(stage.shows("1 to 4, mid 2") && stage.shows("time sheets"))
    try stage.press("<Del>")
    #expect(stage.state.register.count(.estimate) == 0)
    try stage.press("u u")
    let estimate = try #require(stage.state.register.all(Estimate.self).first)
    #expect(estimate.grade == .survey && estimate.sources == ["a form"])
  }

  // MARK: - Scenarios

  @Test func `a scenario is made in a form, changed, and undone`() throws {
    var stage = try stage("g b g s")
    #expect(stage.shows("There is no scenario yet"))
    try stage.press("+ <Up> <Up> <Up> <Up> <Up> <Up> <Up> <C-u>")
    stage.type("One for all")
    try stage.press("<Down> <C-u>")
    stage.type("2016")
    try stage.press("<Down> <C-u>")
    stage.type("2017-12-31")
    try stage.press("<Down> <Down> <Down> <Down> <Down> <Space>")
    #expect(stage.shows("[x] Joint targeted area inspection, 2 in the register"))
    try stage.press("<Enter>")
    #expect(stage.shows("One for all"))
    let scenario = try #require(stage.state.register.all(Scenario.self).first)
    #expect(scenario.removes.map(\.key) == ["jtai"])
    #expect(scenario.record.text(.by) == "mh")
    try stage.press("<Enter>")
    #expect(stage.title.contains("▸ What if ▸ One for all"))
    #expect(stage.shows("What if JOINT-X took the place of Joint targeted area inspection?"))
    try stage.press("e <Down> <Down> <Down> <Down> <C-u>")
    stage.type("none")
    try stage.press("<Enter>")
    #expect(stage.shows("must be a whole number above 0, not none"))
    try stage.press("<C-u>")
    stage.type("12")
    try stage.press("<Enter>")
    #expect(stage.state.register.all(Scenario.self).first?.every == 12)
    try stage.press("u u")
    #expect(stage.state.register.count(.scenario) == 0)
  }

  @Test func `one inspection takes the place of two frameworks in twelve keys`() throws {
    let stage = try stage("g b g s + <Space> <Down> <Space> <Enter> <Enter>")
    #expect(stage.shows("What if JOINT-X took the place of"))
    #expect(stage.state.register.all(Scenario.self).first?.removes.count == 2)
  }

  @Test func `what one inspection of a scenario takes is asked for without naming the scenario`()
    throws
  {
    var stage = try stage("g s + <Enter> <Enter> E")
    stage.type("police notice 1 2 3 survey a form")
    try stage.press("<Enter>")
    let estimate = try #require(stage.state.register.all(Estimate.self).first)
    #expect(estimate.subject?.type == .scenario)
  }

  // MARK: - The pause point

  @Test func `the pause point is shown as of another day`() throws {
    var stage = try stage("g p")
    #expect(stage.title.contains("▸ The first two"))
    #expect(stage.shows("On 2026-11-23, 2 of 2 were inspected, 1 published"))
    try stage.press("@")
    stage.type("2016-12-31")
    try stage.press("<Enter>")
    #expect(stage.shows("On 2016-12-31, 1 of 2 were inspected, 0 published"))
    for text in ["soon", "2016", "2016-12"] {
      try stage.press("@ <C-u>")
      stage.type(text)
      try stage.press("<Enter>")
      #expect(stage.shows("\(text) is not a date: write 2016-06-24"))
    }
    #expect(stage.shows("On 2016-12-31, 1 of 2 were inspected, 0 published"))
    try stage.press("g a <C-o>")
    #expect(stage.shows("On 2016-12-31, 1 of 2 were inspected, 0 published"))
  }

  @Test func `a decision needs a reason, freezes its inspections, and can be undone`() throws {
    var stage = try stage("g p D")
    stage.type("ch")
    try stage.press("<Tab> <Enter>")
    #expect(stage.shows("a decision needs a reason"))
    stage.type("one framework for all")
    try stage.press("<Enter>")
    let point = try #require(stage.state.register.all(PausePoint.self).first)
    #expect(point.outcome == .change && point.reason == "one framework for all")
    #expect(point.members.map(\.key) == ["jtai-birchwood-2016", "jtai-ashby-2017"])
    #expect(point.decided?.description == "2026-11-23" && point.by == "mh")
    #expect(stage.shows("Decided on 2026-11-23 by mh: change, because one framework for all"))
    try stage.press("u")
    #expect(stage.state.register.all(PausePoint.self).first?.members.isEmpty ?? false)
  }

  @Test func `where nothing may be changed nothing is decided or estimated`() throws {
    var stage = try Stage(Self.text, size: (120, 40), readOnly: "another jointview has it")
    try stage.press("g p D")
    #expect(stage.shows("read only: another jointview has it"))
    try stage.press("<Esc> g b E")
    #expect(stage.shows("read only: another jointview has it"))
  }
}
