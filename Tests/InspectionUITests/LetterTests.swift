import InspectionModel
import InspectionOperations
import Testing

@testable import InspectionUI

/// A letter of an inspection of Corley, with one passage.
let letterOfCorley = {
  var report = ReportObservation(
    file: "corley.pdf", area: .init(id: "corley", name: "Corley"),
    framework: .init("jtai", name: "Joint targeted area inspection", report: "letter"), theme: nil,
    from: Day(iso: "2018-09-03"), published: nil, certainty: .statedInLetter)
  report.facts = [(.from, ["2018-09-03"])]
  report.passages = [
    .init(.strength, 1, heading: "", page: 2, pageTo: 2, text: "All is well.", agencies: [])
  ]
  return report
}()

private let read = Event.lettersRead(.init([letterOfCorley]))

@Test func `R asks for a file and has it read`() throws {
  var stage = try play("R")
  stage.type("~/corley.pdf")
  #expect(stage.status == "report file ~/corley.pdf")
  try stage.press("<Enter>")
  #expect(stage.effects == [.readReport(path: "~/corley.pdf")])
  stage.send(.working("reading corley.pdf"))
  #expect(stage.status.contains("reading corley.pdf"))
}

@Test func `a letter that was read is shown, and one step undoes it`() throws {
  var stage = try play()
  stage.send(read)
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Letter of Corley 2018 "))
  #expect(stage.status.hasPrefix(" the letter of jtai-corley-2018: 1 new passage"))
  #expect(stage.cursor == ["s1"])
  try stage.press("<Enter> u")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas  "))
  #expect(stage.status.hasPrefix(" undid reading the letter of Corley into jtai-corley-2018"))
  try stage.press("<C-r> G <Enter>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Corley  "))
}

@Test func `a letter that comes while one types does not take the line away`() throws {
  var stage = try play("<Enter> <Enter> <Enter> c p 4")
  stage.send(read)
  #expect(stage.status == "code p4")
  try stage.press("+ <Enter>")
  #expect(stage.status.hasPrefix(" police I4 + in jtai-ashby-2017/s1"))
}

@Test func `a letter that cannot be read leaves a reason`() throws {
  var stage = try play()
  stage.send(.lettersRead(.init(failures: [("corley.pdf", "corley.pdf has no text")])))
  #expect(stage.status.hasPrefix(" corley.pdf has no text"))
  #expect(stage.marked(.error).count == 1)
}

@Test func `Tab completes the path of a letter, and the next one starts in its folder`() throws {
  var stage = try play("R / t m p / l <Tab>")
  #expect(stage.effects.last == .completePath("/tmp/l"))
  stage.send(.pathCompleted("/tmp/l", to: "/tmp/letter-", choices: ["letter-a", "letter-b"]))
  #expect(stage.screen.contains("report file /tmp/letter-"))
  #expect(stage.shows("letter-a  letter-b"))
  try stage.press("a")
  stage.send(.pathCompleted("/tmp/letter-", to: "/tmp/letter-late", choices: ["late"]))
  #expect(stage.screen.contains("report file /tmp/letter-a"))
  try stage.press("<Enter>")
  #expect(stage.effects.last == .readReport(path: "/tmp/letter-a"))
  try stage.press("R")
  #expect(stage.screen.contains("report file /tmp/"))
}

@Test(arguments: [
  ("The police and Police officers share; policemen too.", ["police", "Police officers"]),
  ("Multi-agency work; multi\nagency meetings.", ["Multi-agency", "multi\nagency"]),
  ("The named nurse, but not the mental health of a child.", ["nurse"]),
  ("Health visitors and health visiting, not unhealthy.", ["Health visitors", "health visiting"]),
  ("The CCG acts; a ccg does not.", ["CCG"]), ("Nobody is named.", []),
])
func `the words of agencies are found in a text`(line: String, words: [String]) {
  let marks = WordMarks(
    ["police", "police officers", "health visit*", "health", "nurse", "CCG", "multi agency"],
    except: ["mental health"])
  let found = marks.ranges(in: line[...]).map { String(Array(line)[$0]) }
  #expect(found == words)
}

@Test func `a fact of an inspection is corrected, and what the letter said is kept`() throws {
  let marked = Fixture.text.replacing(
    "Published: 2017-06-30\n", with: "Published: 2017-06-30\nLetter: ashby.pdf\n")
  var stage = try play("<Enter> <Enter>")
  stage.send(.reloaded(Fixture.read(marked), [], unsaved: 0, note: Message("reloaded")))
  try stage.press("e p u b <Tab>")
  #expect(stage.screen.contains("correct Published="))
  try stage.press("<Tab>")
  #expect(stage.screen.contains("correct Published=2017-06-30"))
  try stage.press("<BS> <BS> 2 9 <Enter>")
  #expect(stage.shows("Published   2017-06-29"))
  #expect(stage.shows("The letter has Published 2017-06-30."))
  try stage.press("u")
  #expect(stage.shows("Published   2017-06-30"))
  #expect(!stage.shows("The letter has"))
  try stage.press("e f r o m = s o o n <Enter>")
  #expect(stage.status.hasPrefix(" “soon” does not fit From of an inspection"))
}

@Test func `what is to be looked at in a letter stands among the problems`() throws {
  var stage = try play()
  var report = letterOfCorley
  report.remarks = [("The year of the fieldwork is missing", page: 1)]
  stage.send(.lettersRead(.init([report])))
  try stage.press("g x")
  #expect(stage.shows("▌jtai-corley-2018         warning The year of the fieldwork is missing"))
  try stage.press("<Enter>")
  #expect(stage.title.contains("▸ Letter of Corley 2018 ▸ Problems ▸ Corley 2018 "))
}
