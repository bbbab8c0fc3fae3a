import LetterReader
import Testing

/// Letters of each family: what is known of their making, set both as raw text and with the layout
/// kept.
struct LayoutFamilies {
  static let strengths = [
    "Leaders of the police and the council know their services well and act together when risks to "
      + "a child grow.",
    "Health visitors share what they know in a timely way. They are part of multi-agency meetings "
      + "and it shows.",
    "The youth offending team listens to children. Workers see them at home, in school and, where "
      + "needed, in custody.",
  ]
  static let improvements = [
    "Too few strategy meetings involve health. Decisions are late, and this leaves some children "
      + "waiting for weeks.",
    "The quality of referrals from schools is poor, and areas for improvement named in earlier "
      + "audits remain.",
  ]

  @Test(arguments: ["\u{F06E}", "\u{25FC}", "\u{2022}", "\u{F0A7}"], [false, true])
  func `bullets begin at the letter's own glyph`(glyph: String, isLayout: Bool) throws {
    let draft = Draft(strengths: Self.strengths, improvements: Self.improvements)
    let letter = try read(draft, Style(glyph: glyph, isLayout: isLayout))
    #expect(letter.texts(.strength) == Self.strengths)
    #expect(letter.texts(.improvement) == Self.improvements)
    #expect(letter.passages.prefix(4).map(\.code) == ["s1", "s2", "s3", "i1"])
  }

  @Test func `a glyph alone on its line begins the bullet below it`() throws {
    let draft = Draft(strengths: Self.strengths, improvements: Self.improvements)
    let letter = try read(draft, Style(isGlyphAlone: true, linesPerPage: 23))
    #expect(letter.texts(.strength) == Self.strengths)
    #expect(letter.texts(.improvement) == Self.improvements)
  }

