import InspectionModel
import InspectionOperations
import Testing

@testable import LetterReader

struct LetterUpdateTests {
  @Test func `a letter of an inspection that is not known yet adds it with its passages`() throws {
    var register = try Self.register()
    let update = try Self.update(Self.letter, register)
    #expect(update.shows?.key == "jtai-ashby-2016")
    #expect(update.notes.isEmpty)
    #expect(update.change.summary == "reading the letter of Ashby into jtai-ashby-2016")
    try register.apply(update.change)

    let inspection = try Self.inspection(register)
    #expect(inspection.area?.key == "ashby")
    #expect(inspection.theme?.key == "neglect")
    #expect(inspection.from?.description == "2016-02-22")
    #expect(inspection.to?.description == "2016-02-26")
    #expect(inspection.published?.description == "2016-04-05")
    #expect(inspection.inspectorates == ["Ofsted", "CQC"])
    #expect(inspection.hasPriorityAction == false)
    #expect(inspection.letter == "letter.pdf")
    #expect(inspection.record.texts(.by) == ["mh"])
    #expect(inspection.passages.map(\.key) == ["jtai-ashby-2016/s1", "jtai-ashby-2016/i1"])
    let passage = try #require(inspection.passages.first)
    #expect(passage.text == "Police share what they know with schools.")
    #expect((passage.page, passage.pageTo, passage.heading) == (2, 3, "Working together"))
    #expect(passage.suggested.map(\.key) == ["police"])
  }

  @Test func `the same letter again changes nothing`() throws {
    var register = try Self.register()
    try register.apply(try Self.update(Self.letter, register).change)
    let again = try Self.update(Self.letter, register)
    #expect(again.change.edits.isEmpty)
    #expect(again.notes.isEmpty)
    #expect(again.shows?.key == "jtai-ashby-2016")
  }

  @Test func `text that was extracted anew with other line breaks changes nothing`() throws {
    var register = try Self.register()
    try register.apply(try Self.update(Self.letter, register).change)
    var letter = Self.letter
    letter.passages[0].text = "Police  share what\nthey know with sch- ools."
    letter.passages.swapAt(0, 1)
    let again = try Self.update(letter, register)
    #expect(again.change.edits.isEmpty)
    #expect(again.notes.isEmpty)
  }

  @Test func `the letter's own order, its headings and where its facts stand are kept`() throws {
    var register = try Self.register()
    try register.apply(try Self.update(Self.laidOut, register).change)
    let inspection = try Self.inspection(register)
    #expect(
      inspection.record.texts(.heading) == ["1 p2 other # Main part", "3 p4 other # The end"])
    #expect(inspection.record.texts(.found).contains("Published p1 l1 stated"))
    #expect(inspection.record.texts(.problem) == ["p1 l7 The year is missing"])
    #expect(inspection.record.texts(.addressee) == ["Chief Constable, Ashby Police"])
    #expect(inspection.statementBy == "Ashby Council")
    #expect(inspection.passages.map(\.position) == [1, 2])

