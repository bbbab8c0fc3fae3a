/// A pattern as steps for a machine.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    /// Takes one scalar: that one, any, or one of a set.
    case one(Unicode.Scalar)
    case any
    case oneOf(Int32)
    /// Goes on where the value has such a place.
    case place(PatternPlace)
    case jump(Int32)
    /// Goes on with the next step, and from another as well.
    case fork(Int32)
    case found
  }

  private(set) var steps: [Step] = []
  /// Whether it can be found only where the value begins.
  let startsAtStart: Bool
  /// Whether it asks for the classes of scalars.
  private(set) var asksForClasses: Bool

  /// O(size of the pattern), which ``RecPatternLimit`` bounds, as it does the depth of the tree.
  init(_ pattern: RecPattern) {
    startsAtStart = pattern.tree.startsAtStart
    asksForClasses = pattern.sets.contains(where: \.asksForClasses)
    steps.reserveCapacity(pattern.size + 1)
    add(pattern.tree)
    steps.append(.found)
  }

  private var end: Int32 { Int32(steps.count) }

  private mutating func add(_ tree: PatternTree) {
    switch tree {
    case .nothing: break
    case .one(let scalar): steps.append(.one(scalar))
    case .any: steps.append(.any)
    case .oneOf(let set): steps.append(.oneOf(Int32(set)))
    case .place(let place):
      asksForClasses = asksForClasses || (place != .start && place != .end)
      steps.append(.place(place))
    case .sequence(let parts): for part in parts { add(part) }
    case .choice(let parts): addChoice(parts)
    case .repeated(let part, let count): add(part, count)
    }
  }

  private mutating func addChoice(_ parts: [PatternTree]) {
    var jumps: [Int] = []
    for part in parts.dropLast() {
      let fork = steps.count
      steps.append(.fork(0))
      add(part)
      jumps.append(steps.count)
      steps.append(.jump(0))
      steps[fork] = .fork(end)
    }
    if let last = parts.last { add(last) }
    for jump in jumps { steps[jump] = .jump(end) }
  }

  private mutating func add(_ part: PatternTree, _ count: PatternCount) {
    var start = end
    for _ in 0..<count.least {
      start = end
      add(part)
    }
    guard let most = count.most else {
      return addEndless(part, from: count.least > 0 ? start : nil)
    }
    var forks: [Int] = []
    for _ in count.least..<most {
      forks.append(steps.count)
      steps.append(.fork(0))
      add(part)
    }
    for fork in forks { steps[fork] = .fork(end) }
  }

  /// - Parameter start: where the part begins that stands there already.
  private mutating func addEndless(_ part: PatternTree, from start: Int32?) {
    if let start {
      steps.append(.fork(start))
    } else {
      let fork = steps.count
      steps.append(.fork(0))
      add(part)
      steps.append(.jump(Int32(fork)))
      steps[fork] = .fork(end)
    }
  }
}

extension PatternTree {
  /// Whether all ways through it begin with the start of the value.
  fileprivate var startsAtStart: Bool {
    switch self {
    case .place(.start): true
    case .sequence(let parts): parts.first?.startsAtStart ?? false
    case .choice(let parts): parts.allSatisfy(\.startsAtStart)
    case .repeated(let part, let count): count.least > 0 && part.startsAtStart
    case .nothing, .one, .any, .oneOf, .place: false
    }
  }
}
