import InspectionUI
import TerminalCore
import Testing

/// A passage of 30 words, a word a line in a narrow window, with nothing coded in it.
private let long = Fixture.text.replacing(
  "Leaders listen to children.",
  with: (1...30).map { "sentence-number-\($0)" }.joined(separator: " "))

private func stage(_ rows: Int) throws -> Stage {
  var stage = try Stage(long, size: (24, rows))
  try stage.press("<Enter> <Enter> j <Enter>")
  return stage
}

@Test func `a passage longer than the window can be read to its end, and says that it goes on`()
  throws
{
  var stage = try stage(10)
  var seen: Set<String> = []
  while seen.count < 30, stage.shows("↓") {
    for row in stage.canvas.text where row.contains("sentence") {
      seen.insert(String(row.drop { !$0.isLetter }))
    }
    try stage.press("<PgDn>")
  }
  // The page stops at the passage's end, and from there goes on into the letter.
  #expect(stage.shows("↑sentence-number-") && stage.shows("sentence-number-30"))
  #expect(seen.count >= 24 && !stage.shows("Health visitors"))
  for _ in 0..<9 where !stage.shows("Health visitors") { try stage.press("<PgDn>") }
  #expect(stage.shows("Health visitors"))
  // On the way back it stops at the passage's beginning, and then shows the letter before.
  for _ in 0..<30 where !stage.shows(" sentence-number-1\n") { try stage.press("<PgUp>") }
  #expect(!stage.shows("↑") && stage.canvas.text[3].contains("sentence-number-1"))
  for _ in 0..<9 where !stage.shows("together.") { try stage.press("<PgUp>") }
  #expect(stage.shows("together."))
}

@Test func `a window that grows shows the beginning again`() throws {
  var stage = try stage(10)
  try stage.press("<PgDn> <PgDn> <PgDn> <PgDn>")
  stage.send(.resize(Size(columns: 24, rows: 60)))
  #expect(stage.shows(" sentence-number-1\n"))
  #expect(!stage.shows("↓"))
}

@Test func `a wide window has the codebook beside the passage`() throws {
  #expect(try play("<Enter> <Enter> <Enter>", size: (110, 24)).shows("│ 4 Response to the theme"))
  #expect(try !play("<Enter> <Enter> <Enter>", size: (109, 24)).shows("│ 4 Response to the theme"))
}

/// The fixture with a passage of which only a summary is known.
private let summarised = Fixture.text.replacing(
  "Text: Leaders listen to children.", with: "Summary: Chiefs hear the young.\nBy: starter")

@Test
func
  `a passage without the letter's text shows its summary, and the key that reads the letter`()
  throws
{
  var stage = try Stage(summarised)
  try stage.press("<Enter> <Enter>")
  #expect(stage.shows("≈ Chiefs hear the young."))
  try stage.press("j <Enter>")
  #expect(stage.shows("≈ Summary by starter: Chiefs hear the young."))
  #expect(stage.shows("the letter's own text is not in the register: R reads it"))
}

@Test func `a passage with text and summary shows both, the summary marked`() throws {
  var stage = try Stage(
    Fixture.text.replacing(
      "Leaders listen to children.", with: "Leaders listen.\nSummary: Chiefs hear the young."))
  try stage.press("<Enter> <Enter>")
  #expect(stage.shows("Leaders listen."))
  #expect(!stage.shows("Chiefs"))
  try stage.press("j <Enter>")
  #expect(stage.shows(" Leaders listen.\n ≈ Summary: Chiefs hear the young."))
}

@Test func `a filter finds the words of a summary`() throws {
  var stage = try Stage(summarised)
  try stage.press("<Enter> <Enter> /")
  stage.type("chiefs")
  #expect(stage.shows("Chiefs hear"))
  #expect(!stage.shows("meet each morning"))
}

@Test
func
  `an inspection shows each agency once a passage, and counts below the signs of the directions`()
  throws
{
  var stage = try Stage(size: (120, 24))
  try stage.press("<Enter> <Enter> c p 4 + , h 0 - <Enter> c p 0 - <Enter> <Esc>")
  #expect(stage.shows("s1        3    p+- h-"))
  #expect(stage.shows("Agencies coded"))
  #expect(stage.shows("Health                        ·  2  ·  ·"))
  #expect(stage.shows("Police                        1  1  ·  ·"))
}
