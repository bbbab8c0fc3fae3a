/// Values held to patterns, with an end to the work that this may be.
///
/// Steps are counted, not time, so that a file is judged alike by whoever checks it.
struct PatternWork {
  enum Answer {
    case found
    case notFound
    /// The value would take too many steps.
    case tooCostly
    /// No steps are left for any value.
    case spent
  }

  /// The most that one value takes: 25 to 45 ms.
  static let stepsOfValue = 1 << 23
  /// What a step of a program costs to make and to keep, in steps of a machine.
  private static let costOfMaking = 256

  private var left: Int
  /// By pattern, each of which its machine keeps.
  private var machines: [ObjectIdentifier: PatternMachine] = [:]

  init(steps: Int) { left = steps }

  /// As much as a file of so many bytes may take: patterns as people write them take two to four
  /// steps a byte, and one that was made to take more is done with in seconds.
  init(bytes: Int) { self.init(steps: 1 << 28 + 16 * bytes) }

  mutating func look(for pattern: RecPattern, in value: String) -> Answer {
    guard left > 0 else { return .spent }
    let id = ObjectIdentifier(pattern)
    if machines[id] == nil {
      left -= pattern.size * Self.costOfMaking
      guard left > 0 else { return .spent }
      machines[id] = PatternMachine(pattern)
    }
    let limit = min(left, Self.stepsOfValue)
    guard let found = machines[id]?.finds(in: value, limit: limit) else {
      left -= limit
      return left > 0 ? .tooCostly : .spent
    }
    left -= machines[id]?.steps ?? 0
    return found ? .found : .notFound
  }

  /// Gives back the memory of the patterns looked for until now.
  mutating func forgetPatterns() { machines = [:] }
}
