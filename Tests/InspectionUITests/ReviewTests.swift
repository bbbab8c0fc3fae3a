import InspectionModel
import InspectionUI
import TerminalCore
import Testing

/// A review of all passages: the offered name, the rule of everything.
let newReview = "g r + <Enter> <Enter> "

/// The reviews as they stand in the register: `Review 1 first open at jtai-ashby-2017/s2`.
extension Stage {
  var reviews: [String] {
    state.register.all(Review.self).map { review in
      "\(review.name) \(review.pass.rawValue) \(review.isOpen ? "open" : "closed") at "
        + "\(review.at ?? "start")"
    }
  }

  var memos: [String] {
    state.register.all(Memo.self).map { memo in
      let subject = memo.subject.map { state.register[$0].key } ?? ""
      return "\(memo.kind.rawValue) on \(subject): \(memo.text)"
    }
  }
}

@Test func `a review is begun in few keys and shows where one is`() throws {
  let stage = try play(newReview, size: (120, 36))
  #expect(stage.reviews == ["Review 1 first open at start"])
  #expect(stage.title.hasPrefix(" jointview ▸ Reviews ▸ Review 1 ▸ Ashby 2017 s1 "))
  #expect(stage.shows("0 of 3 · Ashby · strength 1 of 2 · about 1 min left"))
  #expect(stage.shows("Police and social care meet each morning"))
  // The letter around it, and the codebook.
  #expect(stage.shows("s2    Leaders listen to children."))
  #expect(stage.shows("│ 4 Response to the theme"))
}

@Test func `a code leads on to the next passage, and is of the review`() throws {
  var stage = try play(newReview + "c 4 <Enter>")
  #expect(stage.contributions.suffix(2) == ["police I4 +", "social-care I4 +"])
  let coded = stage.state.register.all(Contribution.self).suffix(2)
  #expect(coded.allSatisfy { $0.pass == .first && $0.review?.name == "Review 1" })
  #expect(stage.shows("1 of 3 · Ashby · strength 2 of 2"))
  #expect(stage.reviews == ["Review 1 first open at jtai-ashby-2017/s2"])
  // Space says the same of the next; in the last passage it stays, and all is done.
  try stage.press("<Space>")
  #expect(stage.shows("2 of 3 · Ashby · area for improvement 1 of 1"))
  try stage.press("<Space>")
  #expect(stage.shows("3 of 3 · Ashby · area for improvement 1 of 1 · every passage is done"))
}

@Test func `an undo leads back to the passage that it is about`() throws {
  var stage = try play(newReview + "c 4 <Enter> <Space>")
  try stage.press("u")
  #expect(stage.shows("1 of 3 · Ashby · strength 2 of 2"))
  #expect(stage.shows("undid police I4 +, social-care I4 + in jtai-ashby-2017/s2"))
  try stage.press("u")
  #expect(stage.shows("0 of 3 · Ashby · strength 1 of 2"))
  #expect(stage.reviews == ["Review 1 first open at start"])
  try stage.press("<C-r> <C-r>")
  #expect(stage.shows("2 of 3 · Ashby · area for improvement 1 of 1"))
}

@Test func `a suggestion is taken by a digit or by Tab, or something else is typed`() throws {
  #expect(
    try play(newReview + "c").shows("digit or Tab takes police, social-care +"))
  #expect(try play(newReview + "c 4").status == "code p4+,s")
  #expect(try play(newReview + "c <Tab>").status == "code p+,s")
  #expect(try play(newReview + "c h 4 -").status == "code h4-")
  let empty = try play(newReview + "c <Enter>")
  #expect(empty.shows("not complete yet"))
}

@Test func `a passage is deferred with a reason, and comes last`() throws {
  var stage = try play(newReview + "d")
  try stage.press("<Enter>")
  #expect(stage.memos.isEmpty)
  try stage.press("d a s k <Enter>")
  #expect(stage.memos == ["deferral on jtai-ashby-2017/s1: ask"])
  #expect(stage.shows("0 of 3 · Ashby · strength 2 of 2 · about 1 min left · 1 deferred"))
  try stage.press("z c 4 <Enter>")
  // The two others are done; the deferred one is what is left.
  #expect(stage.shows("2 of 3 · Ashby · strength 1 of 2"))
  #expect(stage.shows("‹deferred: ask›"))
  try stage.press("c 4 <Enter>")
  #expect(stage.shows("3 of 3"))
  #expect(stage.memos == ["nothing on jtai-ashby-2017/s2: "])
  try stage.press("u")
  #expect(stage.memos.contains("deferral on jtai-ashby-2017/s1: ask"))
}