  @Test(arguments: [false, true])
  func `without glyphs each paragraph is a passage and the letter says so`(isLayout: Bool) throws {
    let draft = Draft(strengths: Self.strengths, improvements: Self.improvements)
    let letter = try read(draft, Style(glyph: "", isLayout: isLayout))
    #expect(letter.texts(.strength) == Self.strengths)
    #expect(
      letter.problems.contains { $0.field == "passages" && $0.message.contains("no bullet glyphs") }
    )
  }

  @Test(arguments: [false, true])
  func `a letter of 2022 has its improvements first and findings in prose`(isLayout: Bool) throws {
    var draft = Draft([
      .heading("Headline findings"), .paragraph(Self.strengths[0]),
      .paragraph(Self.improvements[0]),
      .heading("What needs to improve?"), .bullet(Self.improvements[1]),
      .heading("Strengths"), .bullet(Self.strengths[1]),
      .heading("Main findings"), .paragraph(Self.strengths[2]), .paragraph(Self.improvements[0]),
    ])
    draft.subject = "Joint targeted area inspection of Wexmoor"
    draft.opening = [
      """
      This letter summarises the findings of the joint targeted area inspection (JTAI) of the \
      multi-agency \
      response to the criminal exploitation of children in Wexmoor.
      """,
      """
      This inspection took place from 27 June to 1 July 2022. It was carried out by inspectors \
      from Ofsted, the \
      Care Quality Commission (CQC) and Her Majesty\u{2019}s Inspectorate of Constabulary and \
      Fire & Rescue \
      Services (HMICFRS).
      """,
    ]
    draft.date = "18 August 2022"
    let letter = try read(draft, Style(glyph: "\u{25FC}", isLayout: isLayout))
    #expect(letter.theme?.value.id == "criminal-exploitation")
    #expect(letter.fieldworkFrom?.value.description == "2022-06-27")
    #expect(letter.fieldworkTo?.value.description == "2022-07-01")
    #expect(letter.inspectorates.map(\.value) == [.ofsted, .cqc, .hmicfrs])
    #expect(letter.texts(.headline).count == 2)
    #expect(letter.texts(.mainFinding) == [Self.strengths[2], Self.improvements[0]])
    #expect(
      letter.sections.map(\.kind) == [.headline, .improvement, .strength, .mainFinding, .nextSteps])
  }

  @Test(arguments: [false, true])
  func `sub-headings part a list and its numbers run on`(isLayout: Bool) throws {
    let draft = Draft([
      .heading("Areas for improvement"), .subheading("Leadership and management"),
      .bullet(Self.improvements[0]),
      .subheading("The local safeguarding children board"), .bullet(Self.improvements[1]),
    ])
    let letter = try read(draft, Style(isLayout: isLayout))
    #expect(letter.texts(.improvement) == Self.improvements)
    #expect(
      letter.passages.filter { $0.section == .improvement }.map(\.subheading)
        == ["Leadership and management", "The local safeguarding children board"])
    #expect(letter.sections.prefix(3).map(\.level) == [1, 2, 2])
  }

  @Test(arguments: [false, true])
  func `sub-bullets and their sentence are one passage`(isLayout: Bool) throws {
    let draft = Draft([
      .heading("Area for priority action"),
      .bullet(
        "The partnership must act at once. This includes:",
        sub: ["staff for the hub", "records that agree."]),
      .bullet(Self.improvements[0]),
    ])
    let letter = try read(draft, Style(isLayout: isLayout))
    let texts = letter.texts(.priorityAction)
    #expect(texts.count == 2)
    #expect(texts.first?.hasSuffix("records that agree.") == true)
  }

  @Test(arguments: [false, true])
  func `nothing to act on at once is no passage`(isLayout: Bool) throws {
    var draft = Draft(strengths: Self.strengths)
    draft.parts.insert(
      contentsOf: [
        .heading("Areas for priority action"), .bullet("There are no areas for priority action"),
      ], at: 0)
    let letter = try read(draft, Style(isLayout: isLayout))
    #expect(letter.texts(.priorityAction).isEmpty)
    #expect(letter.sections.first?.kind == .priorityAction)
    #expect(letter.problems.contains { $0.message.contains("no areas for priority action") })
  }

  @Test(arguments: [false, true])
  func `a box in the flow is one passage and its bullets are no items`(isLayout: Bool) throws {
    let draft = Draft([
      .heading("Key strengths"), .bullet(Self.strengths[0]),
      .box("Case study: highly effective practice", [Self.strengths[1], Self.improvements[0]]),
      .heading("Areas for improvement"), .bullet(Self.improvements[1]),
    ])
    let letter = try read(draft, Style(isLayout: isLayout))
    #expect(letter.texts(.strength) == [Self.strengths[0]])
    #expect(letter.texts(.caseStudy) == [Self.strengths[1] + " " + Self.improvements[0]])
    #expect(letter.texts(.improvement) == [Self.improvements[1]])
  }

  @Test(arguments: [false, true])
  func `a list goes on after a box`(isLayout: Bool) throws {
    let draft = Draft([
      .heading("Key strengths"), .bullet(Self.strengths[0]),
      .box("Practice study", [Self.improvements[0], Self.improvements[1]]),
      .bullet(Self.strengths[1]),
    ])
    let letter = try read(draft, Style(isLayout: isLayout))
    #expect(letter.texts(.strength) == Array(Self.strengths.prefix(2)))
    #expect(letter.texts(.caseStudy).count == 1)
  }

  @Test(arguments: [false, true])
  func `findings go on after a box in their midst`(isLayout: Bool) throws {
    let study = HardCases.long.joined(separator: " ")
    let draft = Draft([
      .heading("Main findings"), .paragraph(Self.strengths[0]), .box("Practice study", [study]),
      .paragraph(study), .paragraph(Self.strengths[1]),
    ])
    let letter = try read(draft, Style(isLayout: isLayout))
    #expect(letter.texts(.caseStudy).map(\.bare) == [study.bare])
    #expect(
      letter.texts(.mainFinding).map(\.bare)
        == [Self.strengths[0], study, Self.strengths[1]].map(\.bare))
  }

  @Test func `two boxes one after the other are two passages`() throws {
    let draft = Draft([
      .heading("Strengths"), .bullet(Self.strengths[0]), .box("Case study", [Self.strengths[1]]),
      .box("Places and spaces", [Self.strengths[2]]), .bullet(Self.improvements[0]),
    ])
    let letter = try read(draft)
    #expect(letter.texts(.caseStudy) == Array(Self.strengths[1...]))
    #expect(letter.texts(.strength) == [Self.strengths[0], Self.improvements[0]])
  }

  @Test(arguments: [false, true])
  func `titles inside a box do not end it`(isLayout: Bool) throws {
    let draft = Draft([
      .heading("Strengths"), .bullet(Self.strengths[0]),
      .box("Practice study: effective practice", ["Context", Self.strengths[1]]),
      .heading("Main findings"), .paragraph(Self.strengths[2]),
    ])
    let letter = try read(draft, Style(isLayout: isLayout))
    #expect(letter.texts(.caseStudy) == ["Context " + Self.strengths[1]])
    #expect(letter.texts(.mainFinding) == [Self.strengths[2]])
  }

  @Test(arguments: [false, true])
  func `bullets without a full stop part before a sub-heading`(isLayout: Bool) throws {
    let open = Self.improvements.map { String($0.dropLast()) }
    let draft = Draft([
      .heading("Areas for improvement"), .bullet(open[0]), .bullet(open[1]),
      .subheading("Leadership and management of the partnership"), .bullet(open[0]),
      .heading("Strengths"), .bullet(open[1]),
    ])
    let letter = try read(draft, Style(isLayout: isLayout))
    #expect(letter.texts(.improvement) == [open[0], open[1], open[0]])
    #expect(letter.texts(.strength) == [open[1]])
  }
}
