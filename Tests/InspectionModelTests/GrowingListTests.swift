import InspectionModel
import Seeded
import Testing

@Suite struct `A list that grows at its end` {
  @Test func `holds what an array would, and copies of it stay as they were`() {
    for _ in 0..<20 { compare(seed: UInt64.random(in: 0...(.max))) }
  }

  private func compare(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (list, array) = (GrowingList<Int>(), [Int]())
    var copies: [(GrowingList<Int>, [Int])] = []
    for step in 0..<600 {
      // Once more is added than removed, then the other way round.
      if Int.random(in: 0..<10, using: &random) < (step < 300 ? 8 : 3) {
        list.append(step)
        array.append(step)
      } else {
        #expect(list.popLast() == array.popLast(), "seed \(seed)")
      }
      if step.isMultiple(of: 50) { copies.append((list, array)) }
      #expect(list.last == array.last, "seed \(seed)")
      #expect(list.count == array.count && list.isEmpty == array.isEmpty, "seed \(seed)")
    }
    for (list, array) in copies { #expect(Array(list) == array, "seed \(seed)") }
    #expect(Array(GrowingList(array)) == array)
  }
}
