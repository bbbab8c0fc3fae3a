import RecText
import Testing

struct InsertionTests {
  private func inserting(_ text: String, at place: RecPlace, _ ids: String...) throws -> String {
    var draft = document(text)
    for id in ids { _ = try draft.insert([("Id", id)], at: place) }
    return draft.text
  }

  @Test func `an inserted record stands between blank lines`() throws {
    #expect(
      try inserting("Id: 1\n\nId: 2\n", at: .after(RecordID(0)), "new")
        == "Id: 1\n\nId: new\n\nId: 2\n")
    #expect(
      try inserting("Id: 1\n# c\n \nId: 2\n", at: .after(RecordID(0)), "new")
        == "Id: 1\n# c\n\nId: new\n \nId: 2\n")
  }

  @Test func `at the end of a set means before the next descriptor`() throws {
    let text = "%rec: X\n\nId: 1\n\n# about Y\n%rec: Y\n"
    #expect(
      try inserting(text, at: .endOfSet(0), "a", "b")
        == "%rec: X\n\nId: 1\n\nId: a\n\nId: b\n\n# about Y\n%rec: Y\n")
    #expect(try inserting(text, at: .endOfSet(1), "a") == text + "\nId: a\n")
  }

  @Test func `after a descriptor is the start of its set`() throws {
    #expect(
      try inserting("%rec: X\n\nId: 1\n", at: .after(RecordID(0)), "a")
        == "%rec: X\n\nId: a\n\nId: 1\n")
  }

  @Test func `a file without records takes its first at the end`() throws {
    #expect(try inserting("", at: .endOfSet(0), "a", "b") == "Id: a\n\nId: b\n")
    #expect(try inserting("# only", at: .endOfSet(0), "a") == "# only\n\nId: a\n")
    #expect(try inserting("# only\n\n", at: .endOfSet(0), "a") == "# only\n\nId: a\n")
    #expect(try inserting("\u{FEFF}", at: .endOfSet(0), "a") == "\u{FEFF}Id: a\n")
  }

  @Test func `a file that ends in the middle of a line is closed first`() throws {
    #expect(try inserting("Id: 1", at: .endOfSet(0), "a", "b") == "Id: 1\n\nId: a\n\nId: b\n")
    for text in ["Id: x\\", "Id: x\\\n", "Id: x\\\\", "Id: 1\n+", "Id:"] {
      let after = document(try inserting(text, at: .endOfSet(0), "a"))
      #expect(after.fields(0) == document(text).fields(0))
      #expect(after.fields(1) == ["Id=a"])
    }
  }

  @Test func `inserted records can be edited, removed and built upon`() throws {
    var draft = document("%rec: X\n")
    let first = try draft.insert([("Id", "a")], at: .endOfSet(0))
    let third = try draft.insert([("Id", "c")], at: .endOfSet(0))
    let second = try draft.insert([("Id", "b")], at: .after(first))
    try draft.set("By", to: ["mh"], in: second)
    #expect(draft.contents == ["X:1,3,2"])
    draft.remove(second)
    #expect(draft.text == "%rec: X\n\nId: a\n\nId: c\n")
    draft.restore(second)
    #expect(draft.text == "%rec: X\n\nId: a\n\nId: b\nBy: mh\n\nId: c\n")
    for id in [first, second, third] { draft.remove(id) }
    #expect(draft.text == "%rec: X\n")
    #expect(!draft.hasEdits)
  }

  @Test func `an inserted descriptor opens a set of its own`() throws {
    var draft = document("%rec: X\n\nId: 1\n")
    let descriptor = try draft.insert([("%rec", "Y"), ("%key", "Id")], at: .endOfSet(0))
    _ = try draft.insert([("Id", "y")], at: .endOfSet(1))
    _ = try draft.insert([("Id", "x")], at: .endOfSet(0))
    #expect(draft.isDescriptor(descriptor))
    #expect(draft.contents == ["X:1,4", "Y:3"])
    #expect(draft.text == "%rec: X\n\nId: 1\n\nId: x\n\n%rec: Y\n%key: Id\n\nId: y\n")
    #expect(document(draft.print()).contents == ["X:1,2", "Y:4"])
  }

  @Test func `a set goes before another, and before the comments straight above that`() throws {
    for text in ["# head\n\n# X\n%rec: X\n\nId: 1\n\n# Y\n%rec: Y\n", "%rec: X\n\n%rec: Y\n"] {
      var draft = document(text)
      for (name, set) in [("B", 0), ("A", 2), ("C", 1), ("D", 1)] {
        _ = try draft.insert([("%rec", name)], at: .beforeSet(set))
      }
      _ = try draft.insert([("Id", "a")], at: .endOfSet(3))
      let expected = text.replacing("# X\n", with: "").replacing("# Y\n", with: "")
        .replacing("%rec: X", with: "%rec: A\n\nId: a\n\n%rec: B\n\n" + comment("X", in: text))
        .replacing("%rec: Y", with: "%rec: C\n\n%rec: D\n\n" + comment("Y", in: text))
      #expect(draft.text == expected)
      #expect(draft.readsBack)
    }
  }

  private func comment(_ name: String, in text: String) -> String {
    (text.contains("# \(name)\n") ? "# \(name)\n" : "") + "%rec: \(name)"
  }

  @Test func `before the first set of a file only a set can be put`() {
    var draft = document("%rec: X\n")
    #expect(throws: RecWriteProblem.recordOutsideSets) {
      try draft.insert([("Id", "a")], at: .beforeSet(0))
    }
    #expect(draft.text == "%rec: X\n")
  }

  @Test func `a descriptor is not put where it would change the type of records`() {
    var draft = document("%rec: X\n\nId: 1\n")
    #expect(throws: RecWriteProblem.descriptorInsideSet) {
      try draft.insert([("%rec", "Y")], at: .after(RecordID(0)))
    }
  }

  @Test(arguments: [
    ([0], "Id: 2\n\nId: 3\n"), ([1], "Id: 1\n\nId: 3\n"), ([2], "Id: 1\n\nId: 2\n"),
    ([0, 1], "Id: 3\n"),
    ([1, 2], "Id: 1\n"), ([0, 1, 2], ""),
  ])
  func `a removed record takes one blank line with it, and comes back`(removed: [Int], left: String)
  {
    let text = "Id: 1\n\nId: 2\n\nId: 3\n"
    var draft = document(text)
    for index in removed { draft.remove(RecordID(index)) }
    #expect(draft.text == left)
    for index in removed { draft.restore(RecordID(index)) }
    #expect(draft.text == text)
    #expect(!draft.hasEdits)
  }

  @Test func `the comment above a removed record stays apart from the next record`() {
    var draft = document("# one\nId: 1\n\nId: 2\n")
    draft.remove(RecordID(0))
    #expect(draft.text == "# one\n\nId: 2\n")
  }

  @Test func `removing around an inserted record leaves single blank lines`() throws {
    for removed in [[0], [1], [0, 1], [0, 1, 2], [2]] {
      for place in 0...2 {
        var draft = document("Id: 1\n\nId: 2\n\nId: 3\n")
        _ = try draft.insert([("Id", "new")], at: .after(RecordID(place)))
        for index in removed { draft.remove(RecordID(index)) }
        let after = document(draft.print())
        #expect(after.recordCount == 4 - removed.count)
        #expect(!draft.text.contains("\n\n\n"))
        #expect(!draft.text.hasPrefix("\n") && !draft.text.hasSuffix("\n\n"))
      }
    }
  }
}
