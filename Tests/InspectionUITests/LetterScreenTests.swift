import InspectionModel
import Testing

@testable import InspectionUI

/// The letter of Ashby as it is laid out: strengths after improvements, an empty section, facts
/// with their places.
private let text =
  Fixture.text
  .replacing(
    "Published: 2017-06-30\n",
    with: """
      Published: 2017-06-30
      StatementBy: Ashby Council
      Addressee: Chief Constable, Ashby Police
      Addressee: Chair, Ashby Board
      Letter: ashby.pdf
      Heading: 1 p2 improvement # What needs to improve
      Heading: 2 p3 priority-action # Areas for priority action
      Heading: 2 p3 strength # Key strengths
      Heading: 3 p3 strength ## Leaders
      Heading: 4 p5 next-steps # Next steps
      Found: From p1 l9 from the letter's date
      Found: Published p1 l2 stated
      Problem: p1 l9 The year of the fieldwork is missing

      """
  )
  .replacing("Index: 1\nPage: 4", with: "Index: 1\nPosition: 1\nPage: 4")
  .replacing("Index: 1\nPage: 3", with: "Index: 1\nPosition: 2\nPage: 3")
  .replacing("Index: 2\nPage: 3", with: "Index: 2\nPosition: 3\nPage: 3")

private func letter(_ keys: String = "", size: (Int, Int) = (80, 40)) throws -> Stage {
  var stage = try Stage(text, size: size)
  try stage.press("<Enter> <Enter> t \(keys)")
  return stage
}

/// The lines of the screen that say something of the letter's order.
private func order(_ stage: Stage, _ words: [String]) -> [String] {
  stage.screen.split(separator: "\n").compactMap { line in words.first { line.contains($0) } }
}

@Test func `a letter is a page in its own order, with its facts and where they stand`() throws {
  let stage = try letter()
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby ▸ Ashby 2017 ▸ Letter of Ashby 2017"))
  #expect(stage.shows("Fieldwork      2017-05-08 to 2017-05-12  p1 l9 from the letter's date"))
  #expect(stage.shows("Published      2017-06-30  p1 l2 stated"))
  #expect(stage.shows("Statement by   Ashby Council"))
  #expect(stage.shows("Addressed to   Chief Constable, Ashby Police"))
  #expect(stage.marked(.warning) == ["! page 1, line 9: The year of the fieldwork is missing"])
  let words = [
    "WHAT NEEDS TO IMPROVE  page 2", "i1   Health visitors", "AREAS FOR PRIORITY ACTION  page 3",
    "KEY STRENGTHS  page 3", "s1   Police and social care", "Leaders  page 3",
    "s2   Leaders listen", "NEXT STEPS  page 5",
  ]
  #expect(order(stage, words) == words)
}

@Test func `the words of agencies are marked, and what is coded stands below`() throws {
  let stage = try letter()
  #expect(stage.marked(.match).contains("h-"))
  #expect(stage.shows("page 4 · Health  coded h-"))
  #expect(stage.cursor == ["i1"])
}

@Test func `Enter goes into a passage, and back to where one was in the letter`() throws {
  var stage = try letter("j <Enter>")
  #expect(stage.title.contains("▸ Letter of Ashby 2017 ▸ s1 "))
  try stage.press("J <Esc>")
  #expect(stage.cursor == ["s2"])
  try stage.press("c p 4 + <Enter> <Esc>")
  #expect(stage.shows("page 3  coded p+"))
}

@Test func `a small window scrolls by passages and by pages`() throws {
  var stage = try letter(size: (60, 16))
  #expect(stage.shows("Fieldwork"))
  try stage.press("G")
  #expect(stage.cursor == ["s2"])
  #expect(stage.shows("s2   Leaders listen to children."))
  try stage.press("<PgDn>")
  #expect(stage.shows("NEXT STEPS  page 5"))
  try stage.press("g g k")
  #expect(stage.shows("Fieldwork"))
  try stage.press("j")
  #expect(stage.cursor == ["i1"])
}

@Test func `e corrects a fact of the letter and keeps what the letter has`() throws {
  var stage = try letter("e")
  stage.type("StatementBy=Ashby Board")
  try stage.press("<Enter>")
  #expect(stage.shows("Statement by   Ashby Board"))
  #expect(stage.shows("The letter has StatementBy Ashby Council."))
}

@Test func `a letter without its layout is shown by sections`() throws {
  var stage = try play("<Enter> <Enter> t", size: (80, 30))
  let words = ["Strength", "s1   Police", "Area for improvement", "i1   Health"]
  #expect(order(stage, words) == words)
  try stage.press("<Esc>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby ▸ Ashby 2017   "))
}

@Test func `an inspection whose letter nobody read says so on its page`() throws {
  let stage = try play("j <Enter> <Enter> t")
  #expect(stage.shows("Fieldwork      2016-02-01"))
  #expect(stage.shows("no report read yet: R reads one"))
}

@Test func `the place in a letter is remembered`() throws {
  let places = try letter("j").state.places
  var stage = try Stage(text, size: (80, 40))
  stage.send(.remembered(places))
  #expect(stage.cursor == ["s1"])
}
