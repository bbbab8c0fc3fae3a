import InspectionModel
import Testing

struct EditTests {
  @Test func `an inserted record can be found and read`() throws {
    let register = try Register.sample()
    let row = try #require(register.row(.inspection, key: "jtai-borne-2018"))
    let inspection = register.view(row, as: Inspection.self)
    #expect(inspection.area?.name == "Borne")
    #expect(inspection.theme?.name == "Children living with neglect")
    #expect(inspection.from == Day(year: 2018, month: 5))
    #expect(inspection.record.texts(.source) == ["https://example.org/borne"])
    #expect(register.count(.inspection) == 2)
  }

  @Test func `a field is set and emptied`() throws {
    var register = try Register.sample()
    try register.make(
      .set(.area, key: "ashby", .alias, from: [], to: ["Ashby Council", "Old Ashby"]))
    try register.make(.set(.area, key: "ashby", .region, from: ["North West"], to: []))
    let ashby = register[try #require(register.row(.area, key: "ashby"))]
    #expect(ashby.texts(.alias) == ["Ashby Council", "Old Ashby"])
    #expect(ashby.text(.region) == nil)
  }

  @Test func `a record that moves to another parent leaves the former one`() throws {
    var register = try Register.sample()
    try register.make(
      .set(
        .contribution, key: "C-1", .passage, from: ["jtai-ashby-2016/s1"],
        to: ["jtai-borne-2018/s1"]))
    #expect(try register.children("jtai-ashby-2016/s1").isEmpty)
    #expect(try register.children("jtai-borne-2018/s1") == ["C-2", "C-1"])
  }

  @Test func `a removed record is gone from every list, and its key is free again`() throws {
    var register = try Register.sample()
    let row = try #require(register.row(.contribution, key: "C-1"))
    try register.make(.remove(.contribution, register[row].values))
    #expect(register.row(.contribution, key: "C-1") == nil)
    #expect(!register.contains(row))
    #expect(register.keys(register.rows(.contribution)) == ["C-2"])
    #expect(try register.children("jtai-ashby-2016/s1").isEmpty)
    try register.make(
      .insert(.contribution, Register.contribution("C-1", "jtai-borne-2018/s1", "police", "=")))
    #expect(try register.children("jtai-borne-2018/s1") == ["C-2", "C-1"])
  }

  @Test(arguments: Refusal.all)
  func `an edit that cannot be made is refused in a sentence`(refusal: Refusal) throws {
    var register = try Register.sample()
    let before = register
    let problem = #expect(throws: EditProblem.self) { try register.make(refusal.edit) }
    #expect(problem?.description == refusal.sentence)
    #expect(register.holdsTheSame(as: before))
  }

  @Test func `a change is made whole or not at all`() throws {
    var register = try Register.sample()
    let before = register
    let change = Change(
      "",
      [
        .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]),
        .insert(.contribution, Register.contribution("C-3", "jtai-ashby-2016/i1", "police", "-")),
        .remove(
          .contribution, register[try #require(register.row(.contribution, key: "C-2"))].values),
        .set(.area, key: "nowhere", .name, from: [], to: ["Nowhere"]),
      ])
    #expect(throws: EditProblem.noSuchRecord(.area, key: "nowhere")) { try register.apply(change) }
    #expect(register.holdsTheSame(as: before))
    #expect(try register.children("jtai-ashby-2016/i1").isEmpty)
    #expect(try register.children("jtai-borne-2018/s1") == ["C-2"])
  }

  @Test func `a change may build on its own edits`() throws {
    var register = try Register.sample()
    try register.apply(
      Change(
        "",
        [
          .insert(.theme, [.init(.id, "gangs"), .init(.name, "Gangs")]),
          .set(.inspection, key: "jtai-ashby-2016", .theme, from: [], to: ["gangs"]),
        ]))
    let row = try #require(register.row(.inspection, key: "jtai-ashby-2016"))
    #expect(register.view(row, as: Inspection.self).theme?.name == "Gangs")
  }

  @Test func `of two records with one key none is removed`() throws {
    var part = RecordRows()
    part.record(.area, (.id, "ashby"), (.name, "Ashby"))
    part.record(.area, (.id, "ashby"), (.name, "Ashby again"))
    var register = part.register()
    let problem = #expect(throws: EditProblem.self) {
      try register.make(.remove(.area, [.init(.id, "ashby"), .init(.name, "Ashby")]))
    }
    #expect(
      problem?.description
        == "two areas have the key ashby; give one another key in an editor first")
  }

  @Test func `a copy is not touched by an edit`() throws {
    let before = try Register.sample()
    var after = before
    try after.make(.set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    #expect(before[try #require(before.row(.area, key: "ashby"))].text(.name) == "Ashby")
  }
}

