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
  for _ in 0..<30 {
    for row in stage.canvas.text where row.contains("sentence") {
      seen.insert(String(row.drop { !$0.isLetter }))
    }
    #expect(stage.shows("↓") == !seen.contains("sentence-number-30"))
    try stage.press("<PgDn>")
  }
  #expect(seen.count == 30)
  #expect(stage.shows("↑sentence-number-"))
  for _ in 0..<30 { try stage.press("<PgUp>") }
  #expect(stage.shows(" sentence-number-1\n"))
  #expect(!stage.shows("↑"))
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