    var extractedAnew = Self.laidOut
    extractedAnew.problems[0].place.line = 9
    extractedAnew.published?.place.line = 2
    #expect(try Self.update(extractedAnew, register).change.edits.isEmpty)
  }

  @Test func `a passage that comes into the middle moves those after it`() throws {
    var register = try Self.register()
    try register.apply(try Self.update(Self.laidOut, register).change)
    var letter = Self.laidOut
    letter.passages.insert(Self.passage(.headline, "Leaders know their area.", "police"), at: 1)
    try register.apply(try Self.update(letter, register).change)
    let inspection = try Self.inspection(register)
    #expect(inspection.passages.map(\.position) == [1, 3, 2])
    #expect(inspection.headings.map(\.position) == [1, 4])
    #expect(try Self.update(letter, register).change.edits.isEmpty)
  }

  @Test func `a known inspection is filled where it is empty`() throws {
    var register = try Self.register()
    try register.apply(Self.known())
    let update = try Self.update(Self.letter, register)
    #expect(update.shows?.key == "visit-1")
    try register.apply(update.change)
    let inspection = try Self.inspection(register, "visit-1")
    #expect(inspection.to?.description == "2016-02-26")
    #expect(inspection.passages.count == 2)
    #expect(update.notes.isEmpty)
  }

  @Test func `a fact that differs is noted and not overwritten`() throws {
    var register = try Self.register()
    try register.apply(Self.known(.init(.published, "2016-04-07"), .init(.priorityAction, "yes")))
    let update = try Self.update(Self.letter, register)
    try register.apply(update.change)
    #expect(try Self.inspection(register, "visit-1").published?.description == "2016-04-07")
    #expect(
      update.notes.map(\.description) == [
        "Published: the register has 2016-04-07, the letter 2016-04-05",
        "PriorityAction: the register has yes, the letter no",
      ])
  }

  @Test func `what was coded in a passage that reads otherwise is suspect, a new one is added`()
    throws
  {
    var register = try Self.register()
    try register.apply(try Self.update(Self.letter, register).change)
    try register.apply(Change("", Self.coded("C-1", "s1") + Self.coded("C-2", "i1")))
    var letter = Self.letter
    letter.passages[0].text = "Police share all they know with schools."
    letter.passages[1].text = "Nobody had heard of this before, in any place."
    let update = try Self.update(letter, register)
    try register.apply(update.change)
    #expect(
      update.notes.map(\.description) == [
        "jtai-ashby-2016/s1 reads differently now (85 % alike); 1 contribution suspect",
        "jtai-ashby-2016/i1 is no longer in the letter; 1 contribution suspect",
      ])
    let reasons = register.all(Contribution.self).map(\.suspect)
    #expect(
      reasons == [
        "the passage reads differently now (85 % alike), 2026-11-23",
        "the passage is no longer in the letter, 2026-11-23",
      ])
    let inspection = try Self.inspection(register)
    #expect(inspection.passages.first?.text == "Police share all they know with schools.")
    #expect(
      try Self.inspection(register).passages.map(\.key)
        == ["jtai-ashby-2016/s1", "jtai-ashby-2016/i1", "jtai-ashby-2016/i2"])
  }

  @Test
  func
    `a passage known by its summary alone gets its text beside it, and what is coded in it stays`()
    throws
  {
    var register = try Self.register()
    try register.apply(Self.known())
    try register.apply(Self.summarised("s7", "Police share what they know with sch-\nools."))
    try register.apply(Change("", Self.coded("C-1", "s7", of: "visit-1")))
    let update = try Self.update(Self.letter, register)
    #expect(update.passageSummary == "1 new passage, 1 filled with their text")
    #expect(update.notes.isEmpty)
    try register.apply(update.change)

    #expect(try Self.inspection(register, "visit-1").passages.count == 2)
    let contribution = try #require(register.all(Contribution.self).first)
    #expect(contribution.suspect == nil)
    let passage = try #require(contribution.passage)
    #expect(passage.key == "visit-1/s7")
    #expect(passage.summary == "Officers tell schools.")
    #expect(passage.text == "Police share what they know with schools.")
    #expect(passage.suggested.map(\.key) == ["police"])
    #expect(passage.record.text(.by) == "starter")
    #expect(try Self.update(Self.letter, register).change.edits.isEmpty)
  }

  @Test
  func
    `a summary whose passage the letter does not have is kept, and what is coded in it is suspect`()
    throws
  {
    var register = try Self.register()
    try register.apply(Self.known())
    try register.apply(Self.summarised("s1", "Something that no letter says."))
    try register.apply(Change("", Self.coded("C-1", "s1", of: "visit-1")))
    let update = try Self.update(Self.letter, register)
    try register.apply(update.change)
    #expect(
      update.notes.map(\.description) == [
        "visit-1/s1 is no longer in the letter; 1 contribution suspect"
      ])
    #expect(
      try Self.inspection(register, "visit-1").passages.map(\.key)
        == ["visit-1/s1", "visit-1/s2", "visit-1/i1"])
  }

  @Test func `the page and the agencies go with a text that reads otherwise`() throws {
    var register = try Self.register()
    try register.apply(try Self.update(Self.letter, register).change)
    var letter = Self.letter
    letter.passages[0].text = "Nobody shares what they know with schools."
    letter.passages[0].place.page = 3
    letter.passages[0].agencies = []
    try register.apply(try Self.update(letter, register).change)
    let passage = try #require(Self.inspection(register).passages.first)
    #expect((passage.page, passage.pageTo, passage.suggested.count) == (3, nil, 0))
    #expect(try Self.update(letter, register).change.edits.isEmpty)
  }

  @Test func `the fingerprint goes with a text that reads otherwise`() throws {
    var register = try Self.register()
    try register.apply(Self.known())
    try register.apply(Self.summarised("s1", "Police share what they know with schools."))
    try register.apply(try Self.update(Self.letter, register).change)
    var letter = Self.letter
    letter.passages[0].text = "Police share all they know with schools."
    try register.apply(try Self.update(letter, register).change)
    let passage = try #require(Self.inspection(register, "visit-1").passages.first)
    #expect(passage.fingerprint == PassageMatcher.fingerprint(letter.passages[0].text))
  }

  @Test
  func `an inspection of the same area and year under another framework is not that of the letter`()
    throws
  {
    var register = try Self.register()
    try register.apply(Change("", [.insert(.framework, [.init(.id, "sif"), .init(.name, "S")])]))
    try register.apply(Self.known(framework: "sif"))
    let update = try Self.update(Self.letter, register)
    #expect(update.shows?.key == "jtai-ashby-2016")
  }

  @Test func `an area and a theme that are not known are added`() throws {
    var register = try Self.register()
    var letter = Self.letter
    letter.area?.value = .init(words: "Castle & Dale", name: "Castle & Dale")
    letter.theme?.value = .init(words: "online abuse")
    let update = try Self.update(letter, register)
    #expect(
      update.notes.map(\.description) == [
        "the area “Castle & Dale” was not in the register; it is now, as castle-dale",
        "the theme “online abuse” was not in the register; it is now, as online-abuse",
      ])
    try register.apply(update.change)
    let inspection = try Self.inspection(register, "jtai-castle-dale-2016")
    #expect(inspection.area?.name == "Castle & Dale")
    #expect(inspection.theme?.name == "online abuse")
    #expect(try Self.update(letter, register).change.edits.isEmpty)
  }

  @Test func `a register without the framework gets it with the first letter`() throws {
    var register = Register.empty
    let update = try Self.update(Self.letter, register)
    try register.apply(update.change)
    #expect(try Self.inspection(register).framework?.name == "Joint targeted area inspection")
  }

  @Test func `an area whose name has no letter of the alphabet still gets a key`() throws {
    var register = try Self.register()
    var letter = Self.letter
    letter.area?.value = .init(words: "★", name: "★")
    try register.apply(try Self.update(letter, register).change)
    #expect(try Self.inspection(register, "jtai-unnamed-2016").area?.name == "★")
  }

  @Test func `a second inspection of an area is one of its own`() throws {
    var register = try Self.register()
    try register.apply(try Self.update(Self.letter, register).change)
    var letter = Self.letter
    letter.fieldworkFrom = .init(try Self.day(2018, 5, 14), at: Self.place)
    letter.fieldworkTo = nil
    letter.published = .init(try Self.day(2018, 7, 2), at: Self.place)
    let update = try Self.update(letter, register)
    #expect(update.shows?.key == "jtai-ashby-2018")
    try register.apply(update.change)
    #expect(register.count(.inspection) == 2)
  }
}

