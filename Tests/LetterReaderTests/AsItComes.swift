import InspectionModel
import LetterReader
import Testing

/// Text as people meet it: files made, copied and printed in every way.
struct AsItComes {
  private static let letter = """
    14 March 2017
    Ann Example, Director of Children’s Services, Town Council
    Bo Sample, Chief Constable of Northmoor Police

    Dear local partnership

    Joint targeted area inspection of the multi-agency response to abuse and neglect in Wexmoor

    Between 23 and 27 January 2017, Ofsted, the Care Quality Commission (CQC), HMI Constabulary
    (HMIC) and HMI Probation undertook a joint inspection in Wexmoor. It included
    a deep dive focus on the response to children living with domestic abuse.

    This letter to all the service leaders in the area outlines our findings.

    Key strengths

    • Officers who attend at night record what each child says, and the first file
      reaches the hub by nine.

    • Health visitors offer each mother a private talk.

    Areas for improvement

    • The police do not always tell schools of an incident.

    Next steps

    The director of children’s services should send the written statement of action
    by 23 June 2017.

    Yours sincerely

    """

  private func letter(_ old: String = "", _ new: String = "") throws -> Letter {
    try read(old.isEmpty ? Self.letter : Self.letter.replacing(old, with: new))
  }

  @Test func `letters set as one are read as the letters they stand for`() throws {
    let plain = try letter()
    let printed = try read(
      Self.letter.replacing("ffi", with: "\u{FB03}").replacing("fi", with: "\u{FB01}"))
    #expect(printed.passages.map(\.text) == plain.passages.map(\.text))
    #expect(printed.passages.map(\.agencies) == plain.passages.map(\.agencies))
    #expect(try letter("mother", "cafe\u{301}").texts(.strength)[1].contains("caf\u{E9}"))
  }

  @Test(arguments: [true, false])
  func `the numbers of a draft's lines are left out, and told`(numbersBlankLines: Bool) throws {
    var number = 0
    let numbered = Self.letter.split(separator: "\n", omittingEmptySubsequences: false).map {
      line in
      guard numbersBlankLines || !line.isEmpty else { return "" }
      number += 1
      return "\(number)".padded(to: 4) + "  " + line
    }.joined(separator: "\n")
    let (plain, draft) = (try letter(), try read(numbered))
    #expect(draft.passages.map(\.text) == plain.passages.map(\.text))
    #expect(draft.addressees.map(\.value) == plain.addressees.map(\.value))
    #expect(draft.published?.value == plain.published?.value)
    let told = "The lines are numbered, as in a draft: the numbers are left out"
    #expect(draft.problems.map(\.message) == [told] + plain.problems.map(\.message))
  }

  @Test(arguments: [("o ", "o "), ("l ", "l "), ("(a) ", "(b) ")])
  func `bullets whose signs are letters part the items`(first: String, other: String) throws {
    let text = Self.letter.replacing("• Health", with: other + "Health").replacing(
      "• ", with: first)
    let letter = try read(text)
    #expect(letter.texts(.strength).count == 2)
    #expect(letter.texts(.strength)[1] == "Health visitors offer each mother a private talk.")
    #expect(letter.texts(.improvement).count == 1)
  }

  @Test func `the letter's date is its own, and that of a cover sheet is told`() throws {
    let letter = try read("Report to: the Board\nDate: 6 April 2017\n\n\u{C}" + Self.letter)
    #expect(letter.published?.value.description == "2017-03-14")
    #expect(letter.problems.contains { $0.message.contains("2017-04-06") })
  }

  @Test func `posts without names are addressees`() throws {
    let text = Self.letter
      .replacing("Ann Example, ", with: "").replacing("Bo Sample, ", with: "")
      .replacing("Northmoor Police\n", with: "Northmoor Police\nChair of the safeguarding board\n")
    #expect(
      try read(text).addressees.map { [$0.value.post, $0.value.body] } == [
        ["Director of Children’s Services", "Town Council"],
        ["Chief Constable", "Northmoor Police"], ["Chair", "safeguarding board"],
      ])
  }

  @Test func `days that cannot be are quoted`() throws {
    let letter = try letter("23 and 27 January 2017", "27 February and 29 February 2017")
    #expect(letter.fieldworkFrom == nil)
    #expect(
      letter.problems.contains {
        $0.message.contains("“27 February and 29 February 2017”")
          && $0.message.contains("there is no 29 February 2017")
      })
  }

  @Test func `part of another place's name is no known area`() throws {
    let letter = try letter("neglect in Wexmoor", "neglect in East Wexmoor")
    #expect(letter.area?.value.id == nil)
    #expect(letter.area?.value.words == "East Wexmoor")
    #expect(letter.problems.contains { $0.field == "area" })
  }

  @Test func `words beside a name make it a guess, and a second area is told`() throws {
    let beside = try letter("neglect in Wexmoor", "neglect in Wexmoor Children’s Trust")
    #expect(beside.area?.value.id == "wexmoor")
    #expect(beside.area?.how == .guessed)
    let two = try letter("neglect in Wexmoor", "neglect in Wexmoor and Tarn Valley")
    #expect(two.problems.contains { $0.message.contains("Tarn Valley") })
  }

  @Test func `an area that had ended is told`() throws {
    let ended = KnownArea(
      id: "wexmoor", name: "Wexmoor", to: Day(year: 2016, month: 3, day: 31))
    let reader = LetterReader(vocabulary: try vocabulary(areas: [ended]))
    let letter = reader.read(Array(Self.letter.utf8))
    #expect(letter.problems.contains { $0.message.contains("until 2016-03-31") })
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
