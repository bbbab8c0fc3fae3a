import InspectionAnalysis
import Testing

struct ShufflesTests {
  @Test func `there are 2,000, fewer where there is much to shuffle, and 100 at least`() {
    #expect(Shuffles(steps: 0).count == 2000)
    #expect(Shuffles(steps: 500).count == 2000)
    #expect(Shuffles(steps: 1000).count == 1000)
    #expect(Shuffles(steps: 5_000_000).count == 100)
  }
}
