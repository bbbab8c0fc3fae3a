import InspectionAnalysis
import InspectionModel
import Testing

/// What a register holds, in sentences.
struct HoldingsTests {
  @Test func `the starter is told in three lines`() {
    let sentences = Holdings(Registers.starter).sentences
    #expect(sentences.count == 3)
    #expect(sentences[0].contains(" areas and "))
    #expect(sentences[0].contains(" inspections from "))
    #expect(sentences[1].contains(" JTAI"))
    #expect(sentences[2].contains(" passages), "))
  }

  @Test func `what is not there is said, and one is not called several`() {
    let none = Registers.read("%rec: Area\n\nId: a\nName: A\n")
    #expect(Holdings(none).sentences == ["1 area, and no inspections yet."])
    let one = Registers.read(
      """
      %rec: Area

      Id: a
      Name: A

      %rec: Framework

      Id: jtai
      Name: Joint
      Alias: JTAI

      %rec: Inspection

      Id: i
      Area: a
      Framework: jtai
      From: 2016-05-16
      Certainty: stated-elsewhere
      Source: x

      """)
    #expect(
      Holdings(one).sentences == [
        "1 area and 1 inspection in 2016.", "1 JTAI.", "No report is read yet.",
      ])
  }
}
