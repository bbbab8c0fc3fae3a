import InspectionModel
import Testing

struct UndoTests {
  @Test func `what is undone can be done again, until something else is done`() throws {
    var register = try Register.sample()
    var history = History()
    let change = Change(
      "", [.set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"])])
    try register.apply(change)
    history.record(change)
    #expect(history.canUndo && !history.canRedo)

    #expect(try history.undo(in: &register)?.edits == change.inverse.edits)
    #expect(try register.name("ashby") == "Ashby")
    #expect(!history.canUndo && history.canRedo)

    #expect(try history.redo(in: &register) == change)
    #expect(try register.name("ashby") == "Greater Ashby")

    _ = try history.undo(in: &register)
    let other = Change("", [.set(.area, key: "borne", .name, from: ["Borne"], to: ["Bourne"])])
    try register.apply(other)
    history.record(other)
    #expect(!history.canRedo)
    #expect(try history.redo(in: &register) == nil)
  }

  @Test func `nothing is left to undo in a new history`() throws {
    var register = try Register.sample()
    var history = History()
    #expect(try history.undo(in: &register) == nil)
  }

  @Test func `undoing takes back the last edit of a change first`() throws {
    var register = try Register.sample()
    let before = register
    let change = Change(
      "",
      [
        .insert(.theme, [.init(.id, "gangs"), .init(.name, "Gangs")]),
        .set(.inspection, key: "jtai-ashby-2016", .theme, from: [], to: ["gangs"]),
      ])
    try register.apply(change)
    try register.apply(change.inverse)
    #expect(register.holdsTheSame(as: before))
  }

  @Test func `an undo that no longer fits is refused and stays possible`() throws {
    var register = try Register.sample()
    var history = History()
    let theme = Change("", [.insert(.theme, [.init(.id, "gangs"), .init(.name, "Gangs")])])
    try register.apply(theme)
    history.record(theme)
    try register.make(.set(.inspection, key: "jtai-ashby-2016", .theme, from: [], to: ["gangs"]))
    #expect(throws: EditProblem.inUse(.theme, key: "gangs", by: 1)) {
      try history.undo(in: &register)
    }
    #expect(history.canUndo)
  }

  @Test func `a mended value that did not fit comes back by undo`() throws {
    var (register, _) = Self.damaged()
    let before = register
    var history = History()
    let change = Change(
      "mend",
      [
        .set(.inspection, key: "jtai-ashby-2016", .from, from: ["last week"], to: ["2016-02-22"]),
        .set(.inspection, key: "jtai-ashby-2016", .theme, from: ["lost"], to: []),
        .set(.inspection, key: "jtai-ashby-2016", .to, from: ["2016", "2017"], to: ["2017"]),
        .set(.inspection, key: "jtai-ashby-2016", .source, from: [], to: ["https://example.org"]),
      ])
    try register.apply(change)
    history.record(change)
    _ = try history.undo(in: &register)
    #expect(register.holdsTheSame(as: before))
    _ = try history.redo(in: &register)
    #expect(!register.holdsTheSame(as: before))
  }

  @Test func `a change that fails after mending a value leaves the value as it was`() throws {
    var (register, row) = Self.damaged()
    let values = register[row].values
    let change = Change(
      "",
      [
        .set(.inspection, key: "jtai-ashby-2016", .from, from: ["last week"], to: ["2016-02-22"]),
        .set(.area, key: "nowhere", .name, from: [], to: ["Nowhere"]),
      ])
    #expect(throws: EditProblem.self) { try register.apply(change) }
    #expect(register[row].values == values)
  }

  /// An inspection with a day that is none, a theme that is not there, a field too often and no
  /// source.
  private static func damaged() -> (Register, Row) {
    var part = RecordRows()
    part.record(.area, (.id, "ashby"), (.name, "Ashby"))
    part.record(.framework, (.id, "jtai"), (.name, "Joint inspection"))
    part.record(
      .inspection, (.id, "jtai-ashby-2016"), (.area, "ashby"), (.framework, "jtai"),
      (.theme, "lost"),
      (.from, "last week"), (.to, "2016"), (.to, "2017"), (.certainty, "stated-in-letter"))
    return (part.register(), Row(type: .inspection, number: 0))
  }
}

extension Register {
  fileprivate func name(_ area: String) throws -> String? {
    self[try #require(row(.area, key: area))].text(.name)
  }
}
