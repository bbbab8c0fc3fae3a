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
      table.json.text == #"""
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

  @Test func `members stand in the order in which they are given`() {
    let value: JSON = [
      "zebra": .number(1.5), "ape": .array([]), "gnu": nil, "yak": .null, "owl": [:],
      "newt": .array([["b": .bool(true)], .strings(["c"])]),
    ]
    #expect(
      value.text == """
        {
          "zebra": 1.5,
          "ape": [],
          "yak": null,
          "owl": {},
          "newt": [
            {
              "b": true
            },
            [
              "c"
            ]
          ]
        }

        """)
  }

  @Test func `all of a value can stand on one line`() {
    let value: JSON = ["a": [], "b": [:], "c": [["d": .integer(1), "e": "two\nlines"], .null]]
    #expect(value.line == #"{"a":[],"b":{},"c":[{"d":1,"e":"two\nlines"},null]}"#)
  }

  @Test(
    arguments: [
      (.integer(-3), "-3"), (.integer(.max), "9223372036854775807"), (.number(2), "2.0"),
      (.number(-0.5), "-0.5"), (.number(1e21), "1e+21"), (.number(.nan), "null"),
      (.number(.infinity), "null"), (.bool(false), "false"), (.known(nil), "null"),
      (.known("x"), #""x""#), (.string("\r\0\u{1F}/'"), #""\u000d\u0000\u001f/'""#),
      (.string("a\\\"\t\n"), #""a\\\"\t\n""#), (.string("\u{7F}\u{85}"), #""\u007f\u0085""#),
      (.string("e\u{301}\u{2028}\u{2029}é"), "\"e\u{301}\\u2028\\u2029é\""),
      (.string("\u{200F}\u{FEFF}\u{AD}"), #""\u200f\ufeff\u00ad""#),
      (.string("\u{E0041}👩"), #""\udb40\udc41👩""#), (["\u{1B}\"": nil], "{}"),
      (["\u{1B}\"": .null], "{\n  \"\\u001b\\\"\": null\n}"),
    ] as [(JSON, String)])
  func `a value is printed as JSON, whatever is in it`(value: JSON, text: String) {
    #expect(value.text == text + "\n")
  }

  @Test func `no records are an empty array`() throws {
    #expect(try table(.framework).json.text.filter { !$0.isWhitespace } == "[]")
  }
}
