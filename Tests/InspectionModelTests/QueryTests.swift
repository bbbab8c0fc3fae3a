import InspectionModel
import Testing

struct QueryTests {
  @Test(arguments: [
    ("", ["C-1", "C-2"]),
    ("police", ["C-1"]),
    ("POLICE know", ["C-1"]),
    ("ashby", ["C-1"]),
    ("neglect", ["C-2"]),
    ("!neglect", ["C-1"]),
    ("santé", ["C-1", "C-2"]),
    ("SANTÉ weekly", []),
    ("agency:police", ["C-1"]),
    ("agency:pol", ["C-1"]),
    ("!agency:police", ["C-2"]),
    ("with:health", ["C-1"]),
    ("with:", ["C-1"]),
    ("!with:", ["C-2"]),
    ("direction:-", ["C-2"]),
    ("direction:", ["C-1", "C-2"]),
    ("theme:neglect", ["C-2"]),
    ("Theme:NEGLECT", ["C-2"]),
    ("region:north", ["C-1"]),
    ("section:str", ["C-1", "C-2"]),
    ("agency:police,health", ["C-1", "C-2"]),
    ("!agency:police,health", []),
    ("agency:health,", ["C-2"]),
    ("agency:,", ["C-1", "C-2"]),
    ("direction:+,0", ["C-1"]),
    ("from:2016,2019..", ["C-1"]),
    ("\"what they know\"", ["C-1"]),
    ("\"know what they\"", []),
    ("text:\"meet every week\"", ["C-2"]),
    ("!\"meet every\" police", ["C-1"]),
    ("region:\"North West\"", ["C-1"]),
    ("region:\"north w", ["C-1"]),
    ("agency:police,\"santé publique\"", ["C-1", "C-2"]),
    ("!", ["C-1", "C-2"]),
    (":x", []),
  ])
  func `a filter on contributions finds them by what they are of, too`(
    text: String, keys: [String]
  ) throws {
    #expect(try found(text, .contribution) == keys)
  }

  @Test(arguments: [
    ("from:2016", ["jtai-ashby-2016"]),
    ("from:2016-02-22", ["jtai-ashby-2016"]),
    ("from:2016-02", ["jtai-ashby-2016"]),
    ("from:2016-03..", ["jtai-borne-2018"]),
    ("from:..2016", ["jtai-ashby-2016"]),
    ("from:2016..2018", ["jtai-ashby-2016", "jtai-borne-2018"]),
    ("from:2018-05..2018-05", ["jtai-borne-2018"]),
    ("from:2018-05-01..", []),
    ("from:..", ["jtai-ashby-2016", "jtai-borne-2018"]),
    ("from:2019..2015", []),
    ("published:", []),
  ])
  func `a range of days is open at either end`(text: String, keys: [String]) throws {
    #expect(try found(text, .inspection) == keys)
  }

  @Test(arguments: [("index:1", 3), ("index:2..", 0), ("index:..1", 3), ("!index:1..4", 0)])
  func `a range of numbers, too`(text: String, count: Int) throws {
    #expect(try found(text, .passage).count == count)
  }

  @Test(arguments: [
    (
      "colour:red", 1,
      "contributions have no “colour”; they have agency area criterion coded direction from "
        + "framework grade region section theme words and 52 others"
    ),
    ("police !mood:", 9, "contributions have no “mood”; they have "),
    ("agncy:police", 1, "contributions have no “agncy”; did you mean agency?"),
    ("agency:police sectoin:", 15, "contributions have no “sectoin”; did you mean section?"),
    ("\"agency: police\" by:x regoin:", 23, "contributions have no “regoin”; did you mean region?"),
    (
      "from:soon", 6,
      "“soon” is not a date; write 2016, 2016-02, 2016-02-22 or two of them with .. between"
    ),
    ("police  !from:2016..x", 15, "“2016..x” is not a date; "),
    ("index:many", 7, "“many” is not a number; write 3 or 2..4"),
    ("direction:*", 11, "“*” is not one of + - = 0"),
    ("direction:+,*", 13, "“*” is not one of + - = 0"),
    ("section:strenth", 9, "“strenth” is not one of strength improvement "),
  ])
  func `what is wrong with a filter is said, with its place`(
    text: String, column: Int, sentence: String
  ) {
    let problem = #expect(throws: QueryProblem.self) { try Query(text, on: .contribution) }
    #expect(problem?.column == column)
    #expect(problem?.description.hasPrefix(sentence) == true)
  }

  @Test(arguments: [
    ("agency:plice", 8, "no agency is called “plice”; did you mean police?"),
    ("agency:health,polcie with:", 15, "no agency is called “polcie”; did you mean police?"),
    ("area:wexmoor", 6, "no area is called “wexmoor”"), ("agency:pol", nil, ""),
    ("criterion:I4 theme:neglect area:ash", nil, ""),
  ])
  func `what a list that one knows by heart lacks is said, with the nearest it has`(
    text: String, column: Int?, sentence: String
  ) throws {
    let register = try Register.sample()
    do throws(QueryProblem) {
      _ = try Query(text, on: .contribution, in: register)
      #expect(column == nil)
    } catch {
      #expect(error.column == column)
      #expect(error.description == sentence)
    }
  }

  @Test func `fields that a filter may ask for are offered, those of what it belongs to too`() {
    for name in ["agency", "section", "theme", "published", "area", "region"] {
      let offered = Completion(of: name, at: name.count, on: .contribution, values: [])
      #expect(offered?.choices.first?.text == name + ":", "\(name)")
      #expect(throws: Never.self) { try Query(name + ":", on: .contribution) }
    }
  }

  @Test func `an inspection is not found by whom its letter is addressed to`() throws {
    var register = try Register.sample()
    let row = try #require(register.row(.inspection, key: "jtai-ashby-2016"))
    try register.make(
      try #require(register[row].setting(.addressee, to: ["Chief Constable, Wexmoor Police"])))
    #expect(register.rows(matching: try Query("wexmoor", on: .inspection)).isEmpty)
    #expect(register.rows(matching: try Query("addressee:wexmoor", on: .inspection)) == [row])
  }

  @Test func `letters set as one, as they come out of a PDF, are looked for as letters`() throws {
    var register = try Register.sample()
    let row = try #require(register.row(.passage, key: "jtai-ashby-2016/s1"))
    try register.make(
      try #require(register[row].setting(.text, to: ["An officer files a first offer."])))
    for typed in ["o\u{FB03}cer", "\u{FB01}les", "text:o\u{FB00}er", "fir\u{FB06}"] {
      #expect(register.rows(matching: try Query(typed, on: .passage)) == [row], "\(typed)")
    }
  }

  @Test func `a removed record is not found, nor what it was called`() throws {
    var register = try Register.sample()
    try register.make(
      .remove(
        .contribution, register[try #require(register.row(.contribution, key: "C-1"))].values))
    let rows = register.rows(matching: try Query("", on: .contribution))
    #expect(register.keys(rows) == ["C-2"])
  }

  private func found(_ text: String, _ type: RecordType) throws -> [String] {
    let register = try Register.sample()
    return register.keys(register.rows(matching: try Query(text, on: type))).sorted()
  }
}
