import InspectionModel
import InspectionUI
import Testing

/// Criteria as they stand: `I4 Response to the theme v2 retired`.
extension Stage {
  fileprivate var criteria: [String] {
    state.register.all(Criterion.self).map { criterion in
      let status = criterion.into.map { "into \($0.key)" } ?? criterion.status?.rawValue
      return ["\(criterion.key) \(criterion.name) v\(criterion.version)", status].compactMap(\.self)
        .joined(separator: " ")
    }
  }
}

@Test func `a criterion is added with the first free digit`() throws {
  let stage = try play("g d + V o i c e <Enter>")
  #expect(stage.criteria.last == "I1 Voice v1")
  #expect(stage.status.hasPrefix(" criterion I1 Voice (u undoes)"))
  let coded = try play("g d + V o i c e <Enter> g a <Enter> <Enter> <Enter> c p 1 + <Enter>")
  #expect(coded.contributions.last == "police I1 +")
}

@Test func `what a criterion says is changed with a reason, and the former words are kept`() throws
{
  var stage = try play("g d j e D e f <Tab>")
  #expect(stage.status == "redefine Definition=")
  try stage.press("n e w <Enter>")
  #expect(stage.status == "because")
  try stage.press("p i l o t <Enter>")
  #expect(stage.criteria.last == "I4 Response to the theme v2")
  let wording = try #require(stage.state.register.all(Wording.self).first)
  #expect(wording.key == "I4/1" && wording.reason == "pilot" && wording.by == "mh")
  // What is coded from now on knows the wording it was made by; what was coded before is of the
  // first.
  try stage.press("g a <Enter> <Enter> <Enter> c p 4 + <Enter>")
  let versions = stage.state.register.all(Contribution.self).map(\.version)
  #expect(versions == ["I4/1", "I4/2"])
  try stage.press("u u")
  #expect(stage.criteria.last == "I4 Response to the theme v1")
  #expect(stage.state.register.all(Wording.self).isEmpty)
}

@Test func `a criterion is renamed, but not to nothing, and not without a reason`() throws {
  #expect(try play("g d e N a m e = <Enter>").shows("a criterion needs a name"))
  #expect(try play("g d e N a m e = x <Enter> <Enter>").shows("not done: it needs a reason"))
  #expect(try play("g d e N a m e = x <Enter> y <Enter>").criteria.first == "I0 x v2")
}

@Test func `a retired criterion is coded by no more, and keeps what was`() throws {
  var stage = try play("g d j <Del> u n u s e d <Enter> y")
  #expect(stage.criteria.last == "I4 Response to the theme v1 retired")
  #expect(stage.contributions == ["health I4 -"])
  try stage.press("g a <Enter> <Enter> <Enter> c p 4")
  #expect(stage.shows("^ no criterion digit or direction"))
  // Its digit is free for another, and then it cannot come back.
  try stage.press("<Esc> g d + N e w <Enter>")
  #expect(stage.criteria.contains("I1 New v1"))
  try stage.press("G <Del> b a c k <Enter>")
  #expect(stage.criteria.contains("I4 Response to the theme v1"))
}

@Test func `a criterion merged into another gives it its contributions, which know their wording`()
  throws
{
  var stage = try play("g d j & 0 <Enter> a l i k e <Enter> y")
  #expect(stage.criteria.last == "I4 Response to the theme v1 into I0")
  #expect(stage.contributions == ["health I0 -"])
  #expect(stage.state.register.all(Contribution.self).map(\.version) == ["I4/1"])
  #expect(stage.status.hasPrefix(" merging criterion I4 into I0, 1 contribution (u undoes)"))
  try stage.press("u")
  #expect(stage.contributions == ["health I4 -"])
  #expect(try play("g d j & 4 <Enter>").shows("“4” is the digit of no other criterion"))
}

@Test func `what a criterion says is read below the list and taken up whole to be changed`() throws
{
  let text = Fixture.text.replacing(
    "Name: Learning\n", with: "Name: Learning\nDefinition: Agencies learn.\nExample: A drill.\n")
  var stage = try Stage(text)
  try stage.press("g d")
  #expect(stage.shows("Agencies learn.") && stage.shows("example: A drill."))
  try stage.press("j")
  #expect(!stage.shows("Agencies learn."))
  try stage.press("k e")
  #expect(stage.shows("Example     A drill."))
  try stage.press("e x a <Tab>")
  #expect(stage.status == "redefine Example=A drill.")
}
