import InspectionUI
import Testing

/// Of Ashby's letter: health has a shortfall in i1, and the police two contributions in s1, which
/// names the police and social care.
private let coded =
  Fixture.text + """

    %rec: Contribution

    Id: C-00000002
    Passage: jtai-ashby-2017/s1
    Agency: police
    Criterion: I4
    Direction: +
    By: mh
    On: 2026-11-20

    Id: C-00000003
    Passage: jtai-ashby-2017/s1
    Agency: police
    Criterion: I0
    Direction: -
    By: mh
    On: 2026-11-20

    """

private func inspection(_ filter: String, size: (Int, Int) = (120, 30)) throws -> Stage {
  var stage = try Stage(coded, size: size)
  try stage.press("<Enter> <Enter>")
  if !filter.isEmpty {
    try stage.press("/")
    stage.type(filter)
    try stage.press("<Enter>")
  }
  return stage
}

@Test(arguments: [
  ("agency:police", "1/1"), ("agency:health", "1/1"), ("agency:social", "none"),
  ("agency:police,health", "1/2"), ("agency:police direction:-", "1/1"),
  ("agency:health direction:+", "none"), ("agency:police criterion:I0 direction:+", "none"),
  ("!agency:police", "1/1"), ("agency:police section:strength", "1/1"),
])
func `in an inspection a filter on agencies asks what is coded`(
  filter: String, position: String
) throws {
  #expect(try inspection(filter).status.hasSuffix(position))
}

@Test func `of a filter on agencies it is told how many contributions it finds`() throws {
  #expect(try inspection("agency:police").status.hasSuffix("2 contributions  1/1"))
  #expect(try inspection("agency:police direction:-").status.hasSuffix("1 contribution  1/1"))
  #expect(try !inspection("section:strength").status.contains("contribution"))
}

@Test func `a row of the agencies opens the contributions that it counts`() throws {
  for size in [(120, 30), (80, 24)] {
    var stage = try inspection("", size: size)
    try stage.press("<Tab>")
    #expect(stage.cursor.last == "Health")
    try stage.press("j <Enter>")
    #expect(stage.title.contains("▸ Police") && stage.status.hasSuffix("1/2"))
    try stage.press("<Esc>")
    #expect(stage.cursor.last == "Police")
    try stage.press("<Tab>")
    #expect(stage.status.hasSuffix("1/3"))
  }
}

@Test func `a name that is not known is pointed at inside an inspection too`() throws {
  var stage = try inspection("")
  try stage.press("/")
  stage.type("agency:plice")
  #expect(stage.shows("no agency is called “plice”; did you mean police?"))
}
