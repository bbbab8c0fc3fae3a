import InspectionAnalysis
import Testing

struct PercentTests {
  @Test(arguments: [
    (30, 131, "23 %"), (59, 1_027, "5.7 %"), (319, 6_284, "5.1 %"), (1, 3, "33 %"),
    (2, 3, "67 %"), (996, 10_000, "10 %"), (994, 10_000, "9.9 %"), (0, 7, "0 %"),
    (7, 7, "100 %"), (1, 10_000, "under 0.1 %"), (57, 999, "6 %"), (1, 300, "0.3 %"),
  ])
  func `a share is rounded, not cut`(part: Int, whole: Int, text: String) {
    // A column has the same digits, without the sign.
    let number = text == "under 0.1 %" ? "0.0" : String(text.dropLast(2))
    #expect(Proportion(part, of: whole).percent == text)
    #expect(Figure.Value.percentage(part, of: whole)?.text == number)
  }

  @Test func `without a whole there is no share`() {
    #expect(Proportion(0, of: 0).percent == nil)
    #expect(Figure.Value.percentage(0, of: 0) == nil)
    #expect(Figure.Value.percentage(30, of: 131)?.text == "23")
  }
}
