/// What one person did to a register, so that it can be taken back and done again: since the
/// program started, and before, once that was looked up.
///
/// Invariant: every change in `done` stands in the register, the last made on top, as far as nobody
/// has changed it since; none in `undone` does.
public struct History: Sendable {
  /// A change, and when it was made where that was before the program started.
  public struct Step: Hashable, Sendable {
    public let change: Change
    public let made: Moment?

    public init(_ change: Change, made: Moment? = nil) {
      (self.change, self.made) = (change, made)
    }
  }

  private var done = GrowingList<Step>()
  private var undone = GrowingList<Step>()
  /// Changes that can be neither taken back nor done again any more and are left as they are.
  private var passedOver: Set<Change> = []

  public init() {}

  public var canUndo: Bool { !done.isEmpty }
  public var canRedo: Bool { !undone.isEmpty }

  /// Notes a change that was just made. What had been undone can no longer be done again.
  public mutating func record(_ change: Change) {
    done.append(Step(change))
    undone = GrowingList()
  }

  /// The change that is taken back next; nil where nothing is left to undo.
  public var lastDone: Step? { done.last }
  /// The change that is done again next; nil where nothing was undone.
  public var lastUndone: Step? { undone.last }

  /// Notes that ``lastDone`` was taken back.
  public mutating func noteUndone() {
    if let last = done.popLast() { undone.append(last) }
  }

  /// Notes that ``lastUndone`` was done again.
  public mutating func noteRedone() {
    if let last = undone.popLast() { done.append(last) }
  }

  /// Leaves ``lastDone`` as it is, for good: it cannot be taken back any more.
  public mutating func passOver() {
    if let last = done.popLast() { passedOver.insert(last.change) }
  }

  /// Leaves ``lastUndone`` taken back, for good: it cannot be done again any more.
  public mutating func passOverUndone() {
    if let last = undone.popLast() { passedOver.insert(last.change) }
  }

  /// Makes the last change undone in the register and returns the change that did it; nil where
  /// nothing is left to undo.
  public mutating func undo(in register: inout Register) throws(EditProblem) -> Change? {
    guard let change = lastDone?.change.inverse else { return nil }
    try register.apply(change)
    noteUndone()
    return change
  }

  /// Makes the change last undone again and returns it; nil where nothing was undone.
  public mutating func redo(in register: inout Register) throws(EditProblem) -> Change? {
    guard let change = lastUndone?.change else { return nil }
    try register.apply(change)
    noteRedone()
    return change
  }
}

// MARK: - From the trail

extension History {
  /// What the entries of one person come to, the oldest first; where older ones are left out, what
  /// is taken back of those can be done again.
  public init(replaying entries: some Sequence<TrailEntry>) {
    var replay = Replay()
    for entry in entries where !entry.change.edits.isEmpty {
      replay.take(Step(entry.change, made: entry.moment))
    }
    (done, undone) = (GrowingList(replay.done), GrowingList(replay.undone))
  }

  /// Goes on from what the trail says, which knows all that this one does. What was passed over
  /// stays so.
  public mutating func adopt(_ replayed: History) {
    func open(_ steps: GrowingList<Step>) -> GrowingList<Step> {
      GrowingList(steps.filter { !passedOver.contains($0.change) })
    }
    (done, undone) = (open(replayed.done), open(replayed.undone))
  }
}

/// What is done and undone, while a trail is gone through: an undo there may be of any change
/// before it.
private struct Replay {
  var done: [History.Step] = []
  var undone: [History.Step] = []

  mutating func take(_ step: History.Step) {
    if step.change.isRestoring {
      let match = done.lastIndex { $0.change.isTakenBack(by: step.change) }
      undone.append(
        match.map { done.remove(at: $0) }
          ?? History.Step(step.change.original, made: step.made))
    } else if undone.last?.change.isSame(as: step.change) ?? false {
      undone.removeLast()
      done.append(step)
    } else {
      done.append(step)
      undone = []
    }
  }
}

extension Change {
  /// The change that this one took back, as far as it says.
  fileprivate var original: Change {
    var original = Change(summary, inverse.edits)
    original.bringsInvalidValues = bringsInvalidValues
    return original
  }

  fileprivate func isTakenBack(by other: Change) -> Bool {
    // Words first: they tell most changes apart without looking at what may be a whole letter.
    summary == other.summary && inverse.edits == other.edits
  }

  fileprivate func isSame(as other: Change) -> Bool {
    summary == other.summary && edits == other.edits
  }
}
