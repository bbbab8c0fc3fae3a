import Exchange
import InspectionModel
import Testing

struct JSONTests {
  @Test func `records are objects with their fields by name`() throws {
    let table = try table(
      .framework,
      [
        .init(.id, "jtai"), .init(.name, "Joint \"targeted\" / one"), .init(.by, "Ofsted"),
        .init(.from, "2016-01"), .init(.notice, "8"), .init(.note, "two\nlines\u{1B}"),
      ])
    #expect(
      try JSON.text(table) == #"""
        [
          {
            "By" : [
              "Ofsted"
            ],
            "From" : "2016-01",
            "Id" : "jtai",
            "Name" : "Joint \"targeted\" / one",
            "Note" : "two\nlines\u001b",
            "Notice" : 8
          }
        ]

        """#)
  }

  @Test func `no records are an empty array`() throws {
    #expect(try JSON.text(table(.framework)).filter { !$0.isWhitespace } == "[]")
  }
}
