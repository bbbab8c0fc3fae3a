import Testing

/// The fixture with an inspection of Ashby under a framework that gives grades.
private let mixed = Fixture.text
  .replacing(
    "%rec: Theme", with: "Id: sif\nName: Single inspection framework\nAlias: SIF\n\n%rec: Theme"
  )
  .replacing(
    "%rec: Passage",
    with: """
      Id: sif-ashby-2014
      Area: ashby
      Framework: sif
      From: 2014-09-01
      Published: 2014-11-03
      Inspectorate: Ofsted
      Grade: requires-improvement
      Certainty: stated-elsewhere
      Source: https://example.org/sif

      %rec: Passage
      """)

@Test func `inspections are first the joint ones, by a filter that one can see and take off`()
  throws
{
  var stage = try Stage(mixed, size: (120, 24))
  try stage.press("g i")
  #expect(stage.status.hasPrefix(" filter: framework:jtai"))
  #expect(stage.status.hasSuffix("1/2"))
  #expect(!stage.shows("SIF"))
  try stage.press("/")
  stage.type("ashby")
  try stage.press("<Enter>")
  #expect(stage.status.hasSuffix("1/1"))
  try stage.press("<Esc>")
  #expect(stage.status.hasSuffix("/3"))
  #expect(stage.shows("2014-09-01  SIF · requires improvement"))
}

@Test func `an area shows its inspections under all frameworks, each under its own name`() throws {
  var stage = try Stage(mixed)
  try stage.press("<Enter>")
  #expect(stage.shows("2014-09-01  SIF · requires improve"))
  #expect(stage.shows("2017-05-08  Neglect of older chil"))
  try stage.press("<Enter>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby ▸ Ashby SIF 2014"))
  #expect(stage.shows("Grade       requires improvement"))
  try stage.press("<Enter>")
  #expect(stage.status.hasPrefix(" this inspection has no letter to read"))
}

@Test func `a list that was left without the filter comes back without it`() throws {
  var stage = try Stage(mixed)
  try stage.press("g i <Esc>")
  var again = try Stage(mixed)
  again.send(.remembered(stage.state.places))
  #expect(again.status.hasSuffix("/3"))
}

@Test func `an inspection shows when its statement is due and who has to join it`() throws {
  let text = Fixture.text.replacing(
    "Published: 2017-06-30",
    with:
      "Published: 2017-06-30\nStatementDue: 2017-10-09\nStatementAgency: police\nStatementAgency: "
      + "health"
  )
  var stage = try Stage(text)
  try stage.press("<Enter> <Enter>")
  #expect(stage.shows("Statement   due 2017-10-09 from Police, Health"))
}