// MARK: - An invented letter, and a register that it can be read into

extension LetterUpdateTests {
  private static let place = Letter.Place(page: 1, line: 1)

  /// What reading a letter into a register does.
  private static func update(_ letter: Letter, _ register: Register) throws -> Proposal {
    var author = Author(
      "mh", on: try #require(Day(iso: "2026-11-23")), keys: SplitMix(seed: 1))
    return try ImportReport(letter.observation(from: "letter.pdf"))
      .proposal(for: register, by: &author)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
    try #require(Day(year: year, month: month, day: day))
  }

  private static let letter: Letter = {
    var letter = Letter()
    letter.area = .init(.init(words: "Ashby", name: "Ashby", id: "ashby"), at: place)
    letter.framework = .init("jtai", at: place)
    letter.theme = .init(.init(words: "children living with neglect", id: "neglect"), at: place)
    letter.fieldworkFrom = Day(year: 2016, month: 2, day: 22).map { .init($0, at: place) }
    letter.fieldworkTo = Day(year: 2016, month: 2, day: 26).map { .init($0, at: place) }
    letter.published = Day(year: 2016, month: 4, day: 5).map { .init($0, at: place) }
    letter.inspectorates = [.init(.ofsted, at: place), .init(.cqc, at: place)]
    letter.passages = [
      passage(.strength, "Police share what they know with schools.", "police"),
      passage(.improvement, "Referrals go missing between two desks.", "library"),
    ]
    return letter
  }()

  /// The same letter with headings, an addressee, the statement's writer and a problem.
  private static let laidOut: Letter = {
    var letter = Self.letter
    letter.addressees = [.init(.init(post: "Chief Constable", body: "Ashby Police"), at: place)]
    letter.statementBy = .init("Ashby Council", at: Letter.Place(page: 3, line: 2))
    letter.sections = [("Main part", 2), ("The end", 4)].map { heading, page in
      Letter.Section(
        heading: heading, kind: .other, level: 1, place: Letter.Place(page: page, line: 1))
    }
    letter.problems = [
      Letter.Problem(
        field: "fieldwork", message: "The year is missing", place: Letter.Place(page: 1, line: 7))
    ]
    return letter
  }()

  private static func passage(
    _ section: SectionKind, _ text: String, _ agency: String
  ) -> Letter.Passage {
    Letter.Passage(
      section: section, index: 1, subheading: "Working together",
      place: Letter.Place(page: 2, line: 9), pageTo: 3, text: text,
      agencies: [Letter.AgencyMention(agency: agency, words: agency)])
  }

  private static func register() throws -> Register {
    var register = Register.empty
    try register.apply(
      Change(
        "",
        [
          .insert(.area, [.init(.id, "ashby"), .init(.name, "Ashby")]),
          .insert(.framework, [.init(.id, "jtai"), .init(.name, "Joint inspection")]),
          .insert(.theme, [.init(.id, "neglect"), .init(.name, "Neglect")]),
          .insert(.agency, [.init(.id, "police"), .init(.name, "Police"), .init(.letter, "p")]),
        ]))
    return register
  }

  /// A contribution coded in a passage of the letter.
  private static func coded(
    _ key: String, _ passage: String, of inspection: String = "jtai-ashby-2016"
  ) -> [Edit] {
    let values: [FieldValue] = [
      .init(.id, key), .init(.passage, "\(inspection)/\(passage)"), .init(.agency, "police"),
      .init(.direction, "+"),
    ]
    return [.insert(.contribution, values)]
  }

  /// A passage of which only a summary is known, and the fingerprint of its text.
  private static func summarised(_ code: String, _ text: String) -> Change {
    let values: [FieldValue] = [
      .init(.id, "visit-1/\(code)"), .init(.inspection, "visit-1"), .init(.section, "strength"),
      .init(.index, String(code.dropFirst())), .init(.summary, "Officers tell schools."),
      .init(.fingerprint, PassageMatcher.fingerprint(text)), .init(.by, "starter"),
    ]
    return Change("", [.insert(.passage, values)])
  }

  /// The inspection of the letter as a listing gives it.
  private static func known(framework: String = "jtai", _ more: FieldValue...) -> Change {
    let values: [FieldValue] = [
      .init(.id, "visit-1"), .init(.area, "ashby"), .init(.framework, framework),
      .init(.from, "2016-02-22"), .init(.certainty, "stated-elsewhere"),
      .init(.source, "https://example.org"),
    ]
    return Change("", [.insert(.inspection, values + more)])
  }

  private static func inspection(
    _ register: Register, _ key: String = "jtai-ashby-2016"
  ) throws -> Inspection {
    register.view(try #require(register.row(.inspection, key: key)))
  }
}

extension Register {
  static var empty: Register {
    Register(
      file: TextBuffer(UnsafeRawBufferPointer(start: nil, count: 0), ownedBy: NoFile()))
  }
}

private final class NoFile: Sendable {}