@Test func `a flag is set and taken away, and a memo is written`() throws {
  var stage = try play(newReview + "f")
  #expect(stage.shows("‹flag›"))
  try stage.press("f")
  #expect(stage.memos.isEmpty)
  try stage.press("m")
  #expect(stage.shows("method:, query:, evidence: at the start sets its kind"))
  try stage.press("q u e r y : <Space> w h o ? <Enter>")
  #expect(stage.memos == ["query on jtai-ashby-2017/s1: who?"])
  #expect(stage.shows("‹query: who?›"))
  try stage.press("g n")
  #expect(stage.shows("query        Ashby 2017 s1"))
  try stage.press("/ k i n d : f l a g")
  #expect(stage.shows("no memos match “kind:flag”"))
  try stage.press("<Esc> <Esc> #")
  #expect(stage.title.contains("Memos ▸ by ") && stage.shows("query"))
}

@Test func `one goes to any passage, back, and to the next that is not coded`() throws {
  var stage = try play(newReview + "c 4 <Enter>")
  try stage.press("K")
  #expect(stage.shows("strength 1 of 2"))
  #expect(stage.shows("▌Police "))
  try stage.press("<Tab>")
  #expect(stage.shows("strength 2 of 2"))
  try stage.press("3 G")
  #expect(stage.title.contains(" ▸ Ashby 2017 i1 "))
  try stage.press("' s 1 <Enter>")
  #expect(stage.title.contains(" ▸ Ashby 2017 s1 "))
  try stage.press("' n o n e <Enter>")
  #expect(stage.shows("no passage is called “none”"))
  try stage.press("<Esc> K")
  #expect(stage.status.hasPrefix(" the first passage of the review"))
}

@Test func `a review is left and gone on with at the very passage`() throws {
  var stage = try play(newReview + "c 4 <Enter> g r")
  #expect(stage.shows("Yours"))
  #expect(stage.shows("Review 1"))
  #expect(stage.shows("1 of 3  first pass, at Ashby 2017 s2"))
  try stage.press("<Enter>")
  #expect(stage.shows("1 of 3 · Ashby · strength 2 of 2"))
  // A start later the screens are as they were.
  try stage.press("J")
  let places = stage.state.places
  stage.send(.remembered(places))
  #expect(stage.title.contains(" ▸ Ashby 2017 i1 "))
}

@Test func `a rule that catches something unexpected says so before it is taken`() throws {
  #expect(try play("g r + <Enter>").shows("3 passages of one letter"))
  var stage = try play("g r + <Enter> 2")
  #expect(stage.shows("3 passages of one letter"))
  #expect(stage.shows("no letter read yet for Birchwood 2016"))
  #expect(stage.shows("the second inspection by date, Ashby 2017, is on another theme: 1 of 2"))
  try stage.press("<Enter>")
  #expect(stage.reviews.isEmpty)
  #expect(stage.shows("Enter takes it, Tab keeps to one theme"))
  try stage.press("<Enter>")
  #expect(stage.reviews == ["Review 1 first open at start"])
}

@Test func `a section that is left out of a rule stays out, and the rule says so`() throws {
  var stage = try play("g r + <Enter> - s t r e n g t h <Enter>")
  #expect(stage.shows("of 1 · Ashby · area for improvement 1 of 1"))
  try stage.press("g r e")
  #expect(stage.shows("-strength"))
}

@Test func `what a rule may say is told in a small window, and many inspections are not all named`()
  throws
{
  let stage = try play("g r + <Enter>")
  for word in [
    "first six by fieldwork", "random", "same-theme", "any filter", "-main-finding", "blind",
  ] {
    #expect(stage.shows(word), "\(word)")
  }
  let more = (1...9).map { number in
    """
    Id: jtai-ashby-200\(number)
    Area: ashby
    Framework: jtai
    Theme: abuse
    From: 2003-0\(number)-01
    Certainty: stated-in-letter
    Source: https://example.org/ashby


    """
  }
  let text = Fixture.text.replacing(
    "Id: jtai-birchwood-2016\n", with: more.joined() + "Id: jtai-birchwood-2016\n")
  var many = try Stage(text, size: (120, 30))
  try many.press("g r + <Enter> 1 1")
  #expect(many.shows("no letter read yet for Ashby 2003, Ashby 2003, Ashby 2003 and 7 more"))
}

@Test func `a rule keeps to one theme, shuffles by its seed, and takes a filter`() throws {
  var stage = try play("g r + <Enter> a g e n c y : h e a l t h <Space> r a n d o m : 7 <Enter>")
  let review = try #require(stage.state.register.all(Review.self).first)
  #expect(review.rule == ReviewRule(filter: "agency:health", order: .random, seed: 7))
  #expect(stage.shows("0 of 1 · Ashby · area for improvement 1 of 1"))
  try stage.press("g r e <C-u> r a n d o m : 7 <Enter> <Enter>")
  #expect(stage.shows("0 of 3"))
  #expect(try play("g r + <Enter> x : y").shows("passages have no “x”"))
  let nothing = try play("g r + <Enter> z z z <Enter>")
  #expect(nothing.shows("no passage matches this rule"))
  #expect(nothing.reviews.isEmpty)
}

