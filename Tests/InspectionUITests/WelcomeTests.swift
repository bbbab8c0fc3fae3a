import InspectionModel
import Testing

@testable import InspectionUI

@Test func `the welcome says what this is, what there is and four ways, in 18 lines`() throws {
  let stage = try play("g w")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Welcome "))
  #expect(stage.shows("jointview keeps the inspections of children's services in England"))
  #expect(stage.shows("3 areas and 2 inspections from 2016 to 2017."))
  #expect(stage.shows("1 report is read (3 passages), 1 of them coded."))
  for way in ["My area", "The picture", "Read or fetch reports", "The questions of 2015"] {
    #expect(stage.shows(way))
  }
  #expect(stage.shows("g w shows this again; ? shows all keys."))
  let body = stage.canvas.text.dropFirst().dropLast(2)
  let last = body.lastIndex { !$0.allSatisfy { $0 == " " } } ?? 0
  #expect(last <= 18)
  #expect(stage.cursor == ["My area"])
}

@Test func `in a small window the ways come into it with the cursor`() throws {
  var stage = try Stage(size: (60, 16))
  for way in ["My area", "The picture", "Read or fetch reports", "The questions of 2015"] {
    try stage.press(way == "My area" ? "g w" : "j")
    #expect(stage.cursor == [way])
  }
}

@Test func `each of its ways leads where its key does, and back`() throws {
  for (down, title) in [
    (1, "▸ Welcome ▸ Picture"), (3, "▸ Welcome ▸ Brief"),
  ] {
    var stage = try play("g w \(down) j <Enter>")
    #expect(stage.title.contains(title), "\(stage.title)")
    try stage.press("<Esc>")
    #expect(stage.title.contains("▸ Areas ▸ Welcome "))
  }
  #expect(try play("g w 2 j <Enter>").status.hasPrefix("report file"))
  #expect(try play("g w <Esc>").title.hasPrefix(" jointview ▸ Areas  "))
  #expect(try play("g w g w <Esc>").title.hasPrefix(" jointview ▸ Areas  "))
}

@Test func `my area is asked for by its name, remembered, and then its page opens`() throws {
  var stage = try play("g w <Enter>")
  stage.type("birch")
  #expect(stage.shows("▌Birchwood"))
  try stage.press("<Enter>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Welcome ▸ Birchwood "))
  #expect(stage.effects == [.rememberArea("birchwood")])
  try stage.press("<Esc>")
  #expect(stage.shows("My area                 Birchwood"))
  try stage.press("<Enter>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Welcome ▸ Birchwood "))
  try stage.press("<Esc> e")
  stage.type("ash")
  try stage.press("<Tab> <Enter> <Esc>")
  #expect(stage.shows("My area                 Ashby"))
}

@Test func `a name that no area has, and none at all, are told`() throws {
  var stage = try play("g w <Enter> <Enter>")
  #expect(stage.shows("type the name of the area, or go to it by the arrows"))
  stage.type("zzz")
  try stage.press("<Enter>")
  #expect(stage.shows("no area is called “zzz”"))
  try stage.press("<Esc>")
  #expect(stage.title.contains("▸ Welcome "))
}

@Test func `an area that was said before is known, and one that is gone is asked for`() throws {
  var stage = try play()
  stage.send(.ownArea("ashby"))
  try stage.press("g w <Enter>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Welcome ▸ Ashby "))
  stage.send(.ownArea("atlantis"))
  try stage.press("<Esc>")
  #expect(stage.shows("type its name, and it is remembered"))
}

@Test func `the first start shows it, and no later one by itself`() throws {
  var stage = try play()
  stage.send(.firstStart)
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Welcome "))
  #expect(stage.state.places.map(\.kind) == ["areas"])
  try stage.press("g i")
  #expect(stage.title.hasPrefix(" jointview ▸ Inspections "))
}
