import InspectionModel
import InspectionUI
import Testing

@Test func `a program that has said nothing says so`() throws {
  #expect(try play("g l").shows("no messages since the program started"))
}

@Test func `a warning stays until it is read, and Escape reads it`() throws {
  var stage = try play()
  stage.send(.say(Message("croydon.pdf has no passages", .warning)))
  try stage.press("j k j")
  #expect(stage.status.contains("croydon.pdf has no passages"))
  try stage.press("<Esc>")
  #expect(!stage.status.contains("croydon.pdf") && stage.title.contains("Areas"))
}

@Test func `what is well, and why a key did nothing, goes with the next key`() throws {
  var stage = try play("z")
  #expect(stage.status.contains("has no use here"))
  try stage.press("j")
  #expect(!stage.status.contains("has no use here"))
  stage.send(.say(Message("saved", .good)))
  try stage.press("j")
  #expect(!stage.status.contains("saved"))
}

@Test func `several warnings are counted, and the log tells all with their times`() throws {
  var stage = try play(size: (100, 24))
  let day = try #require(Day(year: 2026, month: 11, day: 23))
  stage.send(.clock(1, Moment(day, hour: 9, minute: 5)))
  stage.send(.say(Message("the disk is nearly full", .warning)))
  stage.send(.clock(70, Moment(day, hour: 9, minute: 6)))
  stage.send(.say(Message("the trail cannot be written", .error)))
  try stage.press("j")
  #expect(stage.status.contains("the trail cannot be written"))
  #expect(stage.status.contains("2 unread: g l"))
  try stage.press("g l")
  #expect(stage.shows("09:06  error    the trail cannot be written"))
  #expect(stage.shows("09:05  warning  the disk is nearly full"))
  try stage.press("<Esc>")
  #expect(stage.title.contains("Areas") && !stage.status.contains("unread"))
}

@Test func `a fault in the line being typed is no message to be kept`() throws {
  let stage = try play("<Enter> <Enter> <Enter> c p <Enter> <Esc>")
  #expect(!stage.status.contains("not complete"))
  #expect(try play("<Enter> <Enter> <Enter> c p <Enter> <Esc> g l").shows("not complete yet"))
}

@Test func `unsaved counts what a save would write`() throws {
  var stage = try play("<Enter> <Enter> <Enter> c p + <Enter> c h - <Enter>")
  #expect(stage.status.contains("2 unsaved"))
  try stage.press("u")
  #expect(stage.status.contains("1 unsaved"))
  try stage.press("u")
  #expect(!stage.status.contains("unsaved"))
  try stage.press("<C-r>")
  #expect(stage.status.contains("1 unsaved"))
  // What was saved is there to be taken back.
  stage.send(.saved(.done(unsaved: 0)))
  #expect(!stage.status.contains("unsaved"))
  try stage.press("u")
  #expect(stage.status.contains("1 unsaved"))
  try stage.press("<C-r>")
  #expect(!stage.status.contains("unsaved"))
}

@Test func `after undo and redo the cursor is on the record that came back`() throws {
  let more = (0..<5).map {
    """
    %rec: Contribution

    Id: C-1000000\($0)
    Passage: jtai-ashby-2017/s1
    Agency: police
    Criterion: I4
    Direction: +
    By: mh
    On: 2026-11-20

    """
  }
  var stage = try Stage(Fixture.text + more.joined(separator: "\n"))
  try stage.press("g c j j")
  let held = stage.status.suffix(6)
  #expect(held.contains("3/5"))
  try stage.press("<Del> G u")
  #expect(stage.status.contains("3/5"))
  try stage.press("<C-r> g g u")
  #expect(stage.status.contains("3/5"))
}

@Test func `closing a review and taking that back keep the cursor on it`() throws {
  var stage = try Stage()
  for section in ["strength", "improvement", "strength"] {
    try stage.press("g r +")
    stage.type("section:\(section)")
    try stage.press("<Enter> <Enter>")
  }
  try stage.press("g r j")
  let name = try #require(stage.cursor.first)
  try stage.press("Z y")
  #expect(stage.cursor.first?.prefix(12) == name.prefix(12))
  try stage.press("g g u")
  #expect(stage.cursor.first?.prefix(12) == name.prefix(12))
  try stage.press("<Enter> Z y <Esc>")
  #expect(stage.cursor.first?.prefix(12) == name.prefix(12))
}

@Test func `x writes the list as it is filtered and ordered`() throws {
  var stage = try play("g i / ! t h e m e : a b u s e <Enter> x")
  #expect(stage.status.hasPrefix("write 1 inspection to inspections.csv"))
  #expect(stage.shows(".csv .json .jsonl .md .html .rec .txt"))
  try stage.press("<Enter>")
  guard case .export(let export) = stage.effects.last,
    case .records(let type, let rows, let columns) = export.content
  else {
    Issue.record("nothing is written")
    return
  }
  #expect(type == .inspection)
  #expect(rows.map { export.register[$0].key } == ["jtai-ashby-2017"])
  #expect(columns?.prefix(3) == ["area", "fieldwork", "about"])
}

@Test func `a search shows its hits beside a warning that nobody has read`() throws {
  var stage = try play("<Enter> <Enter> t", size: (100, 30))
  stage.send(.say(Message("the disk is nearly full", .warning)))
  try stage.press("/ p a g e <Enter> n")
  #expect(stage.status.contains("2 of 3 for “page”"))
  #expect(stage.status.contains("1 unread: g l"))
  try stage.press("<Esc>")
  #expect(stage.status.contains("2 of 3 for “page”") && !stage.status.contains("unread"))
}
