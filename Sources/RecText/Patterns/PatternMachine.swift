/// Looks for a pattern in values, one scalar after the other, at all places of its program at once.
///
/// Nothing is gone back over: a scalar costs as many steps as the program has, at most. Thompson's
/// way; source: https://swtch.com/~rsc/regexp/regexp1.html.
struct PatternMachine {
  private let pattern: RecPattern
  private let program: PatternProgram
  /// The steps that wait for a scalar: for the one in hand, and for the one after it.
  private var waiting: [Int32] = []
  private var later: [Int32] = []
  /// Steps that are yet to be gone on from.
  private var open: [Int32] = []
  /// At which turn a step was come to last.
  private var seen: [UInt32]
  private var turn: UInt32 = 0
  private var isFound = false
  /// What it costs to tell the classes of a scalar that is not ASCII, in steps.
  private static let costOfClasses = 32
  /// How many steps the last value took.
  private(set) var steps = 0

  init(_ pattern: RecPattern) {
    self.pattern = pattern
    program = PatternProgram(pattern)
    seen = Array(repeating: 0, count: program.steps.count)
  }

  /// Whether a value has it; nil where more than `limit` steps do not tell.
  mutating func finds(in value: String, limit: Int) -> Bool? {
    (steps, isFound) = (0, false)
    var scalars = value.unicodeScalars.makeIterator()
    var next = scalars.next()
    var place = Place(isStart: true, before: [], after: classes(of: next), isEnd: next == nil)
    nextTurn()
    follow(0, at: place)
    swap(&waiting, &later)
    while !isFound, let scalar = next {
      if steps > limit { return nil }
      if waiting.isEmpty, program.startsAtStart { return false }
      next = scalars.next()
      let classes = place.after
      place = Place(before: classes, after: self.classes(of: next), isEnd: next == nil)
      advance(over: scalar, classes, to: place)
    }
    return isFound
  }

  /// Where the machine is: between two scalars of these classes.
  private struct Place {
    var isStart = false
    var before: ScalarClasses
    var after: ScalarClasses
    var isEnd: Bool
  }

  /// Those of a scalar, where the program asks for them.
  private mutating func classes(of scalar: Unicode.Scalar?) -> ScalarClasses {
    guard program.asksForClasses, let scalar else { return [] }
    if scalar.isASCII { return ScalarClasses.ascii[Int(scalar.value)] }
    steps += Self.costOfClasses
    return ScalarClasses(of: scalar)
  }

  private mutating func nextTurn() {
    later.removeAll(keepingCapacity: true)
    turn &+= 1
    guard turn == 0 else { return }
    for step in seen.indices { seen[step] = 0 }
    turn = 1
  }

  private mutating func advance(
    over scalar: Unicode.Scalar, _ classes: ScalarClasses, to place: Place
  ) {
    nextTurn()
    for step in waiting where !isFound && takes(step, scalar, classes) {
      follow(step + 1, at: place)
    }
    steps += waiting.count + 1
    if !isFound, !program.startsAtStart { follow(0, at: place) }
    swap(&waiting, &later)
  }

  @inline(__always)
  private func takes(
    _ step: Int32, _ scalar: Unicode.Scalar, _ classes: ScalarClasses
  ) -> Bool {
    switch program.steps[Int(step)] {
    case .one(let other): scalar == other
    case .any: true
    case .oneOf(let set): pattern.sets[Int(set)].contains(scalar, classes)
    case .place, .jump, .fork, .found: false
    }
  }

  /// Comes to a step and to all that need no scalar after it.
  private mutating func follow(_ first: Int32, at place: Place) {
    open.append(first)
    while let step = open.popLast() {
      guard seen[Int(step)] != turn else { continue }
      seen[Int(step)] = turn
      steps += 1
      switch program.steps[Int(step)] {
      case .one, .any, .oneOf: later.append(step)
      case .jump(let target): open.append(target)
      case .fork(let target):
        open.append(target)
        open.append(step + 1)
      case .place(let kind): if holds(kind, at: place) { open.append(step + 1) }
      case .found: isFound = true
      }
    }
  }

  private func holds(_ kind: PatternPlace, at place: Place) -> Bool {
    let before = place.before.contains(.word)
    let after = place.after.contains(.word)
    return switch kind {
    case .start: place.isStart
    case .end: place.isEnd
    case .startOfWord: !before && after
    case .endOfWord: before && !after
    case .edgeOfWord: before != after
    case .noEdgeOfWord: before == after
    }
  }
}
