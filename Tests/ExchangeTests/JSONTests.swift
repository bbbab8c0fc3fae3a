import Exchange
import InspectionModel
import Testing

struct JSONTests {
  @Test func `records are objects with their fields by name`() throws {
    let table = try table(
      .framework,
      [
        .init(.id, "jtai"), .init(.name, "Joint \"targeted\" / one"), .init(.by, "Ofsted"),
        .init(.from, "2016-01"), .init(.notice, "8"), .init(.note, "two\nlines\u{1B}\u{9B}"),
      ])
    #expect(
      try JSON.text(table) == #"""
        [
          {
            "Id": "jtai",
            "Name": "Joint \"targeted\" / one",
            "By": [
              "Ofsted"
            ],
            "From": "2016-01",
            "Notice": 8,
            "Note": "two\nlines\u001b\u009b"
          }
        ]

        """#)
  }

  @Test func `members stand in the order in which a value gives them`() throws {
    struct Value: Encodable {
      let zebra: Double?
      let ape: [Int]
      let newt: [[String: Bool]]
    }
    let text = try JSON.text([Value(zebra: 1.5, ape: [], newt: [["b": true]])])
    #expect(
      text == """
        [
          {
            "zebra": 1.5,
            "ape": [],
            "newt": [
              {
                "b": true
              }
            ]
          }
        ]

        """)
  }

  @Test func `no records are an empty array`() throws {
    #expect(try JSON.text(table(.framework)).filter { !$0.isWhitespace } == "[]")
  }
}
