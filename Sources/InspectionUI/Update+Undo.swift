import InspectionAnalysis
import InspectionModel
import InspectionOperations

/// How far back the trail was read, for what is undone beyond the start of the program.
struct LookingBack: Sendable {
  /// So many bytes at the end of the trail are read first, …
  private static let first = 1 << 20
  /// … and no more than so many, whoever made the rest, so that a key is answered within a second.
  private static let most = 1 << 26

  /// The bytes to be read next; nil once there is no more to read.
  private(set) var next: Int? = first
  /// Undo or redo, while it waits for the answer.
  var awaited: Action?

  var hasLooked: Bool { next != Self.first }

  /// Nothing of the trail was left out.
  private(set) var isWhole = false

  mutating func note(_ past: Past) {
    isWhole = past.isWhole
    next = past.isWhole ? nil : next.flatMap { $0 < Self.most ? min($0 * 8, Self.most) : nil }
  }
}

extension State {
  /// Whether keys are to wait until ``Event/past(_:)`` says what was done before the program
  /// started.
  public var isLookingBack: Bool { lookingBack.awaited != nil }

  /// Takes back the last change that is left to take back.
  mutating func undo() -> [Effect] {
    if refuses() { return [] }
    guard let step = history.lastDone else { return lookBack(for: .undo) }
    let change = undoing(step)
    do throws(Refusal) {
      try apply(change)
    } catch {
      return refuse(.undo, step, error)
    }
    history.noteUndone()
    let isLost = change.edits.count > step.change.edits.count
    let more = isLost ? "; the pass no longer counts as blind: others' codes could be seen" : ""
    return noteMade(change, "undid \(phrase(step))\(more)", isBack: true)
  }

  /// One that fits no more stands in the way once; asked again, it stays as it is and the next one
  /// is tried.
  private mutating func refuse(
    _ action: Action, _ step: History.Step, _ why: Refusal
  ) -> [Effect] {
    let isUndo = action == .undo
    if standsInTheWay == step.change {
      standsInTheWay = nil
      if isUndo { history.passOver() } else { history.passOverUndone() }
      return isUndo ? undo() : redo()
    }
    standsInTheWay = step.change
    // What is hidden is not named either: the words may be another's.
    let what = if case .hidden = why { "" } else { " \(phrase(step))" }
    let (keys, verb) = (keymap.keys(for: action) ?? action.spec.name, isUndo ? "undo" : "redo")
    let next = isUndo ? "the one before" : "the one after"
    message = Message("cannot \(verb)\(what): \(why); \(keys) again goes on to \(next)", .error)
    return []
  }

  /// What takes a step back. A blind pass whose closing is undone after others' codes could be seen
  /// is blind no more.
  private func undoing(_ step: History.Step) -> Change {
    var change = step.change.inverse
    for edit in change.edits {
      guard case .set(.review, let key, .state, _, let to) = edit,
        to == [ReviewState.open.rawValue],
        let row = register.row(.review, key: key),
        let loss = CloseReview.loss(of: register.view(row))
      else { continue }
      change.edits.append(loss)
    }
    return change
  }

  /// Does again what was taken back last.
  mutating func redo() -> [Effect] {
    if refuses() { return [] }
    guard let step = history.lastUndone else {
      // After a change there is nothing to do again, whatever was taken back before it.
      guard history.canUndo || lookingBack.hasLooked else { return lookBack(for: .redo) }
      message = Message("there is nothing to redo")
      return []
    }
    do throws(Refusal) {
      try apply(step.change)
    } catch {
      return refuse(.redo, step, error)
    }
    history.noteRedone()
    return noteMade(step.change, "redid \(phrase(step))", isBack: true)
  }

  // MARK: - Before the program started

  private mutating func lookBack(for action: Action) -> [Effect] {
    guard let bytes = lookingBack.next else {
      let place = lookingBack.isWhole ? "" : " in the last part of the trail"
      message = Message(
        action == .undo ? "nothing left to undo\(place)" : "there is nothing to redo")
      return []
    }
    if asksForReviewer { return perform([context.askReviewer { _ in [.act(action)] }]) }
    lookingBack.awaited = action
    noteReadingTrail()
    return [.readPast(bytes: bytes)]
  }

  /// Goes on with what the trail says, and with the key that asked for it.
  mutating func receive(_ past: Past) -> [Effect] {
    guard let action = lookingBack.awaited else { return [] }
    lookingBack.awaited = nil
    noteTrailRead()
    if let problem = past.problem {
      message = Message("what was done before the start cannot be undone: \(problem)", .error)
      return []
    }
    // A letter that was read meanwhile is the last change now, and the trail was read before it.
    if !history.canUndo {
      history.adopt(History(replaying: past.entries))
      lookingBack.note(past)
    }
    return action == .undo ? undo() : redo()
  }

  /// What a change is called, with the day or the time of one made before the program started.
  private func phrase(_ step: History.Step) -> String {
    guard let made = step.made else { return step.change.summary }
    let time =
      made.day == today ? "\(made.time) today" : made.day.phrase(in: today.year)
    return "\(step.change.summary), of \(time)"
  }
}
