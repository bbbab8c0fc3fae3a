import InspectionModel
import LetterReader
import Testing

/// What makes letters hard, each by itself.
struct HardCases {
  static let long = [
    """
    Leaders share a clear view of what children need, and the partnership's plans follow from it. \
    Managers look at \
    the records of each team every month, so that drift is seen early and put right before a \
    child comes to harm.
    """,
    """
    Children's voices are heard in long-term planning. A well-established group of young people \
    meets the board \
    twice a year, and members could name two changes that they had brought about, among them \
    later opening hours.
    """,
  ]

  @Test(arguments: [false, true], Array(4...14))
  func `a passage runs on over a page break`(isLayout: Bool, linesPerPage: Int) throws {
    let draft = Draft(strengths: Self.long, improvements: Self.long)
    let style = Style(isLayout: isLayout, linesPerPage: linesPerPage + 12)
    #expect(try read(draft, style).texts(.strength).map(\.bare) == Self.long.map(\.bare))
  }

  @Test(arguments: [
    "\u{AD}", "\u{1B}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FEFF}",
    "\u{E0041}",
    "\u{FE0F}",
  ])
  func `what nobody sees in a letter is no part of a passage`(character: String) throws {
    let dirty = Self.long.map { $0.replacing("of", with: "o\(character)f\(character)") }
    let draft = Draft(strengths: dirty, improvements: Self.long)
    #expect(try read(draft, Style()).texts(.strength).map(\.bare) == Self.long.map(\.bare))
  }

  @Test(arguments: [false, true], [false, true])
  func `footnotes and their numbers are no part of a passage`(isLayout: Bool, isBelow: Bool) throws
  {
    let draft = Draft(strengths: Self.long, improvements: Self.long)
    var style = Style(isLayout: isLayout, linesPerPage: 24)
    style.footnotes = [
      (word: "drift", text: "Drift is delay without a reason."),
      (word: "twice", text: "In spring and autumn; www.example.org/meetings lists the days."),
    ]
    style.hasNumberBelow = isBelow
    let letter = try read(draft, style)
    #expect(letter.texts(.strength).map(\.bare) == Self.long.map(\.bare))
    #expect(letter.texts(.improvement).map(\.bare) == Self.long.map(\.bare))
  }

