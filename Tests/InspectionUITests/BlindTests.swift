import InspectionModel
import InspectionOperations
import InspectionUI
import Seeded
import TerminalCore
import Testing

/// A first pass by ada, closed, with a telling note, memo and flag; nobody else has seen it.
func firstPass() throws -> String {
  var stage = try Stage(Fixture.text.replacing("By: mh", with: "By: ada"), reviewer: "ada")
  try stage.press(newReview + "c s 4 = w p d <Enter> c h 0 0 <Enter> c p 4 - <Enter>")
  try stage.press("' s 1 <Enter> i s e c r e t n o t e <Enter>")
  try stage.press("m s e c r e t m e m o <Enter> f Z")
  return stage.printed
}

/// What only the first pass says: none of it may be seen by the blind reviewer.
private let secrets = [
  "secretnote", "secretmemo", "decides jointly", "s=", "h0", "h-", "p-", "social-care I4",
  "police I4", "health I0", "Police - ", "Health 0",
]

/// Mh begins the second pass of ada's review.
func secondPass(_ size: (Int, Int) = (160, 40)) throws -> Stage {
  var stage = try Stage(try firstPass(), size: size, reviewer: "mh")
  try stage.press("g r <Enter> y")
  return stage
}

@Test func `a first pass that is closed awaits a second, which is blind`() throws {
  var stage = try Stage(try firstPass(), reviewer: "mh")
  try stage.press("g r")
  #expect(stage.shows("Awaiting a second pass"))
  #expect(stage.shows("▌Review 1"))
  // Nothing begins before the number of what it hides was read.
  try stage.press("<Enter>")
  #expect(stage.shows("“Review 1” is ada's. A second pass is blind: 4 contributions in 3 passages"))
  try stage.press("<Enter>")
  #expect(stage.state.register.count(.review) == 1)
  #expect(stage.shows("left as it was"))
  try stage.press("<Enter> y")
  #expect(stage.shows("0 of 3 · Ashby · strength 1 of 2"))
  let review = try #require(stage.state.register.all(Review.self).last)
  #expect(review.pass == .second && review.isBlind && review.reviewer == "mh")
  #expect(review.of.map(\.name) == ["Review 1"])
  // Whoever made the first pass does not make the second.
  var ada = try Stage(try firstPass(), reviewer: "ada")
  try ada.press("g r")
  #expect(!ada.shows("Awaiting a second pass"))
}

/// Keys that lead to every screen the program has, from the table of its actions, so that one that
/// is new is looked at too; on them what opens the next; and every action there is, in a passage
/// and in the review.
private let everywhere: [String] = {
  let table = ActionSpec.table.filter { $0.action != .quit && $0.action != .quitWithoutSaving }
  let screens = table.filter { $0.group == .go }.map { $0.keys[0] } + ["g i j <Enter>", "?", ":"]
  let openers = ["", "<Enter>", "j <Enter>", "G <Enter>", "e", "L", "p", "m", "t", "A"]
  let filters = [
    "g c / s e c r e t", "g c / r e v i e w :", "g c / p a s s : f", "g c / b y : a d a",
    "g n / s e c r e t", "g i / s e c r e t", "g c / a g e n c y : p", "g a / a d a",
  ]
  let passages = ["g i j <Enter> <Enter>", "g i j <Enter> G <Enter>", "g r <Enter>"]
  return screens.flatMap { screen in openers.map { screen + " " + $0 } } + filters
    + passages.flatMap { place in table.map { place + " " + $0.keys[0] } }
}()

@Test func `no screen, list, filter or key shows a blind reviewer what the first pass says`() throws
{
  let second = try secondPass()
  // What is looked for is there to be seen: by ada herself.
  var ada = try Stage(try firstPass(), size: (160, 40), reviewer: "ada")
  try ada.press("g c")
  #expect(ada.shows("secretnote"))
  try ada.press("g n")
  #expect(ada.shows("secretmemo"))

  try expectNone(of: secrets, after: everywhere, from: second)
}

/// A stage after many sequences of keys. Many begin alike; what was pressed once is gone on from.
struct KeyTree {
  private var known: [[Key]: Stage]

  init(from start: Stage) { known = [[]: start] }

  /// - Parameter look: called after each key that was not pressed there before.
  mutating func stage(
    after keys: [Key], look: (inout Stage) throws -> Void = { _ in }
  ) rethrows -> Stage {
    if let stage = known[keys] { return stage }
    var stage = try stage(after: keys.dropLast(), look: look)
    stage.send(.key(keys[keys.count - 1]))
    try look(&stage)
    known[keys] = stage
    return stage
  }
}

