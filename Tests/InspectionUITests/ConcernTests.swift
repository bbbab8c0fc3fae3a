import InspectionModel
import InspectionUI
import Testing

/// The register with two concerns, one of them with an analysis.
private func concerns(_ keys: String = "") throws -> Stage {
  let more = """
    %rec: Concern

    Id: K1
    Name: Every partner
    Raised: 2015-08-11
    Test: Coverage is known.
    Standing: open
    Computed: picture: Coverage

    Id: K2
    Name: A pause
    Standing: open

    """
  var stage = try Stage(Fixture.text + "\n" + more, size: (120, 30))
  try stage.press("g k " + keys)
  return stage
}

private func evidence(_ stage: Stage) -> [String] {
  stage.state.register.row(.concern, key: "K1").map {
    stage.state.register.view($0, as: Concern.self).evidence
  } ?? []
}

@Test func `concerns are listed with how they stand, their age and what is computed`() throws {
  let stage = try concerns()
  #expect(stage.shows("Of 2 concerns, 0 addressed and 0 partly: progress 0 %."))
  #expect(stage.canvas.text.contains { $0.contains("K1 Every partner") && $0.contains("Picture") })
  #expect(stage.shows("n/k"))
}

@Test func `Enter opens the concern, and its computed evidence one key further`() throws {
  #expect(try concerns("h <Enter>").title.contains("▸ K1 Every partner"))
  #expect(try concerns("l l l <Enter>").title.contains("▸ Picture"))
}

@Test func `a standing is recorded with who and when, and needs evidence`() throws {
  var stage = try concerns("e")
  stage.type("addr")
  try stage.press("<Tab> <Enter> <Enter>")
  #expect(stage.shows("addressed needs evidence"))
  stage.type("https://example.org/why")
  try stage.press("<Enter>")
  #expect(evidence(stage) == ["https://example.org/why"])
  #expect(stage.shows("1 addressed and 0 partly: progress 50 %"))
  let concern = try #require(stage.state.register.row(.concern, key: "K1"))
  let view: Concern = stage.state.register.view(concern)
  #expect(view.by == "mh" && view.on?.description == "2026-11-23")
  try stage.press("u")
  #expect(evidence(stage).isEmpty && stage.shows("0 addressed"))
}

@Test func `no response needs no evidence, and a word that is none is refused`() throws {
  var stage = try concerns("e")
  stage.type("done")
  try stage.press("<Enter>")
  #expect(stage.shows("write one of these"))
  try stage.press("<C-u>")
  stage.type("no-response")
  try stage.press("<Enter>")
  #expect(stage.canvas.text.contains { $0.contains("K1 Every") && $0.contains("no response") })
}

@Test func `evidence is added without another standing`() throws {
  var stage = try concerns("+")
  stage.type("jtai-ashby-2017")
  try stage.press("<Enter>")
  #expect(evidence(stage) == ["jtai-ashby-2017"])
}
