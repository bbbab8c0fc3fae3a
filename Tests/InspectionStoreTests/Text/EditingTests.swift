import InspectionModel
import Testing

@testable import InspectionStore

struct EditingTests {
  @Test func `another spelling of the same letters is a change, and undone gives the former bytes`()
    throws
  {
    let text = "%rec: Area\n\nId: a\nName: Cafe\u{301}\n"
    var read = read(text)
    let area = read.register[try #require(read.register.row(.area, key: "a"))]
    let change = Change("", [try #require(area.setting(.name, to: ["Caf\u{E9}"]))])
    try read.make(change)
    #expect(Array(read.printed.utf8) == Array(text.replacing("e\u{301}", with: "\u{E9}").utf8))
    try read.make(change.inverse)
    #expect(Array(read.printed.utf8) == Array(text.utf8))
  }

  @Test(arguments: LineEdit.all)
  func `only the lines of the edited field change`(edit: LineEdit) throws {
    var read = read(Sample.text)
    try read.make(edit.edit)
    #expect(read.printed == Sample.text.replacing(edit.before, with: edit.after))
    try read.make(edit.edit.inverse)
    #expect(read.printed == Sample.text)
  }

  @Test func `a removed record leaves with the comments in it and comes back with them`() throws {
    var read = read(Sample.text)
    let removal = Change("", [.remove(.area, try read.values(.area, "borne"))])
    try read.make(removal)
    #expect(
      read.printed
        == Sample.text.replacing(
          "\nId: borne\nName: Borne\n# Next door.\nNeighbour: ashby\n", with: ""))
    try read.make(removal.inverse)
    #expect(read.printed == Sample.text)
  }

  @Test func `what stands above a removed record stays, and what it does not know comes back`()
    throws
  {
    var read = read(Sample.text)
    let removal = Change("", [.remove(.contribution, try read.values(.contribution, "C-3"))])
    try read.make(removal)
    #expect(read.printed.contains("Direction: -\n\n# Agreed with the police.\n\nId: C-7\n"))
    try read.make(removal.inverse)
    #expect(read.printed == Sample.text)
  }

  @Test func `a removed record put in anew takes its former place and the new values`() throws {
    var read = read(Sample.text)
    let values = try read.values(.contribution, "C-3")
    try read.make(.remove(.contribution, values))
    try read.make(
      .insert(.contribution, values.filter { $0.field != .note } + [.init(.by, "mh")]))
    #expect(
      read.printed
        == Sample.text.replacing(
          "Note: first reading\nMood: cheerful\n", with: "By: mh\nMood: cheerful\n"))
  }

  @Test func `a text with odd spelling keeps it where nothing was edited`() throws {
    let text =
      "%rec: Area\r\n\n  Name:\tAshby\nId:ashby\nType: unitary\n+\nGSS: E\\\n1\n#c\nAlias: "
      + "a\n\n\n\n# end"
    var read = read(text)
    try read.make(.set(.area, key: "ashby", .alias, from: ["a"], to: ["a", "b"]))
    #expect(read.printed == text.replacing("Alias: a\n", with: "Alias: a\nAlias: b\r\n"))
  }

  @Test func `bytes that are no text survive an edit beside them`() throws {
    let text =
      Array("%rec: Area\n\nId: a\nName: A\nNote: ".utf8) + [0xE9, 0x80] + Array("\nAlias: x\n".utf8)
    var read = RegisterReader.read(.init(text))
    try read.make(.set(.area, key: "a", .alias, from: ["x"], to: ["y"]))
    #expect(read.text.print() == text.map { $0 == UInt8(ascii: "x") ? UInt8(ascii: "y") : $0 })
  }

  @Test(arguments: ["Id", "Id: a\r\nName"])
  func `bytes that are no text, in the folded value of a CR LF file, are read as they stand`(
    field: String
  ) throws {
    let text = Array("%rec: Area\r\n\r\n\(field): ".utf8) + [0xA4, 0xE9] + Array("\\".utf8)
    var read = RegisterReader.read(.init(text))
    try read.make(.insert(.area, [.init(.id, "é"), .init(.name, "E")]))
    let again = RegisterReader.read(.init(read.text.print()))
    #expect(again.register.holdsTheSame(as: read.register))
  }

  @Test func `a change that the text cannot take is not half in it`() throws {
    var read = read(Sample.text)
    let change = Change(
      "",
      [
        .insert(.area, [.init(.id, "new"), .init(.name, "New")]),
        .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater\0Ashby"]),
      ])
    #expect(throws: (any Error).self) { try read.text.apply(change, read.register) }
    #expect(read.printed == Sample.text)
  }

  @Test func `a refused change does not shift the records that come after it`() throws {
    var read = read(Sample.text)
    let refused = Change(
      "",
      [
        .insert(.area, [.init(.id, "lost"), .init(.name, "Lost")]),
        .insert(.area, [.init(.id, "ashby"), .init(.name, "Taken")]),
      ])
    #expect(throws: EditProblem.self) { try read.make(refused) }
    try read.make(.insert(.area, [.init(.id, "castle"), .init(.name, "Castle")]))
    try read.make(.insert(.area, [.init(.id, "dale"), .init(.name, "Dale")]))
    try read.make(.set(.area, key: "castle", .region, from: [], to: ["North East"]))
    #expect(
      read.printed
        == Sample.text.replacing(
          "Neighbour: ashby\n",
          with:
            "Neighbour: ashby\n\nId: castle\nName: Castle\nRegion: North East\n\nId: dale\nName: "
            + "Dale\n"
        )
    )
  }
}

/// An edit of the sample, and the only place of its text that it changes.
struct LineEdit: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let edit: Edit
  let before: String
  let after: String

  init(_ name: String, _ edit: Edit, _ before: String, _ after: String) {
    (testDescription, self.edit, self.before, self.after) = (name, edit, before, after)
  }

  static let all = [
    LineEdit(
      "a value", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]),
      "Name: Ashby\n", "Name: Greater Ashby\n"),
    LineEdit(
      "one of several values",
      .set(
        .area, key: "ashby", .alias, from: ["Ashby Council", "Old Ashby"],
        to: ["Ashby Council", "Ashby-on-Sea", "Old Ashby"]),
      "Alias: Old Ashby\n", "Alias: Ashby-on-Sea\nAlias: Old Ashby\n"),
    LineEdit(
      "a field that was empty", .set(.area, key: "ashby", .region, from: [], to: ["North West"]),
      "Name: Ashby\n", "Name: Ashby\nRegion: North West\n"),
    LineEdit(
      "a field that is emptied",
      .set(.contribution, key: "C-3", .note, from: ["first reading"], to: []),
      "Note: first reading\n", ""),
    LineEdit(
      "a value of several lines",
      .set(
        .passage, key: "jtai-ashby-2016/i1", .text,
        from: ["Referrals go missing\nbetween two desks."], to: ["Referrals\n\ngo missing."]),
      "Text: Referrals go missing\n+ between two desks.\n",
      "Text: Referrals\n+ \n+ go missing.\n"),
    LineEdit(
      "a reference", .set(.contribution, key: "C-7", .agency, from: ["health"], to: ["police"]),
      "Agency: health\nDirection: 0\n", "Agency: police\nDirection: 0\n"),
  ]
}
