import InspectionModel
import RecText
import Testing

@testable import InspectionStore

/// What is told of estimates, holidays and decided pause points that do not go together.
struct BurdenRecordTests {
  private static let names = """
    %rec: Area

    Id: ashby
    Name: Ashby

    %rec: Framework

    Id: jtai
    Name: Joint

    %rec: Agency

    Id: police
    Name: Police
    Letter: p

    %rec: Inspection

    Id: first
    Area: ashby
    Framework: jtai
    From: 2016-02-22
    Certainty: stated-in-letter
    Source: x

    Id: second
    Area: ashby
    Framework: jtai
    From: 2016-03-07
    Certainty: stated-in-letter
    Source: x

    """

  private func sentences(_ text: String) -> [String] {
    RegisterReader.read(RecBytes(Array((Self.names + text).utf8))).findings.map(\.sentence)
  }

  private func estimate(_ low: String, _ high: String, about: String = "Framework: jtai") -> String
  {
    """

    %rec: Estimate

    Id: E-1
    Agency: police
    \(about)
    Phase: on-site
    Low: \(low)
    Mid: 4
    High: \(high)
    Grade: assumption
    Source: a guess
    """
  }

  @Test func `a range that falls, or is of nothing, is told`() {
    #expect(sentences(estimate("2", "8.5")) == [])
    #expect(sentences(estimate("5", "8")) == ["Low, Mid and High must ascend: 5, 4, 8"])
    #expect(
      sentences(estimate("2", "many"))
        == ["“many” is not a number of 0 or more, such as 3 or 2.5"])
    let about = "an estimate is about one Inspection, one Framework or one Scenario"
    #expect(sentences(estimate("2", "8", about: "Note: none")) == [about])
    #expect(
      sentences(estimate("2", "8", about: "Inspection: first\nFramework: jtai")) == [about])
  }

  @Test func `the key of a holiday is its day`() {
    let holiday = "\n%rec: Holiday\n\nId: DAY\nName: May Day\n"
    #expect(sentences(holiday.replacing("DAY", with: "2016-05-02")) == [])
    #expect(
      sentences(holiday.replacing("DAY", with: "2 May 2016"))
        == ["“2 May 2016” is not a date, such as 2016-05-02"])
  }

  @Test
  func `a decision whose inspections the rule takes no more is told, and one without a reason`() {
    let point = """

      %rec: PausePoint

      Id: first-one
      Name: The first
      Framework: jtai
      First: 1
      Member: second
      Outcome: continue
      Decided: 2016-04-01
      """
    #expect(
      sentences(point) == [
        "decided on second, which its rule no longer includes",
        "a pause point that is decided needs Decided and Reason",
      ])
    let sound = point.replacing("second", with: "first") + "\nReason: worth it"
    #expect(sentences(sound) == [])
  }
}
