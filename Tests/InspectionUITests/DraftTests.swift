import InspectionModel
import InspectionUI
import Testing

private let toNote = "<Enter> <Enter> <Enter> c p + <Enter> i"

private func drafts(_ stage: Stage) -> [String?] {
  stage.effects.flatMap { effect -> [String?] in
    if case .keepDraft(let draft) = effect { [draft?.text] } else { [] }
  }
}

@Test func `a note is kept while it is typed, in stretches and at rest`() throws {
  var stage = try play(toNote)
  try stage.press("a b c")
  #expect(drafts(stage) == [])
  #expect(stage.state.restMilliseconds == 1000)
  stage.send(.rested)
  #expect(drafts(stage) == ["abc"])
  #expect(stage.state.restMilliseconds == nil)
  stage.send(.rested)
  for _ in 0..<60 { try stage.press("x") }
  let kept = [
    "abc", "abc" + String(repeating: "x", count: 24), "abc" + String(repeating: "x", count: 48),
  ]
  #expect(drafts(stage) == kept)
}

@Test func `a note that is finished is a change, one that is given up is dropped`() throws {
  var finished = try play(toNote)
  try finished.press("a")
  finished.send(.rested)
  try finished.press("<Enter>")
  #expect(drafts(finished) == ["a"])
  guard case .journal = finished.effects.last else {
    Issue.record("not journalled")
    return
  }
  var givenUp = try play(toNote)
  try givenUp.press("a")
  givenUp.send(.rested)
  try givenUp.press("<Esc>")
  #expect(drafts(givenUp) == ["a", nil])
}

@Test func `what was being typed is taken up where it was`() throws {
  var stage = try play()
  let row = try #require(Fixture.register.rows(.contribution).first)
  let key = Fixture.register[row].key
  stage.send(.typedBefore(Draft(.contribution, key: key, .note, text: "half a sen")))
  #expect(stage.status.hasPrefix("note half a sen"))
  #expect(stage.shows("you were typing this when the program ended; Esc discards it"))
  try stage.press("t e n c e <Enter>")
  #expect(stage.status.contains("note on"))
  #expect(stage.state.register[row].text(.note) == "half a sentence")
}
