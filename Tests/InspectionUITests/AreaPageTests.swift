import InspectionModel
import Testing

@testable import InspectionUI

/// The page of an area.
private let more = """

  %rec: Framework

  Id: ilacs
  Name: Council
  Alias: ILACS
  By: Ofsted
  Every: 36

  %rec: Inspection

  Id: ilacs-ashby-2021
  Area: ashby
  Framework: ilacs
  From: 2021-03-01
  To: 2021-03-12
  Grade: good
  Certainty: stated-elsewhere
  Source: https://example.org/ilacs

  """

@Test func `Enter on an area opens its page, and again its latest inspection`() throws {
  for size in [(80, 24), (120, 36), (200, 60)] {
    var stage = try Stage(Fixture.text + more, size: size)
    try stage.press("<Enter>")
    #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby  "))
    #expect(stage.shows("Ashby had 2 inspections from 2017 to 2021, 1 of them joint."))
    #expect(stage.shows("ILACS: Ashby ILACS 2021, good, 2021-03-01 to 2021-03-12"))
    #expect(stage.cursor == ["G"])
    try stage.press("<Enter>")
    #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby ▸ Ashby ILACS 2021 "))
    try stage.press("<Esc>")
    #expect(stage.cursor == ["G"])
    try stage.press("j <Enter>")
    #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby ▸ Ashby 2017 "))
  }
}

@Test func `from its number of inspections one comes to the list of them`() throws {
  var stage = try Stage(Fixture.text + more, size: (120, 60))
  try stage.press("<Enter> 4 0 j")
  #expect(stage.shows("Evidence: 2 inspections, 1 contribution"))
  try stage.press("<Enter>")
  #expect(stage.title.contains("▸ Ashby ▸ Inspections of Ashby "))
  #expect(stage.status.hasSuffix("/2"))
}

@Test func `what is asked from the page of an area is asked of it, and one comes back`() throws {
  var stage = try Stage(Fixture.text + more)
  try stage.press("<Enter> g m")
  #expect(stage.title.contains("▸ Ashby ▸ Picture of area:ashby"))
  try stage.press("<Esc>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby  "))
  try stage.press("g b")
  #expect(stage.title.contains("▸ Ashby ▸ Burden of Ashby"))
  try stage.press("<Esc> g i")
  #expect(stage.title.hasPrefix(" jointview ▸ Inspections  "))
}

@Test func `r tells what was said of agencies as read, and again as coded`() throws {
  var stage = try Stage(Fixture.text + more, size: (120, 60))
  try stage.press("<Enter>")
  #expect(stage.shows("What was said of each agency, as coded"))
  try stage.press("r")
  #expect(stage.shows("What was said of each agency, as read"))
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby  "))
  try stage.press("r")
  #expect(stage.shows("What was said of each agency, as coded"))
}

@Test func `an area without inspections has a page that says so`() throws {
  var stage = try Stage(
    Fixture.text + "\n%rec: Area\n\nId: aaby\nName: Aaby\n", size: (80, 24))
  try stage.press("<Enter>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Aaby  "))
  #expect(stage.shows("The register has no inspection of Aaby."))
  try stage.press("h")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas  "))
}
