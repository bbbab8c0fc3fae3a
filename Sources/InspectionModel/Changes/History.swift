/// What was done since the program started, so that it can be taken back and done again.
public struct History: Sendable {
  private var done: [Change] = []
  private var undone: [Change] = []

  public init() {}

  public var canUndo: Bool { !done.isEmpty }
  public var canRedo: Bool { !undone.isEmpty }

  /// Notes a change that was just made. What had been undone can no longer be done again.
  public mutating func record(_ change: Change) {
    done.append(change)
    undone = []
  }

  /// Drops a change that came to nothing, whether it was made, undone or done again.
  public mutating func forget(_ change: Change) {
    if done.last == change {
      done.removeLast()
    } else if let last = undone.last, last.inverse == change {
      done.append(undone.removeLast())
    }
  }

  /// The change that would take back the last one; nil where nothing is left to undo.
  public var nextUndo: Change? { done.last?.inverse }
  /// The change that would be done again; nil where nothing was undone.
  public var nextRedo: Change? { undone.last }

  /// Notes that ``nextUndo`` was made.
  public mutating func noteUndone() {
    if let last = done.popLast() { undone.append(last) }
  }

  /// Notes that ``nextRedo`` was made.
  public mutating func noteRedone() {
    if let last = undone.popLast() { done.append(last) }
  }

  /// Makes the last change undone in the register and returns the change that did it; nil where nothing is left to undo.
  public mutating func undo(in register: inout Register) throws(EditProblem) -> Change? {
    guard let change = nextUndo else { return nil }
    try register.apply(change)
    noteUndone()
    return change
  }

  /// Makes the change last undone again and returns it; nil where nothing was undone.
  public mutating func redo(in register: inout Register) throws(EditProblem) -> Change? {
    guard let change = nextRedo else { return nil }
    try register.apply(change)
    noteRedone()
    return change
  }
}
