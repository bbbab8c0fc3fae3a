import InspectionModel
import InspectionUI
import Testing

/// The plan of keys: what each key asks for, everywhere and always.
private let plan: [String: Action] = [
  "/": .filter, "n": .nextHit, "N": .previousHit, "i": .note, "+": .new, "x": .export,
  "<Del>": .remove, "s": .sort, "S": .sortFurther, "#": .group, "<lt>": .columnLeft,
  ">": .columnRight, "=": .keep, "!": .leaveOut, "-": .hideColumn, "_": .widenColumn,
  "(": .moveColumnLeft, ")": .moveColumnRight, "C": .columns, "<Space>": .mark,
  "^": .markToHere, "%": .markAll, "g l": .goLog, "g w": .goWelcome, "g s": .goScenarios,
  "y": .copy, "Y": .copyRecord, "Z": .close, "u": .undo, "t": .letter, "c": .code, "e": .change,
  "R": .readReport, "r": .otherReading, "V": .compare, "g q": .goBrief, "g v": .goValue,
  "g t": .goTrend, "I": .importTables,
]

/// Keys that are kept for what is to come, and until then mean nothing.
private let unused = ["X", "O"]

@Test func `each key has the meaning of the plan`() throws {
  let keymap = Keymap()
  for (keys, action) in plan {
    #expect(keymap.allKeys(for: action).contains(keys), "\(keys) is not \(action)")
  }
  for keys in unused {
    #expect(!Action.allCases.contains { keymap.allKeys(for: $0).contains(keys) }, "\(keys)")
  }
}

@Test func `no key has two meanings`() {
  let keys = ActionSpec.table.flatMap(\.keys)
  #expect(Set(keys).count == keys.count)
}

/// Places from which every kind of screen is seen, by the keys that lead there.
private let places = [
  "", "<Enter>", "<Enter> <Enter>", "<Enter> <Enter> t", "<Enter> <Enter> <Enter>",
  "<Enter> <Enter> G <Enter>", "j <Enter> <Enter>", "j <Enter> <Enter> t", "g i", "g c", "g r",
  "g r + <Enter> <Enter>", "g r + <Enter> <Enter> Z y", "g n", "g d", "g m", "g f", "g k", "g b",
  "g s", "g p", "g q", "g v", "g m r", "g m V",
  "g M", "g x", "g l", "g w", "?", "g c #", "<Enter> <Enter> <Enter> m a <Enter> g n <Enter>",
  "g c L",
]

/// Where removing is only asked about or refused, everything stays; where it is done, undo brings
/// back all there was.
@Test func `only Delete removes, and undo takes it back`() throws {
  for place in places {
    let before = try Stage(play: place)
    let keys = ActionSpec.table.filter { ![.remove, .undo, .redo].contains($0.action) }
      .compactMap(\.keys.first)
    for key in keys {
      var stage = before
      try stage.press(key)
      for effect in stage.effects.dropFirst(before.effects.count) {
        guard case .journal(let change) = effect else { continue }
        let removed = change.edits.contains { if case .remove = $0 { true } else { false } }
        // To join two passages is to make one of them, and to merge asks first.
        #expect(!removed || key == "&", "\(key) after \(place)")
      }
    }
  }
}

@Test(arguments: places)
func `no hint offers what refuses`(place: String) throws {
  let before = try Stage(play: place, size: (240, 40))
  let line = before.canvas.text(row: before.canvas.size.rows - 2)
  for hint in line.split(separator: "  ") {
    let keys = hint.trimmingPrefix(" ").split(separator: " ").dropLast().joined(separator: " ")
    var stage = before
    try stage.press(keys)
    let message = stage.state.message
    #expect(message?.kind.isRefusal != true, "“\(hint)”: \(message?.text ?? "")")
    #expect(!stage.status.contains("not here"), "“\(hint)”")
  }
}

extension Stage {
  fileprivate init(play keys: String, size: (Int, Int) = (80, 24)) throws {
    self = try play(keys, size: size)
  }
}
