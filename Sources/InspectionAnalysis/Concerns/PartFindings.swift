import InspectionModel

/// Which findings stand in which passages of a letter, as counts: how many of them a part of the
/// passages holds, and how many it holds alone.
///
/// Findings of one passage alone are a number a passage; only the others are looked at one by one.
struct PartFindings {
  /// How many passages the part has, which stays as it is when they are shuffled.
  let part: Int
  /// Of each passage, those of the part first.
  private let single: [Int]
  /// The shared ones of all passages, one after the other, and where those of each begin.
  private let shared: [Int]
  private let starts: [Int]
  /// In how many passages each shared finding is.
  private let totals: [Int]
  private var order: [Int]
  private var counts: [Int]

  /// - Parameters:
  ///   - passages: the findings of each, those of the part first.
  ///   - part: how many are of the part.
  init(_ passages: [Set<Int>], part: Int) {
    self.part = part
    var totalOf: [Int: Int] = [:]
    for finding in passages.joined() { totalOf[finding, default: 0] += 1 }
    let several = totalOf.filter { $0.value > 1 }.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(several, 0...))
    single = passages.map { $0.count { places[$0] == nil } }
    let sharedOf = passages.map { $0.compactMap { places[$0] } }
    shared = Array(sharedOf.joined())
    starts = sharedOf.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    totals = several.map { totalOf[$0] ?? 0 }
    order = Array(passages.indices)
    counts = several.map { _ in 0 }
  }

  var passages: Int { order.count }

  /// Findings of the part as it is, and those of them that are nowhere else.
  mutating func asItIs() -> (found: Int, alone: Int) {
    order = Array(order.indices)
    return counted()
  }

  /// The same of so many passages taken at random. O(passages of the part · their findings).
  mutating func shuffled(_ generator: inout SplitMix) -> (found: Int, alone: Int) {
    for place in 0..<part {
      order.swapAt(place, Int.random(in: place..<order.count, using: &generator))
    }
    return counted()
  }

  private mutating func counted() -> (found: Int, alone: Int) {
    var (found, alone) = (0, 0)
    for place in 0..<part {
      let passage = order[place]
      found += single[passage]
      alone += single[passage]
      for at in starts[passage]..<starts[passage + 1] {
        let finding = shared[at]
        counts[finding] += 1
        if counts[finding] == 1 { found += 1 }
        if counts[finding] == totals[finding] { alone += 1 }
      }
    }
    for place in 0..<part {
      for at in starts[order[place]]..<starts[order[place] + 1] { counts[shared[at]] = 0 }
    }
    return (found, alone)
  }
}
