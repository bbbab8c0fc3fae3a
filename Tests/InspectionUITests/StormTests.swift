import Glibc
import InspectionModel
import Seeded
import TerminalCore
import Testing

@testable import InspectionUI

/// Keys that do things, and what one types into lines.
private let keys =
  ActionSpec.table.filter { $0.action != .quit && $0.action != .quitWithoutSaving }.flatMap(\.keys)
  + ["p", "4", "+", "-", "h", ",", "w", "0", "9", "<Enter>", "<Enter>", "<Esc>", "z", "a", "<Tab>"]
  + ["<Paste:p4%2Bwh>", "<LeftClick:3,3>", "<LeftClick:70,9>", "<WheelDown:1,1>", "<WheelUp:9,9>"]

/// How many storms of 250 keys there are: 400 make 100,000 keys.
private let storms = getenv("JOINTVIEW_STORMS").flatMap { Int(String(cString: $0)) } ?? 10

@Test func `a storm of keys and sizes breaks nothing, and all of it can be undone`() throws {
  let seed = UInt64.random(in: 0...UInt64.max)
  var random = SeededGenerator(seed: seed)
  let first = Fixture.register
  for _ in 0..<storms {
    var stage = try Stage()
    var pressed: [String] = []
    for step in 0..<250 {
      let key = keys.randomElement(using: &random) ?? "j"
      pressed.append(key)
      let asked = stage.effects.count
      stage.send(.clock(step, nil))
      #expect(stage.effects.count == asked, "time alone asks for nothing, seed \(seed)")
      try stage.press(key)
      if step % 5 == 0 { stage.send(.resize(size(&random))) }
      if step % 40 == 0 { stage.send(.saved(.done(unsaved: 0))) }
      check(stage, "seed \(seed), after \(pressed.joined(separator: " "))")
    }
    try stage.press("<Esc> <Esc> <Esc>")
    for _ in pressed.indices { try stage.press("u") }
    #expect(stage.state.register.holdsTheSame(as: first), "seed \(seed)")
  }
}

@Test func `a storm of keys beside which the file changes leaves the cursor on a record`() throws {
  let seed = UInt64.random(in: 0...UInt64.max)
  var random = SeededGenerator(seed: seed)
  for _ in 0..<(storms + 1) / 2 {
    var stage = try Stage()
    var pressed: [String] = []
    for step in 0..<250 {
      let key = keys.randomElement(using: &random) ?? "j"
      pressed.append(key)
      try stage.press(key)
      if step % 7 == 0 { stage.send(.resize(size(&random))) }
      if step % 20 == 0 { stage.send(outsideEdit(of: stage.state.register, &random)) }
      check(stage, "seed \(seed), after \(pressed.joined(separator: " "))")
    }
  }
}

/// Another program took a contribution, a memo or a review away, or all of them.
private func outsideEdit(of register: Register, _ random: inout SeededGenerator) -> Event {
  var edited = register
  let type = [RecordType.contribution, .memo, .review].randomElement(using: &random) ?? .memo
  let rows = register.rows(type)
  let gone = Bool.random(using: &random) ? rows : Array(rows.prefix(1))
  let edits = gone.map { Edit.remove(type, register[$0].values) }
  // A record that others refer to stays, and so do all.
  if (try? edited.apply(Change("outside", edits))) == nil { edited = register }
  return .reloaded(edited, [], unsaved: 0, note: Message("the file was changed outside"))
}

@Test func `every window from one cell on shows every screen`() throws {
  let screens = [
    "", "<Enter> <Enter>", "<Enter> <Enter> <Enter>", "g c", "?", "g x", ":", "/", "g", "g M",
    "g m", "g f", "g k", "g k e", "g b", "g b E", "g s", "g s N", "g p", "g p D", "<Enter> g b",
  ]
  let reviews = ["", "c 4", "d", "<Enter> |", "g r", "g r + <Enter> 2", "g n", "g d", "g d e", "L"]
    .map { newReview + $0 }
  for keys in screens + reviews + ["<Enter> <Enter> <Enter> c p"] {
    var stage = try play(keys)
    for columns in [1, 2, 3, 5, 10, 20, 40, 59, 60, 80, 109, 110, 132, 250] {
      for rows in [1, 2, 3, 4, 6, 10, 16, 24, 40, 80] {
        stage.send(.resize(Size(columns: columns, rows: rows)))
        check(stage, "“\(keys)” at \(columns)x\(rows)")
        // A column or two hold a blank and the edge of a word.
        let hasContent = columns < 5 || stage.canvas.text.contains { !$0.isEmpty }
        #expect(hasContent, "“\(keys)” at \(columns)x\(rows)")
      }
    }
  }
}

private func size(_ random: inout SeededGenerator) -> Size {
  Size(columns: .random(in: 1...250, using: &random), rows: .random(in: 1...80, using: &random))
}

/// What holds after every key: a frame shows the same whatever rows are kept of the one before, the
/// cursor of the terminal is in the window, and a list marks one row.
private func check(_ stage: Stage, _ place: String) {
  let (canvas, cursor) = stage.state.draw()
  // Now none are kept.
  stage.state.drawnRows.endFrame()
  let anew = stage.state.draw().canvas
  #expect(canvas.isSame(as: anew), "\(place)\n\(canvas.text)\n\(anew.text)")
  if let cursor {
    #expect(Rect(canvas.size).contains(x: cursor.x, y: cursor.y), "\(place)")
    return
  }
  let position = canvas.text(row: canvas.size.rows - 1).split(separator: " ").last ?? ""
  let listed = position.split(separator: "/").compactMap { Int($0) }
  guard listed.count == 2, canvas.size.rows > 8, canvas.size.columns > 40 else { return }
  #expect(canvas.text.count { $0.contains("▌") || $0.contains("◆") } == 1, "\(place)")
}

extension Canvas {
  fileprivate func isSame(as other: Canvas) -> Bool {
    size == other.size && (0..<size.rows).allSatisfy { row($0, equals: other) }
  }
}