/// Drives a stage by each of some keys, looking for secrets at every one.
func expectNone(of secrets: [String], after everywhere: [String], from start: Stage) throws {
  var narrow = start
  narrow.send(.resize(Size(columns: 80, rows: 24)))
  var trees = [KeyTree(from: start), KeyTree(from: narrow)]
  for (index, keys) in everywhere.enumerated() {
    // A narrow window shows less of the same; now and then that is looked at too.
    let stage = try trees[index % 5 == 0 ? 1 : 0].stage(after: KeyNotation.parse(keys)) { stage in
      stage.workOut()
      let screen = stage.screen
      for secret in secrets where screen.has(secret) {
        Issue.record("“\(secret)” is seen after “\(keys)”:\n\(screen)")
      }
    }
    // Nor does a key reach for it outside.
    #expect(!stage.effects.contains { if case .edit = $0 { true } else { false } }, "\(keys)")
  }
}

@Test func `while the register is read, nothing coded is shown, as nobody knows who may see it`()
  throws
{
  let whole = try secondPass().printed
  var file = FileState(name: "register.rec")
  file.isBeingRead = true
  var stage = Stage(
    State(
      register: Fixture.read(""), file: file,
      scheme: try #require(Fixture.scheme), reviewer: "mh",
      today: try #require(Day(year: 2026, month: 11, day: 23)), seed: 1,
      size: Size(columns: 160, rows: 40)))
  // The reviews are not read yet, or one of the two.
  for (round, end) in ["%rec: Review", "Name: Review 1, second pass"].enumerated() {
    let part = String(whole.prefix(upTo: try #require(whole.firstRange(of: end)).lowerBound))
    let register = Fixture.read(part)
    #expect(register.count(.contribution) > 0)
    stage.send(.reading(register, 0.9))
    #expect(stage.status.contains("shown once the whole file is read"))
    let entry = TrailEntry(
      when: "2026-11-23T09:00:00Z", who: "ada", change: Change("secretnote", []))
    var tree = KeyTree(from: stage)
    for (index, keys) in everywhere.enumerated() where isThorough || index % 2 == round {
      var stage = try tree.stage(after: KeyNotation.parse(keys))
      stage.send(.trail(Trail(.everything, [entry], isWhole: true)))
      let screen = stage.screen
      for secret in secrets + ["1 of 3", "3 of 3"] where screen.has(secret) {
        Issue.record("“\(secret)” is seen after “\(keys)”:\n\(screen)")
      }
    }
  }
}

@Test func `what is hidden from a blind reviewer is said with its number, and never none`() throws {
  var stage = try secondPass()
  let hidden = "4 contributions in 3 passages are hidden"
  try stage.press("g c")
  #expect(stage.shows("no contributions that you may see; " + hidden))
  #expect(stage.status.contains("4 hidden"))
  try stage.press("g n")
  #expect(stage.shows("no memos that you may see; " + hidden))
  try stage.press("g i j <Enter>")
  #expect(stage.shows("nothing by you in 3 passages"))
  try stage.press("g m")
  #expect(stage.shows("Not all is shown: 4 contributions in 3 passages are hidden"))
  try stage.press("g r <Enter>")
  #expect(stage.shows("Nothing by you yet."))
  #expect(!stage.shows("Nothing coded yet"))
  // What rests on no passage of the pass is the same for everybody.
  try stage.press("g b")
  #expect(!stage.shows("hidden"))
  try stage.press("g r")
  #expect(stage.shows("by ada; hidden until both passes are closed"))
  #expect(!stage.shows("3 of 3"))
}

@Test func `what others wrote into the file meanwhile is hidden too, and problems that quote it`()
  throws
{
  var stage = try secondPass()
  let text = stage.printed
  let problem = Problem(
    place: "register.rec:9:1", line: 9, isError: true, sentence: "“secretnote” is none",
    source: "Note: secretnote", row: nil)
  stage.send(.reloaded(Fixture.read(text), [problem], unsaved: 0, note: Message("changed outside")))
  try stage.press("g c")
  #expect(stage.shows("no contributions that you may see"))
  try stage.press("g x")
  #expect(!stage.shows("secret"))
}

@Test func `the trail shows a blind reviewer nothing but their own doings`() throws {
  var stage = try secondPass()
  let entries = ["ada", "mh"].map { who in
    let edit = Edit.set(.passage, key: "jtai-ashby-2017/s1", .text, from: ["a"], to: ["b"])
    return TrailEntry(
      when: "2026-11-23T09:00:00Z", who: who, change: Change("\(who)'s secretnote", [edit]))
  }
  var own = entries[1]
  own.remarks = [TrailRemark(when: "2026-11-23T09:00:05Z", who: "ada", text: "secretremark")]
  let subject = TrailSubject(.passage, key: "jtai-ashby-2017/s1")
  stage.send(.trail(Trail(subject, [entries[0], own], isWhole: true)))
  #expect(!stage.shows("ada's secretnote"))
  #expect(stage.shows("mh's secretnote"))
  #expect(!stage.shows("secretremark"))
}

@Test func `a letter read again tells a blind reviewer no count, and changes nothing hidden`()
  throws
{
  var stage = try secondPass()
  stage.send(.lettersRead(.init([letterOfAshby("Leaders rarely listen to children.")])))
  #expect(stage.shows("not now: 4 contributions in 3 passages are hidden"))
  #expect(!stage.shows("suspect"))
  #expect(stage.state.whole.all(Contribution.self).allSatisfy { $0.suspect == nil })

  // Where nothing is coded the letter goes in, and what it says is not counted either.
  var other = try secondPass()
  other.send(.lettersRead(.init([letterOfCorley])))
  #expect(other.status.hasPrefix(" the letter of jtai-corley-2018 is read"))
}

/// The letter of Ashby in which the second strength, which the first pass coded, reads so now.
private func letterOfAshby(_ text: String) -> ReportObservation {
  var report = ReportObservation(
    file: "ashby.pdf", area: .init(id: "ashby", name: "Ashby"),
    framework: .init("jtai", name: "Joint targeted area inspection", report: "letter"), theme: nil,
    from: Day(iso: "2017-05-08"), published: nil, certainty: .statedInLetter)
  report.passages = [
    .init(.strength, 2, heading: "", page: 3, pageTo: 3, text: text, agencies: [])
  ]
  return report
}

@Test func `the first reviewer does not see the second pass either, and a third person sees both`()
  throws
{
  var stage = try secondPass()
  try stage.press("c h 4 - w s i <Enter> m m i n e <Enter>")
  let text = stage.printed
  var ada = try Stage(text, size: (160, 40), reviewer: "ada")
  try ada.press("g c")
  #expect(ada.shows("secretnote"))
  #expect(!ada.shows("mh"))
  try ada.press("g n")
  #expect(!ada.shows("mine"))
  var third = try Stage(text, size: (160, 40), reviewer: "zoe")
  try third.press("g c")
  #expect(third.shows("secretnote"))
  #expect(third.state.register.count(.contribution) == 5)
}

@Test func `what is coded while others' work is hidden comes into the whole register`() throws {
  var stage = try secondPass()
  let before = stage.state.whole.count(.contribution)
  #expect(stage.state.register.count(.contribution) == 0)
  try stage.press("c p 4 + <Enter>")
  #expect(stage.state.register.count(.contribution) == 1)
  #expect(stage.state.whole.count(.contribution) == before + 1)
  try stage.press("u")
  #expect(stage.state.whole.count(.contribution) == before)
  try stage.press("<C-r> g c <Del>")
  #expect(stage.state.whole.count(.contribution) == before)
}

@Test func `a change that hidden work stands in the way of is refused without saying how`() throws {
  var stage = try secondPass()
  let passages = stage.state.whole.count(.passage)
  // s2 holds hidden contributions, so that it cannot go into s1.
  try stage.press("&")
  #expect(
    stage.shows("not now: 4 contributions in 3 passages are hidden by “Review 1, second pass”"))
  #expect(stage.state.whole.count(.passage) == passages)
  #expect(stage.state.register.count(.passage) == passages)
}

@Test func `a pass that goes on once others' codes could be seen is blind no more`() throws {
  var stage = try secondPass()
  try stage.press("z z z Z g c")
  #expect(stage.shows("secretnote"))
  try stage.press("g r G Z")
  #expect(stage.shows("both passes are closed and have been seen"))
  try stage.press("u")
  #expect(stage.status.contains("the pass no longer counts as blind"))
  let review = try #require(stage.state.register.all(Review.self).last)
  #expect(review.isOpen && !review.isBlind && review.hasLostBlindness)
  try stage.press("g r <Enter> Z g M")
  stage.workOut()
  #expect(stage.shows("does not count as blind: it went on after others' codes could be seen"))
  #expect(stage.shows("second, not blind to the end"))
}

@Test func `what was begun by mistake is undone, and all is there again`() throws {
  var stage = try secondPass()
  #expect(stage.state.register.count(.contribution) == 0)
  try stage.press("u g c")
  #expect(stage.state.register.count(.review) == 1)
  #expect(stage.state.register.count(.contribution) == 4)
  #expect(stage.shows("secretnote"))
}

@Test func `a first pass may be blind to what others coded until it is closed`() throws {
  var stage = try Stage(Fixture.text.replacing("By: mh", with: "By: ada"))
  try stage.press("g r + <Enter> b l i n d <Enter>")
  #expect(stage.shows("“Review 1” is blind: 1 contribution in 1 passage will be hidden from you"))
  try stage.press("y")
  #expect(stage.shows("0 of 3 · Ashby"))
  try stage.press("G 3 G")
  #expect(stage.shows("Nothing by you yet."))
  try stage.press("Z y g c")
  #expect(stage.contributions == ["health I4 -"])
}