/// A review left at a passage that is no longer there.
private func vanished(filter: String? = nil) -> String {
  """

  %rec: Review

  Id: R-00000001
  Name: Old
  \(filter.map { "Filter: \($0)\n" } ?? "")Order: date
  Reviewer: mh
  Pass: first
  At: jtai-ashby-2017/s99
  State: open

  """
}

@Test func `a review whose rule matches nothing any more says so, with a way on`() throws {
  var stage = try Stage(Fixture.text + vanished(filter: "agency:social-care leaders"))
  try stage.press("g r <Enter>")
  #expect(stage.shows("No passage matches the rule of this review"))
  #expect(stage.shows("e changes the rule, R reads a report"))
  try stage.press("e <C-u> l e a d e r s <Enter>")
  #expect(stage.shows("0 of 1 · Ashby · strength 2 of 2"))
}

@Test func `a passage that vanished is gone over`() throws {
  var stage = try Stage(Fixture.text + vanished())
  try stage.press("g r <Enter>")
  #expect(stage.shows("0 of 3 · Ashby · strength 1 of 2"))
  #expect(stage.shows("the passage where this review was left is no longer in any letter"))
}

@Test func `what a closed review holds is changed by no list`() throws {
  var stage = try play(newReview + "c 4 <Enter> Z y g c")
  for key in ["e", "<Del>"] {
    try stage.press("j k " + key)
    #expect(stage.shows("“Review 1” is closed; Z on the review opens it again"), "\(stage.screen)")
  }
  #expect(stage.contributions.suffix(2) == ["police I4 +", "social-care I4 +"])
}

@Test func `a closed review is coded in no more, and may be opened again`() throws {
  var stage = try play(newReview + "Z")
  #expect(stage.shows("3 of 3 passages of “Review 1” are not done."))
  #expect(stage.status.hasPrefix("y closes it all the same, any other key does not"))
  try stage.press("Z")
  #expect(stage.reviews == ["Review 1 first open at start"])
  try stage.press("Z y")
  #expect(stage.reviews == ["Review 1 first closed at start"])
  try stage.press("c")
  #expect(stage.shows("“Review 1” is closed; Z on the review opens it again"))
  try stage.press("<Esc> Z c 4 <Enter>")
  #expect(stage.contributions.count == 3)
}

@Test func `another's review is looked at and not coded in`() throws {
  var stage = try Stage(Fixture.text, reviewer: "ada")
  try stage.press(newReview)
  var other = try Stage(stage.printed, reviewer: "mh")
  try other.press("g r")
  #expect(other.shows("Of others"))
  try other.press("<Enter> c")
  #expect(other.shows("“Review 1” is ada's; you are mh"))
}

@Test func `somebody nobody knows is asked for a name once`() throws {
  var stage = try Stage(Fixture.text, reviewer: nil)
  try stage.press("g r +")
  #expect(stage.status.hasPrefix("your name, for what you code:"))
  try stage.press("a d a <Enter> <Enter> <Enter>")
  #expect(stage.effects.contains(.rememberReviewer("ada")))
  #expect(stage.state.register.all(Review.self).map(\.reviewer) == ["ada"])
  try stage.press("g r +")
  #expect(stage.status.hasPrefix("name of the review"))
}

@Test func `with whom and how is typed after w`() throws {
  let stage = try play(newReview + "c p 4 - w h s i d <Enter>")
  let new = try #require(stage.state.register.all(Contribution.self).last)
  #expect(new.with.map(\.key) == ["health", "social-care"])
  #expect(new.how == [.sharesInformation, .decidesJointly])
  let reading = try play(newReview + "c p 4 - w h i")
  #expect(reading.shows("police I4 - with health (shares information)"))
  #expect(reading.shows("d decides jointly"))
}

@Test func `the letter around a passage scrolls, forward and back`() throws {
  var stage = try play("<Enter> <Enter> G <Enter>", size: (80, 20))
  #expect(!stage.shows("s1    Police and social care"))
  try stage.press("<PgUp> <PgUp>")
  #expect(stage.shows("s1    Police and social care"))
  try stage.press("<PgDn> <PgDn>")
  #expect(!stage.shows("s1    Police and social care"))
}

@Test func `a passage that is two is split, and two that are one are joined`() throws {
  var stage = try play("<Enter> <Enter> <Enter> | a n d <Space> p l a n <Enter>")
  let keys = { (stage: Stage) in stage.state.register.all(Passage.self).map(\.key) }
  #expect(keys(stage).contains("jtai-ashby-2017/s1b"))
  #expect(stage.shows("Police and social care meet each morning,"))
  #expect(stage.shows("s1b   and plan for each child together."))
  try stage.press("&")
  #expect(!keys(stage).contains("jtai-ashby-2017/s1b"))
  try stage.press("u u")
  #expect(
    stage.shows("Police and social care meet each morning, and plan for each child together."))
  #expect(keys(stage).count == 3)
  try stage.press("| z z z <Enter>")
  #expect(stage.shows("“zzz” is not in the passage"))
}