  @Test func `the number of a footnote that is missing goes too`() throws {
    let draft = Draft(strengths: ["Managers act.1 Section 1.2 is clear.", "Records are good.2"])
    #expect(
      try read(draft).texts(.strength) == [
        "Managers act. Section 1.2 is clear.", "Records are good.",
      ])
  }

  @Test func `a raised number on a line of its own takes no words with it`() throws {
    let text = Typesetter(Style(isLayout: true)).text(
      of: Draft(strengths: ["Plans follow\u{1}from what children say."]))
    let raised = text.replacing(
      "Plans follow\u{1}from what", with: "Plans follow\n                1\n   from what")
    #expect(try read(raised).texts(.strength) == ["Plans follow from what children say."])
  }

  @Test func `without page numbers a line of digits is a footnote's`() throws {
    let draft = Draft(strengths: Self.long, improvements: Self.long)
    var style = Style(linesPerPage: 24)
    style.hasPageNumbers = false
    style.footnotes = [(word: "drift", text: "Drift is delay without a reason.")]
    #expect(try read(draft, style).texts(.strength).map(\.bare) == Self.long.map(\.bare))
  }

  @Test func `raw text gets back the hyphens that the letter shows elsewhere`() throws {
    let text = """
      The multi-agency team meets daily and its multi-agency notes are good and well kept on file \
      by the multi-agency \
      lead. Plans by the multi-agency team are clear, and the views that the multi-agency team \
      has are heard.
      """
    for width in 40..<70 {
      let letter = try read(Draft(strengths: [text]), Style(width: Double(width)))
      #expect(letter.texts(.strength) == [text], "at width \(width)")
    }
  }

  @Test func `the words of headings occur in running text`() throws {
    let text =
      "Auditors found key strengths and, as leaders had said, the same areas for improvement. The "
      + "next steps follow."
    for width in 36..<76 {
      let letter = try read(Draft(strengths: [text, text]), Style(width: Double(width)))
      #expect(letter.texts(.strength) == [text, text], "at width \(width)")
    }
  }

  @Test func `a sentence that begins like a heading is none`() throws {
    let text = """
      Leaders know them. Key strengths of the partnership are known to all who work in it, and \
      those who lead it speak \
      of them often. Areas for improvement in the work are known as well, and plans follow from \
      what is known of them.
      """
    for width in 36..<76 {
      let letter = try read(Draft(strengths: [text, text]), Style(width: Double(width)))
      #expect(letter.texts(.strength) == [text, text], "at width \(width)")
    }
  }

  @Test(arguments: [
    ("Key Strengths", SectionKind.strength), ("STRENGTHS", .strength),
    ("Early help strengths", .strength),
    ("Areas for Improvement:", .improvement), ("Area for improvement", .improvement),
    ("What needs to improve", .improvement), ("Area for priority actions", .priorityAction),
    ("Priority action", .priorityAction), ("Key strengths of the partnership", .strength),
    ("Strengths in practice", .strength),
    ("Areas for improvement across the agencies", .improvement),
    ("Areas for priority action in the local area", .priorityAction),
  ])
  func `headings vary in case, number and punctuation`(heading: String, kind: SectionKind)
    throws
  {
    let letter = try read(Draft([.heading(heading), .bullet(Self.long[0])]))
    #expect(letter.texts(kind).map(\.bare) == [Self.long[0].bare])
  }

  @Test func `bullets of the opening are no passages`() throws {
    var draft = Draft(strengths: [Self.long[0]])
    draft.parts.insert(.bullet("Children are safe."), at: 0)
    #expect(try read(draft).passages.filter { $0.section == .strength }.count == 1)
  }

  @Test func `a paragraph without a glyph belongs to the bullet above it`() throws {
    let draft = Draft([
      .heading("Areas for improvement"), .bullet(Self.long[0]), .paragraph(Self.long[1]),
    ])
    #expect(try read(draft).texts(.improvement).map(\.bare) == [Self.long.joined().bare])
  }

  @Test func `lines may end in carriage returns and bytes be Latin-1`() throws {
    let text = Typesetter(Style(glyph: "\u{B7}", lineEnd: "\r\n")).text(
      of: Draft(strengths: ["Caf\u{E9} staff help children."]))
    let plain = text.map { "\u{2018}\u{2019}".contains($0) ? "'" : $0 }
    let bytes = plain.flatMap { $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
    let letter = LetterReader(vocabulary: try vocabulary(areas: [Draft.area])).read(bytes)
    #expect(letter.texts(.strength) == ["Caf\u{E9} staff help children."])
  }

  @Test func `bytes may be those of Windows, and none of control gets through`() throws {
    let text = Typesetter(Style(glyph: "\u{B7}")).text(
      of: Draft(strengths: ["Children\u{2019}s \u{201C}voices\u{201D} \u{1B}[31mcount\u{7}."]))
    let bytes = text.unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "\u{2018}": 0x91
      case "\u{2019}": 0x92
      case "\u{201C}": 0x93
      case "\u{201D}": 0x94
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
    let letter = LetterReader(vocabulary: try vocabulary(areas: [Draft.area])).read(bytes)
    #expect(letter.texts(.strength) == ["Children\u{2019}s \u{201C}voices\u{201D} [31mcount."])
  }

  @Test func `two people on one line are two addressees, one over two lines is one`() throws {
    var draft = Draft(strengths: Self.long)
    draft.address = [
      "Mr Ian Inn, Chief Executive, NHS Wexmoor CCG Ms Ada Moor, Head of Service,",
      "Wexmoor Youth Offending",
      "Team",
    ]
    let addressees = try read(draft).addressees.map(\.value)
    #expect(addressees.map(\.post) == ["Chief Executive", "Head of Service"])
    #expect(addressees.map(\.body) == ["NHS Wexmoor CCG", "Wexmoor Youth Offending Team"])
  }

  @Test func `a rank before a name is the post`() throws {
    var draft = Draft(strengths: Self.long)
    draft.address = [
      "Eve van der Esk, Chief Executive, Wexmoor Council",
      "Chief Constable Ben Birch, Tarn Valley Police",
    ]
    let addressees = try read(draft).addressees.map(\.value)
    #expect(addressees.map(\.post) == ["Chief Executive", "Chief Constable"])
    #expect(addressees.map(\.body) == ["Wexmoor Council", "Tarn Valley Police"])
  }

  @Test func `the agencies of a list's lead-in sentence are those of its bullets`() throws {
    let draft = Draft([
      .heading("Areas for improvement"),
      .paragraph("The multi-agency approach is strong. Schools should improve what follows:"),
      .bullet("The records that are kept."), .bullet("The plans that are made."),
    ])
    #expect(
      try read(draft).passages.prefix(2).map { $0.agencies.map(\.agency) } == [
        ["education"], ["education"],
      ])
  }

  @Test func `an abbreviation that the letter defines names its agency`() throws {
    let draft = Draft(
      strengths: [
        "The Wexmoor Safeguarding Children Board (WSCB) leads.", "WSCB audits are thorough.",
      ])
    let passages = try read(draft).passages
    #expect(
      passages.prefix(2).map { $0.agencies.map(\.agency) } == [["partnership"], ["partnership"]])
    #expect(passages[1].agencies.first?.words == "WSCB")
  }

  @Test func `the sentence that leads into a list speaks for its agencies`() throws {
    let draft = Draft([
      .heading("Area for priority action"), .paragraph("Tarn Valley Police must ensure that:"),
      .bullet("children in custody are seen by a nurse;"), .bullet("records are complete."),
    ])
    let actions = try read(draft).passages.filter { $0.section == .priorityAction }
    #expect(actions.count == 2)
    #expect(actions.allSatisfy { $0.agencies.map(\.agency).contains("police") })
  }
}
