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
  #expect(stage.shows("Ashby had 2 inspections from 2014 to 2017, 1 of them joint."))
  #expect(stage.shows("Ashby 2017, no grade, 2017-05-08 to 2017-05-12"))
  try stage.press("j")
  #expect(stage.shows("SIF: Ashby SIF 2014, requires improvement, 2014-09-01"))
  try stage.press("<Enter>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby ▸ Ashby SIF 2014"))
  #expect(stage.shows("Grade       requires improvement"))
  try stage.press("<Enter>")
  #expect(stage.status.hasPrefix(" no passages yet: R reads the report"))
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

/// The same with a judgement on each of three aspects.
private let judged =
  mixed + """

    %rec: Judgement

    Id: sif-ashby-2014/care-leavers
    Inspection: sif-ashby-2014
    Aspect: care-leavers
    Grade: inadequate
    Words: Inadequate
    Page: 3

    Id: sif-ashby-2014/leaders
    Inspection: sif-ashby-2014
    Aspect: leaders
    Grade: good

    Id: sif-ashby-2014/lscb
    Inspection: sif-ashby-2014
    Aspect: lscb
    Reason: not-judged

    """

@Test func `an inspection shows its grades by aspect, and why there is none`() throws {
  for size in [(80, 24), (120, 36)] {
    var stage = try Stage(judged, size: size)
    try stage.press("<Enter> j <Enter>")
    #expect(stage.shows("Grade       requires improvement"))
    #expect(stage.shows("Judged      leaders good"))
    #expect(stage.shows("not judged"))
  }
  var area = try Stage(judged, size: (160, 40))
  #expect(area.shows("leaders good"))
  try area.press("<Enter>")
  #expect(area.shows("care leavers"))
  try area.press("j j j l l l")
  #expect(area.shows("Ashby SIF 2014, care leavers: inadequate  n = 1 judgement"))
}

@Test func `every judgement is in a list that one can filter, group and open`() throws {
  var stage = try Stage(judged, size: (160, 40))
  try stage.press("g j")
  #expect(stage.title.hasPrefix(" jointview ▸ Judgements"))
  #expect(stage.status.hasSuffix("1/3"))
  #expect(stage.cursor.first?.contains("Ashby SIF 2014") == true)
  #expect(stage.shows("“Inadequate”"))
  try stage.press("/")
  stage.type("aspect:lscb")
  try stage.press("<Enter>")
  #expect(stage.status.hasSuffix("1/1"))
  #expect(stage.shows("not judged"))
  try stage.press("# #")
  #expect(stage.shows("lscb"))
  try stage.press("<Esc> <Enter>")
  #expect(stage.title.contains("Ashby SIF 2014"))
}

@Test func `a grade is corrected where the inspection or the judgement is, and off its scale not`()
  throws
{
  var stage = try Stage(judged, size: (120, 36))
  func grade(_ stage: Stage) -> String? {
    let row = stage.state.register.row(.judgement, key: "sif-ashby-2014/care-leavers")
    return row.flatMap { stage.state.register[$0].text(.grade) }
  }
  try stage.press("<Enter> j <Enter> e")
  #expect(stage.shows("overall leaders"))
  stage.type("care")
  try stage.press("<Tab>")
  stage.type("ou")
  try stage.press("<Tab> <Enter>")
  #expect(grade(stage) == "outstanding")
  try stage.press("u g j e")
  #expect(grade(stage) == "inadequate")
  stage.type("adequate")
  try stage.press("<Enter>")
  #expect(stage.status.contains("adequate is not on the scale of care-leavers"))
  #expect(grade(stage) == "inadequate")
}

@Test func `inspections are narrowed to a grade on an aspect`() throws {
  var stage = try Stage(judged, size: (120, 36))
  try stage.press("g i <Esc> /")
  stage.type("grade:inadequate aspect:care-leavers")
  try stage.press("<Enter>")
  #expect(stage.status.hasSuffix("1/1"))
  try stage.press("/")
  stage.type("grade:inadequate aspect:leaders")
  try stage.press("<Enter>")
  #expect(stage.status.hasSuffix("none"))
}

extension Stage {
  /// The same after some keys.
  fileprivate func after(_ keys: String) throws -> Stage {
    var stage = self
    try stage.press(keys)
    return stage
  }
}