/// An edit of the sample that cannot be made, and why.
struct Refusal: CustomTestStringConvertible, Sendable {
  let sentence: String
  let edit: Edit
  var testDescription: String { sentence }

  init(_ sentence: String, _ edit: Edit) { (self.sentence, self.edit) = (sentence, edit) }

  static let all = [
    Refusal(
      "there is no area nowhere", .set(.area, key: "nowhere", .name, from: [], to: ["x"])),
    Refusal("there is no area nowhere", .remove(.area, [.init(.id, "nowhere")])),
    Refusal(
      "there is already an area ashby",
      .insert(.area, [.init(.id, "ashby"), .init(.name, "Other")])),
    Refusal("an area needs an Id", .insert(.area, [.init(.name, "Nameless")])),
    Refusal("an area needs an Id", .insert(.area, [.init(.id, ""), .init(.name, "Nameless")])),
    Refusal("an area has no Direction", .set(.area, key: "ashby", .direction, from: [], to: ["+"])),
    Refusal(
      "an area has no Direction",
      .insert(.area, [.init(.id, "new"), .init(.name, "New"), .init(.direction, "+")])),
    Refusal(
      "the Id of an area cannot be changed",
      .set(.area, key: "ashby", .id, from: ["ashby"], to: ["b"])),
    Refusal("an area needs a Name", .insert(.area, [.init(.id, "new")])),
    Refusal(
      "an inspection needs an Area",
      .set(.inspection, key: "jtai-ashby-2016", .area, from: ["ashby"], to: [])),
    Refusal(
      "“soon” does not fit From of an inspection",
      .set(.inspection, key: "jtai-borne-2018", .from, from: ["2018-05"], to: ["soon"])),
    Refusal(
      "“two” does not fit Page of a passage",
      .set(.passage, key: "jtai-ashby-2016/s1", .page, from: [], to: ["two"])),
    Refusal(
      "“007” does not fit Page of a passage",
      .set(.passage, key: "jtai-ashby-2016/s1", .page, from: [], to: ["007"])),
    Refusal(
      "“*” does not fit Direction of a contribution",
      .set(.contribution, key: "C-1", .direction, from: ["+"], to: ["*"])),
    Refusal(
      "“Twice” does not fit Name of an area",
      .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Once", "Twice"])),
    Refusal(
      "“a\0b” does not fit Name of an area",
      .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["a\0b"])),
    Refusal(
      "Agency names “fire”, which does not exist",
      .set(.contribution, key: "C-1", .agency, from: ["police"], to: ["fire"])),
    Refusal(
      "Name of area ashby has changed meanwhile",
      .set(.area, key: "ashby", .name, from: ["Former"], to: ["New"])),
    Refusal(
      "contribution C-2 has changed meanwhile",
      .remove(.contribution, Register.contribution("C-2", "jtai-borne-2018/s1", "health", "+"))),
    Refusal(
      "theme neglect is named by 1 other record",
      .remove(.theme, [.init(.id, "neglect"), .init(.name, "Children living with neglect")])),
    Refusal(
      "area ashby is named by 2 other records",
      .remove(
        .area, [.init(.id, "ashby"), .init(.name, "Ashby"), .init(.region, "North West")])),
  ]
}

extension Register {
  /// Makes a change of one edit.
  mutating func make(_ edit: Edit) throws(EditProblem) { try apply(Change("", [edit])) }

  /// The keys of what belongs to a passage.
  func children(_ passage: String) throws -> [String] {
    keys(children(.contribution, of: try #require(row(.passage, key: passage))))
  }
}

@Test(arguments: [
  (Field.region, "East", "North East"), (.gss, "E0600001", "E06000001"), (.dfe, "12", "120"),
  (.ofsted, "8049x", "80492"), (.formerGSS, "W06000001", "E06000002"),
])
func `a text that is not of its field's shape is refused, as recutils would`(
  field: Field, wrong: String, right: String
) throws {
  var register = try Register.sample()
  let row = try #require(register.row(.area, key: "borne"))
  let from = register[row].texts(field)
  #expect(throws: EditProblem.invalid(.area, field, value: wrong)) {
    try register.apply(Change("", [.set(.area, key: "borne", field, from: from, to: [wrong])]))
  }
  try register.apply(Change("", [.set(.area, key: "borne", field, from: from, to: [right])]))
  #expect(register[row].texts(field) == [right])
}

@Test func `a key stands on one line`() throws {
  var register = try Register.sample()
  #expect(throws: EditProblem.invalid(.theme, .id, value: "a\nb")) {
    try register.apply(Change("", [.insert(.theme, [.init(.id, "a\nb"), .init(.name, "A")])]))
  }
}
