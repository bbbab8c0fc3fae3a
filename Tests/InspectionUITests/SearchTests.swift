import InspectionUI
import Testing

/// To the letter of Ashby, as a page.
private let toLetter = "<Enter> <Enter> t"
/// To a passage of it.
private let toPassage = "<Enter> <Enter> <Enter>"

@Test(arguments: [
  (toLetter, "share", "1 of 1 for “share”"), (toLetter, "LEADERS", "1 of 1 for “LEADERS”"),
  (toLetter, "page", "1 of 3 for “page”"), (toPassage, "each morning", "1 of 1 for “each morning”"),
  (toPassage, "health  visitors", "1 of 1 for “health  visitors”"),
  ("?", "undo", "for “undo”"), (toLetter, "kraken", "nothing here for “kraken”"),
])
func `a text is searched as one types`(place: String, word: String, found: String) throws {
  var stage = try play(place, size: (100, 30))
  try stage.press("/")
  stage.type(word)
  #expect(stage.status.hasPrefix("/\(word)") && stage.status.contains(found))
  try stage.press("<Enter>")
  #expect(stage.status.contains(found))
}

@Test func `hits are marked, and n and N go from one to the next, round the end`() throws {
  var stage = try play(toLetter, size: (100, 30))
  try stage.press("/ p a g e <Enter>")
  #expect(stage.marked(.cursor).contains("page"))
  #expect(stage.marked(.found) == ["page", "page"])
  try stage.press("n")
  #expect(stage.status.contains("2 of 3 for “page”"))
  try stage.press("2 n")
  #expect(stage.status.contains("the search goes on from the top"))
  try stage.press("j")
  #expect(stage.status.contains("1 of 3 for “page”"))
  try stage.press("N")
  #expect(stage.status.contains("the search goes on from the end"))
}

@Test func `Escape ends a search before it leaves, and one given up brings back the place`() throws
{
  var stage = try play(toLetter, size: (100, 12))
  let before = stage.canvas.text
  try stage.press("/ h e a l t h <Esc>")
  #expect(stage.canvas.text == before)
  try stage.press("/ h e a l t h <Enter> <Esc>")
  #expect(!stage.status.contains("health") && stage.title.contains("Letter of"))
  try stage.press("<Esc>")
  #expect(!stage.title.contains("Letter of"))
}

@Test func `a phrase is found where it goes on in the next line`() throws {
  let words = "Police and social care meet each morning, and plan for each child together."
  for width in [40, 60, 80] {
    var stage = try play(toPassage, size: (width, 30))
    try stage.press("/")
    stage.type(words)
    try stage.press("<Enter>")
    #expect(stage.status.contains("1 of 1 for “Police"), "at \(width) columns")
  }
}

@Test func `the words typed after a slash never become commands`() throws {
  for place in [toLetter, toPassage, "?", "g r", "g x", "g l", "g n"] {
    var stage = try play(place)
    let count = stage.state.register.count(.passage)
    try stage.press("/ h u b d u u <Enter>")
    #expect(stage.state.register.count(.passage) == count)
    #expect(stage.effects.allSatisfy { if case .journal = $0 { false } else { true } })
    #expect(stage.title == (try play(place + " / <Esc>")).title, "after / at \(place)")
  }
}

@Test func `where there is nothing to search it says so, and what else the key does`() throws {
  #expect(try play("n").status.contains("there is no text here to search; / narrows the list"))
  #expect(try play(toLetter + " n").status.contains("nothing is searched for; / searches this"))
}

@Test func `a memo opens as a page that can be searched, and leads to what it is on`() throws {
  var stage = try play(toPassage + " m")
  stage.type("ask the board about visits")
  try stage.press("<Enter> g n <Enter>")
  #expect(stage.title.contains("Memos ▸ ") && stage.shows("ask the board"))
  try stage.press("/ v i s i t s <Enter>")
  #expect(stage.status.contains("1 of 1 for “visits”"))
  try stage.press("<Enter>")
  #expect(stage.title.contains("▸ s1"))
}
