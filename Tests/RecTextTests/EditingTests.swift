import RecText
import Testing

struct EditingTests {
  private let order = ["Id", "Agency", "Criterion", "With", "By"]

  private func edited(_ text: String, _ name: String, _ values: [String]) throws -> String {
    var draft = document(text)
    try draft.set(name, to: values, in: RecordID(0), order: order)
    return draft.text
  }

  @Test func `an edit changes the lines of its field and no other byte`() throws {
    let before = "# free\n\n  Id:1\nAgency: a\\\nb\n# note\nBy:\tmh  \n \t\nId: 2\n\n\n# end"
    let after = try edited(before, "Agency", ["police"])
    #expect(after == "# free\n\n  Id:1\nAgency: police\n# note\nBy:\tmh  \n \t\nId: 2\n\n\n# end")
  }

  @Test func `a new field goes where the order of the type puts it`() throws {
    #expect(try edited("Id: 1\nBy: mh\n", "Agency", ["p"]) == "Id: 1\nAgency: p\nBy: mh\n")
    #expect(try edited("By: mh\n", "Id", ["1"]) == "Id: 1\nBy: mh\n")
    #expect(try edited("Id: 1\nBy: mh\n# c\n", "Note", ["x"]) == "Id: 1\nBy: mh\nNote: x\n# c\n")
    #expect(
      try edited("Id: 1\nX: 2\nAgency: a\nBy: b\n", "Criterion", ["I4"])
        == "Id: 1\nX: 2\nAgency: a\nCriterion: I4\nBy: b\n")
  }

  @Test func `a new first field takes over the blanks before the record`() throws {
    let after = try edited("  By: mh\n", "Id", ["1"])
    #expect(after == "  Id: 1\nBy: mh\n")
    #expect(!document(after).hasErrors)
  }

  @Test func `values that stay keep their lines and folding`() throws {
    let before = "With: a\\\nb\n# c\nWith:  x\nWith: z\nBy: mh\n"
    #expect(
      try edited(before, "With", ["ab", " x", "new"])
        == "With: a\\\nb\n# c\nWith:  x\nWith: new\nBy: mh\n")
    #expect(try edited(before, "With", ["z"]) == "# c\nWith: z\nBy: mh\n")
    #expect(
      try edited(before, "With", ["0", "ab", "1", " x", "z", "2"])
        == "With: 0\nWith: a\\\nb\n# c\nWith: 1\nWith:  x\nWith: z\nWith: 2\nBy: mh\n")
  }

  @Test func `no values remove the lines of the field and only those`() throws {
    #expect(try edited("Id: 1\nBy: a\n# c\nBy: b\n+ c\n", "By", []) == "Id: 1\n# c\n")
    #expect(try edited("Id: 1\n", "By", []) == "Id: 1\n")
  }

  @Test func `bytes that are not UTF-8 stay when the value was not changed`() throws {
    let bytes = Array("With: ".utf8) + [0xC3, 0x0A] + Array("With: b\n".utf8)
    var draft = document(bytes)
    try draft.set("With", to: ["\u{FFFD}", "c"], in: RecordID(0))
    #expect(draft.print() == Array("With: ".utf8) + [0xC3, 0x0A] + Array("With: c\n".utf8))
  }

  @Test func `a last line without line feed gets one only when something follows it`() throws {
    #expect(try edited("Id: 1\nBy: mh", "Id", ["2"]) == "Id: 2\nBy: mh")
    #expect(try edited("Id: 1\nBy: mh", "Note", ["x"]) == "Id: 1\nBy: mh\nNote: x\n")
    #expect(try edited("Id: 1\nBy: mh", "By", ["x", "y"]) == "Id: 1\nBy: x\nBy: y\n")
    #expect(try edited("Id: 1\nBy: mh", "By", ["mh", "y"]) == "Id: 1\nBy: mh\nBy: y\n")
  }

  @Test func `a backslash that ends the file swallows nothing that is added`() throws {
    for text in ["Id: x\\", "Id: x\\\n", "Id: x\\\\", "Id: x\n+ \\"] {
      let before = document(text).fields(0)
      let after = try edited(text, "By", ["mh"])
      #expect(document(after).fields(0) == before + ["By=mh"])
    }
  }

  @Test func `typing back what the file says leaves no edit`() throws {
    var draft = document("Id: 1\nBy: mh\n")
    try draft.set("By", to: ["x"], in: RecordID(0))
    #expect(draft.hasEdits)
    try draft.set("By", to: ["mh"], in: RecordID(0))
    #expect(!draft.hasEdits)
  }

  @Test func `undo gives back the very bytes`() throws {
    let text = "Id: 1\nBy:  m\\\nh\n"
    var draft = document(text)
    let first = try draft.set("By", to: ["x"], in: RecordID(0))
    let second = try draft.set("Id", to: ["2"], in: RecordID(0))
    draft.restoreText(second)
    #expect(draft.text == "Id: 1\nBy: x\n")
    draft.restoreText(first)
    #expect(draft.text == text)
    #expect(!draft.hasEdits)
  }

  @Test func `what cannot be written is refused and changes nothing`() {
    let text = "Id: 1\n\nId: 2\nwrong\n\n%rec: X\n"
    var draft = document(text)
    #expect(throws: RecWriteProblem.damagedRecord(RecordID(1))) {
      try draft.set("Id", to: ["3"], in: RecordID(1))
    }
    #expect(throws: RecWriteProblem.noSuchRecord(RecordID(9))) {
      try draft.set("Id", to: ["3"], in: RecordID(9))
    }
    #expect(throws: RecWriteProblem.badFieldName("a-b")) {
      try draft.set("a-b", to: [], in: RecordID(0))
    }
    #expect(throws: RecWriteProblem.nulInValue(field: "Id")) {
      try draft.set("Id", to: ["\0"], in: RecordID(0))
    }
    #expect(throws: RecWriteProblem.noFieldLeft) { try draft.set("Id", to: [], in: RecordID(0)) }
    #expect(throws: RecWriteProblem.changesSets) {
      try draft.set("%rec", to: ["Y"], in: RecordID(2))
    }
    #expect(draft.text == text)
    #expect(!draft.hasEdits)
  }

  @Test func `a copy keeps what it was when the document is edited further`() throws {
    var draft = document("Id: 1\n")
    try draft.set("Id", to: ["2"], in: RecordID(0))
    let snapshot = draft
    try draft.set("Id", to: ["3"], in: RecordID(0))
    #expect(snapshot.text == "Id: 2\n")
    #expect(draft.text == "Id: 3\n")
  }
}
