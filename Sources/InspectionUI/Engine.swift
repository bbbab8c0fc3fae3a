public import InspectionModel
public import TerminalCore

/// What the program is run in: the register's file, the terminal, other programs, the clock. There
/// is a real one, and one for tests.
public protocol World {
  /// Whether the program is to end; a key that is still waiting is not taken in any more then.
  var isOver: Bool { get }

  /// A change as it will stand in the trail: whose it is, and when it was made.
  func entry(of change: Change, by who: String) -> TrailEntry

  /// Puts a change where a crash cannot reach it; it is there when this returns.
  ///
  /// - Parameter next: the state with the change made, which is shown only after this has returned.
  /// - Throws: where the change cannot be written as text. It is nowhere then.
  mutating func journal(_ entry: TrailEntry, for next: State) throws(NotWritten) -> Journalled

  /// Does what the state asks for, and tells what comes of it. What takes long is only begun: its
  /// end is an event of its own.
  mutating func perform(_ effect: Effect, for state: State) -> [Event]

  /// Tells what there is to be taken in, as work has ended, time has passed, or the state has gone
  /// on; nothing once there is nothing new.
  mutating func attend(to state: State) -> [Event]

  /// Does what need not be done before the frame is shown, and tells what comes of it.
  mutating func noteShown(_ state: State) -> [Event]
}

/// A frame as it is to be shown: the window, and where the cursor of the terminal goes, if
/// anywhere.
public typealias DrawnFrame = (canvas: Canvas, cursor: (x: Int, y: Int)?)

/// What came of putting a change into the journal.
public struct Journalled {
  public var events: [Event]
  /// The frame of the state with the change, where it was drawn meanwhile.
  public var frame: DrawnFrame?

  public init(_ events: [Event] = [], frame: DrawnFrame? = nil) {
    (self.events, self.frame) = (events, frame)
  }
}

/// A change cannot be written as text.
public struct NotWritten: Error {
  /// The end of a sentence.
  public let why: String

  public init(why: String) { self.why = why }
}

/// What drives the program: it takes in what happened, has the world do what comes of that, and
/// takes in what comes of that in turn, until there is nothing more to do.
///
/// Invariants:
/// 1. The state changes here alone.
/// 2. All that a state asks for is done, in its order, before the next event is taken in.
/// 3. A state with a change is installed once the change is in the journal, and not before. If it
///    cannot be written as text, the state stays the one before, and nothing is done of what the
///    other asked for. If the disk fails, it is installed all the same, and the frame that shows it
///    says that it is not safe yet.
/// 4. `ahead` is the frame of the state as it is.
public struct Engine<Outside: World> {
  public private(set) var state: State
  public var world: Outside
  /// What has happened and is not taken in yet.
  private var queue: [Event] = []
  /// Keys that come after one for which the trail is still being read.
  private var held: [Event] = []
  private var ahead: DrawnFrame?

  public init(_ state: State, in world: Outside) {
    (self.state, self.world) = (state, world)
  }

  /// Takes in what happened and all that comes of it.
  public mutating func handle(_ events: Event...) { handle(events) }

  /// Takes in what happened, in its order, and all that comes of it.
  public mutating func handle(_ events: [Event]) {
    queue += world.attend(to: state) + events
    while let event = next() { follow(event) }
  }

  /// The frame of the state as it is.
  public func draw() -> DrawnFrame { ahead ?? state.draw() }

  /// Goes on with what could wait until the frame was shown.
  ///
  /// - Returns: whether another frame is to be shown.
  public mutating func noteShown() -> Bool {
    let events = world.noteShown(state)
    if events.isEmpty { return false }
    handle(events)
    return true
  }

  private mutating func next() -> Event? {
    while true {
      if !queue.isEmpty {
        let event = queue.removeFirst()
        guard case .key = event, state.isLookingBack else { return event }
        held.append(event)
      } else {
        queue = world.attend(to: state)
        if queue.isEmpty { break }
      }
    }
    return held.isEmpty || state.isLookingBack || world.isOver ? nil : held.removeFirst()
  }

  private mutating func follow(_ event: Event) {
    if event.isTakenInPlace {
      ahead = nil
      let effects = state.update(event) + (event.isTime ? [] : state.arranged())
      return perform(effects)
    }
    // Copies share what is not changed.
    var next = state
    var effects = next.update(event)
    guard let change = Self.change(in: effects) else {
      effects += next.arranged()
      swap(&state, &next)
      ahead = nil
      return perform(effects)
    }
    let entry = world.entry(of: change, by: next.reviewer)
    next.enter(entry)
    effects += next.arranged()
    do throws(NotWritten) {
      let journalled = try world.journal(entry, for: next)
      swap(&state, &next)
      ahead = journalled.frame
      queue += journalled.events
      perform(effects)
    } catch {
      state.refuse(change, of: event, because: error.why)
      ahead = nil
    }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      if case .journal = effect { continue }
      queue += world.perform(effect, for: state)
    }
  }

  private static func change(in effects: [Effect]) -> Change? {
    let changes = effects.compactMap { if case .journal(let change) = $0 { change } else { nil } }
    precondition(changes.count < 2, "an event makes one change")
    return changes.first
  }
}

extension Event {
  fileprivate var isKey: Bool { if case .key = self { true } else { false } }

  /// Whether it only tells the time, as one does before every key: nothing need be arranged for
  /// that.
  fileprivate var isTime: Bool { if case .clock = self { true } else { false } }

  /// Whether it cannot lead to a change, and is large or frequent, so that the state is changed in
  /// place and not copied first.
  fileprivate var isTakenInPlace: Bool {
    if case .listed = self { return true }
    if case .reading = self { return true }
    return isTime
  }
}

extension State {
  /// Takes in what happened and tells what is to be done about it.
  fileprivate mutating func update(_ event: Event) -> [Effect] {
    var effects = react(to: event)
    log.settle(isAnswer: event.isKey && prompt != nil)
    effects += keepDraft(event, after: effects)
    // Not while something is typed: its line is about records as they were when it was begun.
    if looksOutside, prompt == nil {
      looksOutside = false
      effects.append(.lookOutside)
    }
    return effects
  }

  /// Lets the screen take in what has changed around it, and tells what is to be worked out for it
  /// beside the screen.
  fileprivate mutating func arranged() -> [Effect] {
    arrange()
    var effects: [Effect] = []
    let former = listNumber
    if let work = screen.listed?.takeWork(unless: former) {
      listNumber = work.number
      effects.append(.list(work))
    }
    if let work = screen.takeAccountWork(listNumber + 1, context) {
      listNumber = work.number
      effects.append(.account(work))
    }
    if let work = takeTableWork() { effects.append(.planTables(work)) }
    return effects
  }
}
