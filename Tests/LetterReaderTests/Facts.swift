import LetterReader
import Testing

/// Dates, area, theme and inspectorates, with what does not fit.
struct Facts {
  static func opening(_ days: String) -> [String] {
    [
      """
      \(days), Ofsted, the Care Quality Commission (CQC), Her Majesty\u{2019}s Inspectorate of \
      Constabulary (HMIC) and \
      HMI Prob undertook a joint inspection of the multi-agency response to abuse and neglect in \
      Wexmoor. This \
      inspection included a \u{2018}deep dive\u{2019} focus on the response to children living \
      with domestic abuse.
      """,
      "This letter to all the service leaders in the area outlines our findings.",
    ]
  }

  static func draft(_ days: String, date: String = "12 May 2017") -> Draft {
    var draft = Draft(strengths: ["Children are seen.", "Police act."])
    draft.opening = opening(days)
    draft.date = date
    return draft
  }

  @Test(arguments: [
    ("Between 27 and 31 March 2017", "2017-03-27", "2017-03-31"),
    ("Between 27 March 2017 and 31 March 2017", "2017-03-27", "2017-03-31"),
    ("Between 31 October and 4 November 2016", "2016-10-31", "2016-11-04"),
    ("From Monday 27th March to Friday 31st of March 2017", "2017-03-27", "2017-03-31"),
    ("Between 29 December 2016 and 2 January 2017", "2016-12-29", "2017-01-02"),
    ("From 27\u{2013}31 March 2017", "2017-03-27", "2017-03-31"),
    ("In fieldwork that took place from 27 to 31 March 2017", "2017-03-27", "2017-03-31"),
    ("In one week (27 to 31 March 2017)", "2017-03-27", "2017-03-31"),
    ("Between Monday 27 and Friday 31 March 2017", "2017-03-27", "2017-03-31"),
  ])
  func `fieldwork is found however its days are written`(days: String, from: String, to: String)
    throws
  {
    let letter = try read(Self.draft(days))
    #expect(letter.fieldworkFrom?.value.description == from)
    #expect(letter.fieldworkTo?.value.description == to)
    #expect(letter.fieldworkTo?.how == .stated)
  }

  @Test(arguments: [
    ("Between 20 and 24 March", "12 May 2017", "2017-03-20", "2017-03-24"),
    ("Between 5 and 9 December", "20 January 2017", "2016-12-05", "2016-12-09"),
    ("Between 30 December and 3 January", "20 February 2017", "2016-12-30", "2017-01-03"),
  ])
  func `a year that is missing comes from the letter's date`(
    days: String, date: String, from: String, to: String
  ) throws {
    let letter = try read(Self.draft(days, date: date))
    #expect(letter.fieldworkFrom?.value.description == from)
    #expect(letter.fieldworkTo?.value.description == to)
    #expect(letter.fieldworkTo?.how == .fromLetterDate)
    #expect(letter.problems.contains { $0.field == "fieldwork" && $0.message.contains("year") })
  }

  @Test func `a Sunday start, a wrong weekday and dates out of order are problems`() throws {
    var draft = Self.draft("Between 26 and 31 March 2017", date: "12 March 2017")
    draft.nextSteps = [
      "The local authority should send the written statement of action to us by Monday 25 August "
        + "2017."
    ]
    let messages = try read(draft).problems.map(\.message)
    #expect(messages.contains("2017-03-26 is a Sunday"))
    #expect(messages.contains("2017-08-25 is a Friday, not a Monday"))
    #expect(messages.contains { $0.hasPrefix("Dates out of order") })
  }

  @Test(arguments: [
    ("12 May 2017", Letter.Inspectorate.hmic), ("12 July 2017", .hmic),
    ("10 August 2017", .hmicfrs),
  ])
  func `the police inspectorate has the name of its time`(date: String, name: Letter.Inspectorate)
    throws
  {
    let letter = try read(Self.draft("Between 27 and 31 March 2017", date: date))
    #expect(letter.inspectorates.map(\.value) == [.ofsted, .cqc, name, .hmiProbation])
  }

  @Test(arguments: [
    "Wexmoor", "the London Borough of Wexmoor", "Wexmoor City Council",
    "the Royal Borough of Wexmoor",
  ])
  func `an area is known in any dress`(words: String) throws {
    var draft = Self.draft("Between 27 and 31 March 2017")
    draft.subject =
      "Joint targeted area inspection of the multi-agency response to abuse and neglect in \(words)"
    let area = try #require(try read(draft).area)
    #expect(area.value.id == "wexmoor")
    #expect(area.value.code == "E99000001")
    #expect(area.how == .stated)
  }

  @Test(arguments: [
    "Ofsted, CQC, HMICFRS and HMI Probation",
    "Ofsted, the CQC, His Majesty\u{2019}s Inspectorate of Constabulary and Fire & Rescue Services "
      + "and His Majesty\u{2019}s Inspectorate of Probation",
    "Her Majesty\u{2019}s Chief Inspector of Education (HMCI), the Care Quality Commission, HMI "
      + "Constabulary & Fire and Rescue Services and HMI of Probation (HMIP)",
    "inspectors from Ofsted, the Care Quality Commission (CQC), HM Inspectorate of Constabulary "
      + "and HM Inspectorate of Probation",
  ])
  func `inspectorates are known however they are spelled`(names: String) throws {
    var draft = Self.draft("Between 20 and 24 May 2019", date: "1 July 2019")
    draft.opening[0] = """
      Between 20 and 24 May 2019, \(names) undertook a joint inspection of the multi-agency \
      response to abuse and \
      neglect in Wexmoor. It included a \u{2018}deep dive\u{2019} focus on the response to neglect.
      """
    let found = try read(draft).inspectorates.map(\.value)
    #expect(found == [.ofsted, .cqc, .hmicfrs, .hmiProbation])
  }

