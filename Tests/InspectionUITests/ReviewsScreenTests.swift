import InspectionUI
import TerminalCore
import Testing

/// Three reviews of one's own, nine of somebody else that are open and twelve that are closed.
private let many =
  Fixture.text
  + "\n%rec: Review\n"
  + (1...24).map { number in
    let name = number < 10 ? "0\(number)" : "\(number)"
    return """

      Id: R-000000\(name)
      Name: Number \(name)
      Rule: section:strength
      Order: letter
      Pass: first
      Reviewer: \(number <= 3 ? "mh" : "ab")
      On: 2026-11-20
      Status: \(number > 12 ? "closed" : "open")

      """
  }.joined()

struct ReviewsScreenTests {
  @Test(arguments: [(80, 24), (120, 36), (60, 16)])
  func `whatever review one goes to is in the window, with what stands above a first one`(
    columns: Int, rows: Int
  ) throws {
    var stage = try Stage(many, size: (columns, rows))
    try stage.press("g r")
    #expect(stage.shows("Yours"))
    var names = Set(stage.cursor)
    for key in Array(repeating: "j", count: 23) + Array(repeating: "k", count: 23) {
      try stage.press(key)
      #expect(stage.cursor.count == 1, "\(stage.screen)")
      names.formUnion(stage.cursor)
    }
    #expect(names.count == 24)
    #expect(stage.shows("Yours"))
  }

  @Test func `the list stays where it is while one moves within the window`() throws {
    var stage = try Stage(many)
    try stage.press("g r 2 0 j")
    let former = stage.canvas.text[5]
    try stage.press("k")
    #expect(stage.canvas.text[5] == former)
  }

  @Test func `a click goes to a review, and a second opens it`() throws {
    var stage = try Stage(many)
    try stage.press("g r")
    let line = try #require(stage.canvas.text.firstIndex { $0.contains("Number 02") })
    try stage.press("<LeftClick:4,\(line)>")
    #expect(stage.cursor == ["Number 02"])
    try stage.press("<LeftClick:4,\(line)>")
    #expect(stage.title.contains("Reviews ▸ Number 02"))
  }
}
