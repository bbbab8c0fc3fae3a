import InspectionUI
import Testing

/// A review at its first passage, whose reading is long, over criteria that say what they mean.
private func review(_ size: (Int, Int)) throws -> Stage {
  let long = (1...30).map { "Police and social care meet on day \($0)." }.joined(separator: " ")
  let text = Fixture.text
    .replacing(
      "Police and social care meet each morning, and plan for each child together.", with: long
    )
    .replacing(
      "Name: Learning\n",
      with: "Name: Learning\nDefinition: Agencies learn.\nInclude: Reviews.\n"
    )
    .replacing(
      "Name: Response to the theme\n",
      with: """
        Name: Response to the theme
        Definition: Help that fits this harm.
        Include: Direct work.
        Exclude: Seeing the harm first.
        Example: One worker stays.

        """)
  var stage = try Stage(text, size: size)
  try stage.press(newReview)
  return stage
}

private let words = [
  "4 Response to the theme", "Help that fits this harm.", "include: Direct work.",
  "exclude: Seeing the harm first.", "example: One worker stays.",
]

extension Stage {
  fileprivate var showsWords: Bool { words.allSatisfy(shows) }
  /// How many lines of the passage can be read.
  fileprivate var readable: Int {
    canvas.text.count { $0.contains("Police and social care meet on day") }
  }
}

@Test(arguments: [
  "c 4", "c p 4", "c h 4 -", "c <Down> <Down>", "c <Up> <Up> <Up> <Up> <Up>",
  "c p <Down> <Down>",
])
func `what a criterion means is read in a small window while one codes`(keys: String) throws {
  var stage = try review((80, 24))
  try stage.press(keys)
  #expect(stage.showsWords, "\(stage.screen)")
  #expect(stage.readable >= 8, "\(stage.screen)")
}

@Test func `the arrows go through the codebook, and Tab or Enter takes what they are on`() throws {
  var stage = try review((80, 24))
  try stage.press("c <Down>")
  #expect(stage.shows("Agencies learn."))
  try stage.press("<Down> <Tab>")
  #expect(stage.status == "code p4+,s")
  try stage.press("<C-u> h <Down> <Enter>")
  #expect(stage.status == "code h0")
  try stage.press("<Down> <Down> <Enter>")
  #expect(stage.status == "code h0-")
  // Whatever else is typed is typed, and the cursor of the legend is gone.
  try stage.press("<C-u> <Down> p <Down> <BS> h")
  #expect(stage.status == "code h")
  #expect(stage.contributions.count == 1)
}

@Test func `another digit or direction takes the suggestion with that instead`() throws {
  var stage = try review((80, 24))
  try stage.press("c 4 0")
  #expect(stage.status == "code p0+,s")
  #expect(stage.shows("Agencies learn."))
  // So it does where it was taken without one.
  try stage.press("<C-u> <Tab>")
  #expect(stage.status == "code p+,s")
  try stage.press("4 =")
  #expect(stage.status == "code p4=,s")
  try stage.press("0 <Enter>")
  #expect(stage.contributions.dropFirst() == ["police I0 =", "social-care I0 ="])
}

@Test func `a long passage scrolls while the code line is open`() throws {
  var stage = try review((80, 24))
  try stage.press("c p")
  #expect(stage.shows("on day 1.") && !stage.shows("on day 30."))
  try stage.press("<PgDn> <PgDn>")
  #expect(stage.shows("on day 30.") && stage.status == "code p")
  try stage.press("<PgUp> <PgUp>")
  #expect(stage.shows("on day 1."))
}

@Test func `what is coded stands in a line while one types in a small window`() throws {
  var stage = try review((80, 24))
  try stage.press("c p 4 + , h - w s <Enter> K")
  #expect(stage.shows("Response to the theme"))
  try stage.press("c h")
  #expect(stage.shows("coded p4+ h4-ws"))
}

@Test func `in a wide window the codebook stands beside and follows what is typed`() throws {
  var stage = try review((120, 36))
  #expect(stage.shows("│ 0 Learning") && stage.showsWords)
  try stage.press("c p 4")
  #expect(stage.marked(.heading).contains { $0.contains("Response to the theme") })
  try stage.press("<BS> <Down>")
  #expect(stage.marked(.heading).contains { $0.contains("Learning") })
  // Once asked, it goes, and what the criterion means is told below instead.
  try stage.press("<Esc> p")
  #expect(!stage.shows("│ 0 Learning"))
  try stage.press("c p 4")
  #expect(stage.showsWords)
}

@Test func `in the smallest window the passage can still be read`() throws {
  var stage = try review((60, 16))
  try stage.press("c 4")
  #expect(stage.shows("4 Response to the theme") && stage.shows("Help that fits"))
  #expect(stage.readable >= 3, "\(stage.screen)")
}

@Test func `in a low window one scrolls from the passage into the letter around it, and back`()
  throws
{
  var stage = try review((80, 20))
  try stage.press("c p 4 + <Enter>")
  #expect(stage.title.contains("s2") && stage.shows("Leaders listen to children."))
  try stage.press("K")
  #expect(stage.shows("on day 1.") && !stage.shows("Leaders listen"))
  try stage.press("<PgDn> <PgDn> <PgDn>")
  #expect(stage.marked(.dim).contains { $0.contains("Leaders listen to children.") })
  #expect(stage.title.contains("s1"))
  try stage.press("<PgUp> <PgUp> <PgUp>")
  #expect(stage.shows("on day 1.") && !stage.shows("Leaders listen"))
}