  @Test(arguments: Array(24...60))
  func `the subject is found in a column of any width`(width: Int) throws {
    let letter = try read(Self.draft("Between 27 and 31 March 2017"), Style(width: Double(width)))
    #expect(letter.area?.value.id == "wexmoor")
    #expect(letter.area?.how == .stated)
    #expect(letter.theme?.value.id == "domestic-abuse")
  }

  @Test func `the beginning of a name is a guess where only one area is called so`() throws {
    var draft = Self.draft("Between 27 and 31 March 2017")
    draft.subject = "Joint targeted area inspection of Tarn"
    draft.opening = draft.opening.map { $0.replacing("Wexmoor", with: "the area") }
    draft.address = []
    let guess = try read(draft).area
    #expect(guess?.value.id == "tarn-valley")
    #expect(guess?.how == .guessed)
  }

  @Test func `an area is not guessed from a health board that covers several`() throws {
    var draft = Self.draft("Between 27 and 31 March 2017")
    draft.subject = "Joint targeted area inspection of Outer Sandside"
    draft.opening = draft.opening.map { $0.replacing("Wexmoor", with: "Outer Sandside") }
    draft.address = ["Ian Inn, Chief Nurse, NHS Tarn Valley and Outer Sandside ICB"]
    #expect(try read(draft).area?.value.id == nil)
    draft.address = ["Ann Arbour, Chief Executive, Wexmoor Council"]
    let guess = try read(draft).area
    #expect(guess?.value.id == "wexmoor")
    #expect(guess?.how == .guessed)
  }

  @Test func `the statement is found where no heading says which the next steps are`() throws {
    var draft = Self.draft("Between 27 and 31 March 2017")
    draft.parts += draft.nextSteps.map { .paragraph($0) }
    draft.nextSteps = []
    let letter = try read(draft)
    #expect(letter.statementDue?.value.description == "2017-08-24")
    #expect(letter.statementBy?.value == "The local authority")
  }

  @Test func `an unknown area keeps the letter's words`() throws {
    var draft = Self.draft("Between 27 and 31 March 2017")
    draft.subject = "Joint targeted area inspection of Outer Sandside"
    draft.opening = draft.opening.map { $0.replacing("Wexmoor", with: "Outer Sandside") }
    draft.address = []
    let letter = try read(draft)
    #expect(letter.area?.value.name == "Outer Sandside")
    #expect(letter.area?.value.id == nil)
    #expect(letter.problems.contains { $0.field == "area" })
  }

  @Test(arguments: [
    (
      "child sexual exploitation and those missing from home, care or education",
      "sexual-exploitation-and-missing"
    ),
    ("children living with domestic abuse", "domestic-abuse"),
    ("children between seven and 15 years old who have been neglected", "neglect"),
    (
      "child sexual exploitation, children associated with gangs and children missing from home",
      "exploitation-gangs-missing"
    ),
    ("sexual abuse in the family environment", "sexual-abuse-in-the-family"),
    ("children\u{2019}s mental health", "mental-health"),
    ("children living with mental ill health", "mental-health"),
    ("the criminal exploitation of children", "criminal-exploitation"),
    ("children and families who need help", "early-help"),
    ("serious youth violence", "serious-youth-violence"),
    ("children who are victims of domestic abuse", "domestic-abuse-victims"),
    ("the identification of initial need and risk", "front-door"),
  ])
  func `the deep dive names the theme`(words: String, id: String) throws {
    var draft = Self.draft("Between 27 and 31 March 2017")
    draft.opening = draft.opening.map {
      $0.replacing("children living with domestic abuse", with: words)
    }
    #expect(try read(draft).theme?.value.id == id)
  }

  @Test func `a theme that nobody knows is new and keeps its words`() throws {
    var draft = Self.draft("Between 27 and 31 March 2017")
    draft.opening = draft.opening.map {
      $0.replacing("children living with domestic abuse", with: "young carers")
    }
    let letter = try read(draft)
    #expect(letter.theme?.value.words == "young carers")
    #expect(letter.theme?.value.id == nil)
    #expect(letter.problems.contains { $0.field == "theme" })
  }

  @Test func `a theme that shares a weak word with a known one is new all the same`() throws {
    var draft = Self.draft("Between 27 and 31 March 2017")
    draft.opening = draft.opening.map {
      $0.replacing(
        "children living with domestic abuse", with: "online grooming and those missing from home")
    }
    #expect(try read(draft).theme?.value.id == nil)
    draft.opening = draft.opening.map {
      $0.replacing("online grooming", with: "child sexual exploitation")
    }
    #expect(try read(draft).theme?.value.id == "sexual-exploitation-and-missing")
  }

  @Test func `who writes the statement is a post and not a person`() throws {
    var draft = Self.draft("Between 27 and 31 March 2017")
    draft.nextSteps = [
      """
      We have determined that Ann Arbour is the principal authority and should prepare a written \
      statement of \
      proposed action. She should send it to us by 24 August 2017.
      """
    ]
    let letter = try read(draft)
    #expect(letter.statementBy?.value == "Director of Children\u{2019}s Services, Wexmoor Council")
    #expect(letter.statementDue?.value.description == "2017-08-24")
  }
}
