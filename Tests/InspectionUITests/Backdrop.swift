import InspectionModel
import InspectionUI

/// A world in memory: it notes what it is asked to do, and does nothing.
struct Backdrop: World {
  /// What the program asked for, in its order.
  private(set) var effects: [Effect] = []
  /// What the trail says when it is asked; nil where a test answers itself.
  var past: Past? = Past(entries: [], isWhole: true)
  /// Why no change can be written, if none can.
  var refusal: String?
  /// The state with the last change, as it was before that was safe.
  private(set) var prepared: State?

  let isOver = false

  func entry(of change: Change, by who: String) -> TrailEntry {
    let ten = Day(year: 2026, month: 11, day: 23).map { Moment($0, hour: 10, minute: 0) }
    return TrailEntry(when: "2026-11-23T10:00:00Z", who: who, change: change, moment: ten)
  }

  mutating func journal(_ entry: TrailEntry, for next: State) throws(NotWritten) -> Journalled {
    prepared = next
    if let refusal { throw NotWritten(why: refusal) }
    effects.append(.journal(entry.change))
    return Journalled(frame: next.draw())
  }

  mutating func perform(_ effect: Effect, for state: State) -> [Event] {
    effects.append(effect)
    if case .readPast = effect, let past { return [.past(past)] }
    return []
  }

  func attend(to state: State) -> [Event] { [] }

  func noteShown(_ state: State) -> [Event] { [] }
}
