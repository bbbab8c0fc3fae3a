import InspectionModel
import InspectionUI
import TerminalCore
import Testing

/// The register with a second criterion's definition too long for a narrow window.
private func account(_ keys: String = "", size: (Int, Int) = (80, 24)) throws -> Stage {
  try play("g M " + keys, size: size)
}

@Test func `an account asks, answers, and tells the figure under the cursor`() throws {
  let stage = try account()
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Method note "))
  #expect(stage.canvas.text(row: 1).hasPrefix(" How was the register coded"))
  #expect(stage.canvas.text(row: 2) == " 1 letter with 3 passages, and 1 contribution.")
  #expect(stage.cursor == ["       1"])
  #expect(stage.shows(" I0 Learning, version: 1"))
}

@Test func `the cursor goes from figure to figure, and h goes back only elsewhere`() throws {
  #expect(try account("l").shows("I0 Learning, status: in use"))
  #expect(try account("l h h").cursor == ["I0 Learning"])
  #expect(try account("l h h h h").title.contains("▸ Method note"))
  #expect(try account("j l").shows("I4 Response to the theme, status: in use"))
  #expect(try account("<Esc>").title.hasPrefix(" jointview ▸ Areas  "))
}

@Test func `a figure is copied with its headings`() throws {
  let stage = try account("j y")
  let copied = stage.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
  #expect(copied == ["I4 Response to the theme, version: 1, Method note"])
}

@Test func `x writes a report, and asks before it replaces one`() throws {
  var stage = try account("x <C-u>")
  stage.type("a.csv")
  try stage.press("<Enter>")
  let exports = stage.effects.compactMap {
    if case .export(let export) = $0 { export } else { nil }
  }
  #expect(exports.map(\.path) == ["a.csv"])
  #expect(exports.map(\.replaces) == [false])
  stage.send(.exported(.taken(exports[0])))
  #expect(stage.status.hasPrefix("a.csv exists; type yes to replace it"))
  try stage.press("n o <Enter>")
  #expect(stage.status.contains("a.csv is left as it was"))
  stage.send(.exported(.taken(exports[0])))
  stage.type("yes")
  try stage.press("<Enter>")
  let last = stage.effects.compactMap { if case .export(let export) = $0 { export } else { nil } }
  #expect(last.map(\.replaces) == [false, true])
  stage.send(.exported(.done(path: "/x/a.csv")))
  #expect(stage.status.contains("wrote /x/a.csv"))
}

@Test func `an account follows what is changed and undone`() throws {
  var stage = try account()
  try stage.press("<Esc> <Enter> <Enter> <Enter> c p 4 + <Enter> g M")
  #expect(stage.shows("2 contributions"))
  try stage.press("u")
  #expect(stage.shows("1 contribution."))
}

@Test func `an account is opened again where it was left`() throws {
  var stage = try account("j l")
  let places = stage.state.places
  try stage.press("g a")
  stage.send(.remembered(places))
  #expect(stage.shows("I4 Response to the theme, status: in use"))
}

@Test func `a click goes to a figure, and a second opens what it stands for`() throws {
  let stage = try account()
  let line = try #require(stage.canvas.text.firstIndex { $0.contains("I4 Response") })
  var clicked = stage
  try clicked.press("<LeftClick:4,\(line)>")
  #expect(clicked.cursor == ["I4 Response to the theme"])
}

@Test(arguments: [
  ("m", "picture"), ("f", "framework"), ("k", "concerns"), ("b", "burden"), ("s", "scenario"),
  ("p", "pause"), ("M", "method"),
])
func `a key leads to an account, which is remembered by its name`(
  key: String, topic: String
) throws {
  #expect(try play("g \(key)").state.places.map(\.kind) == ["areas", topic])
}

@Test func `r asks the picture as the program read it, and again as people coded it`() throws {
  var stage = try play("g m")
  let title = stage.title
  try stage.press("r")
  #expect(stage.title.contains("▸ Picture as read") && stage.shows("now as read"))
  // What is asked stands in the filter, so that it can be seen, changed and taken off.
  try stage.press("/")
  #expect(stage.screen.contains("reading:machine"))
  try stage.press("<Esc> r")
  #expect(stage.title == title && stage.shows("now as coded"))
}

@Test func `V sets what one sees beside the rest, or beside another filter`() throws {
  var stage = try play("g m / a r e a : a s h b y <Enter> V")
  #expect(stage.title.contains("area:ashby beside the rest, as coded"))
  try stage.press("/ <End> <Space> v s <Space> f r o m : 2 0 1 9 <Enter>")
  #expect(stage.title.contains("area:ashby beside from:2019, as coded"))
  // What is wrong on the right is pointed at, and not taken.
  try stage.press("/ <End> x <Enter>")
  #expect(stage.state.isTyping)
}

@Test func `V on burden shows the claim of 2015`() throws {
  let stage = try play("g b V")
  #expect(stage.title.contains("Burden of areas-of:first:6 in:2014..2017"))
}
