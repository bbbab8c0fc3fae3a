import InspectionUI
import TerminalCore
import Testing

@Test func `every action has one line in the table, with a summary and keys`() {
  #expect(
    ActionSpec.table.map(\.action.rawValue).sorted() == Action.allCases.map(\.rawValue).sorted())
  #expect(Set(ActionSpec.table.map(\.name)).count == ActionSpec.table.count)
  #expect(ActionSpec.table.allSatisfy { !$0.summary.isEmpty && !$0.keys.isEmpty })
}

@Test func `the table writes each key as it is shown`() throws {
  for keys in ActionSpec.table.flatMap(\.keys) {
    #expect(KeyNotation.text(try KeyNotation.parse(keys)) == keys)
  }
}

@Test func `no two actions share a key, and no key hides a chord`() throws {
  let chords = try ActionSpec.table.flatMap { spec in
    try spec.keys.map { (spec.name, try KeyNotation.parse($0)) }
  }
  for (index, (name, keys)) in chords.enumerated() {
    for (other, others) in chords[(index + 1)...] {
      #expect(!keys.starts(with: others) && !others.starts(with: keys), "\(name) and \(other)")
    }
  }
}

@Test func `the help lists every action with all its keys, those of the screen first`() throws {
  let stage = try play("?", size: (100, 150))
  #expect(stage.canvas.text(row: 2) == " <Enter>                 Open the row under the cursor")
  for spec in ActionSpec.table {
    let keys = spec.keys.joined(separator: "  ")
    #expect(
      stage.canvas.text.contains { $0.hasPrefix(" \(keys) ") && $0.hasSuffix(spec.summary) },
      "\(spec.name)")
  }
}

@Test func `the help scrolls, and goes as it came`() throws {
  #expect(try play("? G").status.hasSuffix("100 %"))
  #expect(try play("? G g g").canvas.text(row: 1) == " On the screen you came from")
  #expect(try play("? ?").title.hasPrefix(" jointview ▸ Areas  "))
  #expect(try play("? <Esc>").title.hasPrefix(" jointview ▸ Areas  "))
}

@Test func `the palette finds by name and by summary, and does it`() throws {
  #expect(try play(": c o n t r").cursor.last == "contributions")
  #expect(try play(": e v e r y <Space> i n s p").cursor.last == "inspections")
  #expect(try play(": c o n t r <Enter>").title.hasPrefix(" jointview ▸ Contributions "))
  #expect(try play(": <Down> <Down> <Enter>").cursor == ["Corley"])
  #expect(try play(": z z q <Enter>").screen.contains("nothing is called “zzq”"))
  #expect(try play(": s o r t <Esc>").screen == play().screen)
}

@Test func `what is said of a file that is gone names the keys of one's own`() throws {
  var keymap = Keymap()
  keymap.unbind(.save)
  let isBound = keymap.bind("V s", to: .save)
  #expect(isBound)
  var stage = try Stage(size: (120, 24), keymap: keymap)
  stage.send(.gone(wasRemoved: true))
  #expect(stage.status.hasPrefix(" the file was removed outside; it is all here, and V s writes"))
}

@Test func `keys of one's own change what is pressed, hinted and helped`() throws {
  var keymap = Keymap()
  keymap.unbind(.open)
  let isBound = [("o", .open), ("X o", .goContributions), ("<Nokey>", Action.open)].map {
    keymap.bind($0, to: $1)
  }
  #expect(isBound == [true, true, false])
  var stage = try Stage(keymap: keymap)
  #expect(stage.shows(" o open  "))
  try stage.press("<Enter>")
  #expect(stage.status.hasPrefix(" <Enter> does nothing; ? shows the keys"))
  try stage.press("o")
  #expect(stage.title.contains("▸ Ashby "))
  try stage.press("?")
  #expect(
    stage.canvas.text.contains {
      $0.hasPrefix(" o       ") && $0.hasSuffix("Open the row under the cursor")
    })
  try stage.press("X o")
  #expect(stage.title.hasPrefix(" jointview ▸ Contributions "))
}

@Test func `what a sentence says of keys are those that one has chosen`() throws {
  var keymap = Keymap()
  for (keys, action) in [("X", Action.quit), ("H", .help)] {
    keymap.unbind(action)
    let isBound = keymap.bind(keys, to: action)
    #expect(isBound)
  }
  var stage = try Stage(keymap: keymap)
  try stage.press("<Esc>")
  #expect(stage.status.contains("this is the first screen; X saves and leaves"))
  try stage.press("?")
  #expect(stage.status.contains("? does nothing; H shows the keys"))
  try stage.press("<Unknown>")
  #expect(stage.status.contains("H shows the keys"))
}

@Test(arguments: ["", "j", "g", "3", "/ a s", ":", "?"])
func `a key that is not known changes nothing, whatever one is at`(keys: String) throws {
  let (before, after) = (try play(keys), try play(keys + " <Unknown>"))
  #expect(after.canvas.text.dropLast() == before.canvas.text.dropLast())
  let isTyping = before.state.isTyping
  #expect(after.status.contains("a key that is not known here; ? shows the keys") != isTyping)
  #expect(try play(keys + " <Unknown> i").screen == play(keys + " i").screen)
}

@Test func `the mouse goes to the terminal and comes back, and that is said`() throws {
  var stage = try play("<A-m>")
  #expect(stage.effects == [.useMouse(false)])
  #expect(stage.status.hasPrefix(" the mouse is the terminal's, to select text with; <A-m>"))
  try stage.press(": m o u s e <Enter>")
  #expect(stage.effects == [.useMouse(false), .useMouse(true)])
  #expect(stage.status.hasPrefix(" the mouse goes to rows and scrolls; <A-m> leaves it to the"))
}

@Test func `every hint of a screen does something there`() throws {
  for keys in [
    "", "g i", "g c", "<Enter> <Enter>", "<Enter> <Enter> G <Enter>", "?", "g x",
    "g r", newReview, newReview + "g r", newReview + "m x <Enter> g n", "g d",
  ] {
    let hints = try play(keys, size: (200, 24)).canvas.text(row: 22)
    for word in hints.split(separator: "  ").compactMap({ $0.split(separator: " ").last }) {
      let spec = try #require(ActionSpec.table.first { $0.name == word })
      var stage = try play(keys)
      try stage.press(spec.keys[0])
      #expect(!stage.status.contains("has no use here"), "\(word) after “\(keys)”")
    }
  }
}
