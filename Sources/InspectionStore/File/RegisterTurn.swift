/// The turn to give a register another version.
///
/// A program has a register open for hours, and holds its ``RegisterLock`` all that time; a script
/// beside it wants a moment. So whoever writes the register's file takes the turn first, and looks
/// then whether it is still the version that was read: the two never write at once, and neither
/// overwrites what the other wrote.
///
/// Invariant: whoever has the turn waits for nobody, so that it is had for moments alone; a program
/// that is stopped meanwhile is named to those who wait.
struct RegisterTurn: Sendable {
  private let lock: RegisterLock

  enum Attempt: Sendable {
    case taken(RegisterTurn)
    /// Somebody has had it for longer than writing takes, or it cannot be had.
    case refused(RegisterFile.ReadOnlyReason)
    /// The folder takes no file: nobody can have a turn there.
    case impossible
  }

  /// Between two tries, and for how long one who has it is waited for, in milliseconds.
  private static let (pause, patience) = (4, 800)

  /// Takes the turn, waiting as long as it goes from hand to hand.
  static func acquire(
    _ place: RegisterPlace, _ environment: RegisterEnvironment
  ) throws(FileProblem) -> Attempt {
    var (holder, rounds): (LockHolder?, Int) = (nil, 0)
    while true {
      switch try RegisterLock.takeTurn(place, environment) {
      case nil: return .impossible
      case .taken(let lock): return .taken(RegisterTurn(lock: lock))
      case .refused(let reason):
        guard let now = reason.holder else { return .refused(reason) }
        if now != holder { (holder, rounds) = (now, 0) }
        guard rounds < patience / pause else { return .refused(reason) }
        rounds += 1
        environment.pause(pause)
      }
    }
  }

  func end(on disk: any Disk) { lock.release(on: disk) }
}

extension RegisterFile {
  /// Takes the turn where this has not got it already, and none else can be in the way.
  ///
  /// - Returns: the turn, for the caller to end; nil where there is nothing to end.
  /// - Throws: ``FileProblem/busy(path:_:)`` where somebody does not end theirs.
  func takeTurn() throws(FileProblem) -> RegisterTurn? {
    guard turn == nil, !isPrivate else { return nil }
    switch try RegisterTurn.acquire(place, environment) {
    case .refused(let reason): throw .busy(path: path, reason)
    case .taken(let turn): return turn
    case .impossible: return nil
    }
  }
}
