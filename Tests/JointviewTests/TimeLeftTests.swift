import Testing

@testable import jointview

@Test(arguments: [
  (0.2, "1 s left"), (41.3, "42 s left"), (89, "89 s left"), (90, "2 min left"),
  (150, "3 min left"), (3600, "60 min left"), (9000, "3 h left"),
])
func `how long work still takes is told in words`(seconds: Double, words: String) {
  #expect(TimeLeft.phrase(seconds) == words)
}
