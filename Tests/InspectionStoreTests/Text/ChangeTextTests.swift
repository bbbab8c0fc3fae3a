import InspectionModel
import RecText
import Testing

@testable import InspectionStore

struct ChangeTextTests {
  @Test func `a change is one record that a person can read`() throws {
    let change = Change(
      "police + in jtai-ashby-2016/s1",
      [
        .insert(.contribution, [.init(.id, "C-1"), .init(.direction, "+")]),
        .set(.contribution, key: "C-2", .note, from: ["too broad"], to: ["narrower\nnow"]),
        .remove(.theme, [.init(.id, "neglect")]),
      ])
    #expect(
      try text(change) == """
        Change: police + in jtai-ashby-2016/s1
        Insert: Contribution
        Id: C-1
        Direction: +
        Set: Contribution Note C-2
        From: too broad
        To: narrower
        + now
        Remove: Theme
        Id: neglect

        """)
    #expect(try text(Change("it", [], isRestoring: true)) == "Undo: it\n")
  }

  @Test func `fields that no type knows, and values that do not fit, are said`() throws {
    var change = Change(
      "importing tables",
      [.setUnknown(.area, key: "a b", "Mood", from: ["glad", "so"], to: ["sad\nso"])])
    change.bringsInvalidValues = true
    #expect(
      try text(change) == """
        Change: importing tables
        Misfits: kept
        SetUnknown: Area Mood a b
        From: glad
        From: so
        To: sad
        + so

        """)
    for change in [change, change.inverse] {
      #expect(ChangeText.decode(try ChangeText.encode(change)) == change)
    }
    let bad = Edit.setUnknown(.area, key: "a", "My mood", from: [], to: ["x"])
    #expect(throws: RecWriteProblem.badFieldName("My mood")) {
      try ChangeText.encode(Change("", [bad]))
    }
  }

  @Test func `of a NUL it is said in which field it is`() {
    for (key, from, to, field) in [
      ("a", ["x\0"], [], "Name"), ("a", [], ["\0"], "Name"), ("\0", [], ["b"], "Id"),
    ] {
      #expect(throws: RecWriteProblem.nulInValue(field: field)) {
        try ChangeText.encode(Change("", [.set(.area, key: key, .name, from: from, to: to)]))
      }
    }
  }

  @Test func `any change comes back as it was`() throws {
    let seed = UInt64.random(in: 0...(.max))
    var random = RandomEdits(seed: seed)
    let register = read(Sample.text).register
    for _ in 0..<500 {
      let change = random.change(of: register)
      for change in [change, change.inverse] {
        #expect(ChangeText.decode(try ChangeText.encode(change)) == change, "seed \(seed)")
      }
    }
  }

  @Test(arguments: ["", " ", " a", "a  b ", "a\nb", "\n", "a\\", "é 子", "\u{301}a", "\u{615}"])
  func `a key may be any text`(key: String) throws {
    let change = Change("", [.set(.area, key: key, .name, from: [], to: ["x"])])
    #expect(ChangeText.decode(try ChangeText.encode(change)) == change)
  }

  @Test(arguments: [
    "", "Insert: Area\nId: a\n", "Change: x\nInsert: Castle\n", "Change: x\nSet: Area\n",
    "Change: x\nSet: Area Colour a\n", "Change: x\nId: a\n",
    "Change: x\nInsert: Area\nColour: red\n", "Change: x\nSetUnknown: Castle Mood a\n",
    "Change: x\nSetUnknown: Area Id a\n",
    "Change: x\nMisfits: no\n",
    "Change: x\nSet: Area Name a\nWas: b\n", "Change: x\nMerge: Area\n", "Change: x\nChange: y\n",
    "Change: x\nwhat is this\n", "Change: x\n\nChange: y\n", "Undo: x\nChange: y\n",
  ])
  func `what is no change of this version is refused`(text: String) {
    #expect(ChangeText.decode(Array(text.utf8)) == nil)
  }

  @Test func `what cannot be written is not`() {
    let change = Change("", [.set(.area, key: "a", .name, from: [], to: ["a\0b"])])
    #expect(throws: (any Error).self) { try ChangeText.encode(change) }
  }

  private func text(_ change: Change) throws -> String {
    String(decoding: try ChangeText.encode(change), as: UTF8.self)
  }
}
