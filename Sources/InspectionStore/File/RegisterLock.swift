internal import Glibc

/// The right to write a register, on a file of its own, because a save gives the register another
/// inode. The kernel ends it with the process, so a killed run leaves nothing stale.
///
/// Invariants:
/// 1. There is one lock for all who may write a register: nobody who cannot have it writes.
/// 2. The lock lies beside the register, with the register's group and mode. It lies in the state
///    folder only where its folder takes no file and nobody else may write the register.
/// 3. A register that could be locked by another of its files (it has several names, or its lock
///    lies in the state folder) is locked itself, too; everybody else looks whether it is.
struct RegisterLock: Sendable {
  enum Attempt: Sendable {
    case taken(RegisterLock)
    /// Somebody has it, or it cannot be had.
    case refused(RegisterFile.ReadOnlyReason)
  }

  private let file: Descriptor
  private var path: String
  /// What the file is, under whatever name; nil where the disk would not say.
  private let stamp: FileStamp?
  /// The register itself, where it is locked too. A save leaves it in its place then.
  private var register: Descriptor?

  /// Tries to take the lock of a register.
  static func acquire(
    _ place: RegisterPlace, _ environment: RegisterEnvironment
  ) throws(FileProblem) -> Attempt {
    let attempt = try takeFile(place, environment)
    guard case .taken(var lock) = attempt else { return attempt }
    let disk = environment.disk
    guard let register = try? disk.open(place.path, for: .overwriting) else { return attempt }
    guard (try? disk.lock(register)) ?? true else {
      try? disk.close(register)
      lock.release(on: disk)
      return .refused(.heldBy(.byAnotherName))
    }
    let hasSeveralNames = ((try? disk.status(of: register).links) ?? 1) > 1
    if lock.path == place.lock, !hasSeveralNames {
      try? disk.close(register)
    } else {
      lock.register = register
    }
    return .taken(lock)
  }

  /// Tries again every 20 ms until the lock is free or the time is over; after half a second it
  /// says once for whom it waits.
  static func acquire(
    _ place: RegisterPlace, waitingUpTo seconds: Int, _ environment: RegisterEnvironment
  ) throws(FileProblem) -> Attempt {
    let (pause, patience) = (20, 500)
    for round in 0..<(seconds * 1000 / pause) {
      let attempt = try acquire(place, environment)
      guard case .refused(let reason) = attempt, let holder = reason.holder else { return attempt }
      if round == patience / pause { environment.noteWaiting(holder) }
      environment.pause(pause)
    }
    return try acquire(place, environment)
  }

  /// Whether nobody has the lock just now; it is not kept.
  static func isFree(_ place: RegisterPlace, _ environment: RegisterEnvironment) -> Bool {
    let disk = environment.disk
    let files = [place.lock, place.privateLock, place.turn, place.path].compactMap(\.self)
    return files.allSatisfy { path in
      do throws(FileProblem) {
        let file = try disk.open(path, for: .overwriting)
        defer { try? disk.close(file) }
        return try disk.lock(file)
      } catch {
        return error.isMissing
      }
    }
  }

  /// Tries to take the turn to write a register; nil where its folder takes no file.
  static func takeTurn(
    _ place: RegisterPlace, _ environment: RegisterEnvironment
  ) throws(FileProblem) -> Attempt? {
    do throws(FileProblem) {
      return try acquire(at: place.turn, of: place, environment)
    } catch .isLink, .notOrdinary {
      return .refused(.notALock)
    } catch {
      guard error.forbidsOpening(place.turn) else { throw error }
    }
    return try owner(of: place.turn, environment).map { .refused(.lockOf($0)) }
  }

  private static func takeFile(
    _ place: RegisterPlace, _ environment: RegisterEnvironment
  ) throws(FileProblem) -> Attempt {
    do throws(FileProblem) {
      return try acquire(at: place.lock, of: place, environment)
    } catch .isLink, .notOrdinary {
      return .refused(.notALock)
    } catch {
      guard error.forbidsOpening(place.lock) else { throw error }
    }
    if let owner = try owner(of: place.lock, environment) {
      return .refused(.lockOf(owner))
    }
    guard let path = place.privateLock, try isOneOwner(place, environment) else {
      return .refused(.closedFolder)
    }
    try environment.disk.makeFolders(folder(of: path))
    return try acquire(at: path, of: place, environment)
  }

  /// Whether nobody but its owner may write a register, and this is the owner, or root.
  private static func isOneOwner(
    _ place: RegisterPlace, _ environment: RegisterEnvironment
  ) throws(FileProblem) -> Bool {
    let status = try environment.disk.status(at: place.path, followingLinks: false)
    return status.mode & 0o022 == 0 && [status.owner, 0].contains(environment.userID)
  }

  /// Whose a file is that may not be opened; nil if there is none.
  private static func owner(
    of path: String, _ environment: RegisterEnvironment
  ) throws(FileProblem) -> LockHolder? {
    try environment.disk.statusIfPresent(at: path).map { status in
      LockHolder(user: environment.userName(status.owner) ?? "user \(status.owner)")
    }
  }

  /// - Parameter rounds: how often the file may come or go from under the lock before it counts as
  ///   held.
  private static func acquire(
    at path: String, of place: RegisterPlace, _ environment: RegisterEnvironment, rounds: Int = 100
  ) throws(FileProblem) -> Attempt {
    let disk = environment.disk
    guard let file = try opened(path, of: place, disk) else {
      return rounds > 0
        ? try acquire(at: path, of: place, environment, rounds: rounds - 1)
        : .refused(.heldBy(LockHolder()))
    }
    do {
      guard try disk.lock(file) else {
        try? disk.close(file)
        return .refused(.heldBy(try holder(at: path, environment)))
      }
    } catch {
      try? disk.close(file)
      guard let code = error.code, Self.meansNoLocks(code) else { throw error }
      return .refused(.noLocks(code: code))
    }
    // Whoever had it may have removed the file after it was opened here: a lock on that keeps
    // nobody out.
    guard isNamed(path, file, disk) else {
      try? disk.close(file)
      return rounds > 0
        ? try acquire(at: path, of: place, environment, rounds: rounds - 1)
        : .refused(.heldBy(LockHolder()))
    }
    // Only for messages: a lock without a name in it is still a lock.
    try? disk.truncate(file, to: 0)
    try? disk.writeAll(LockHolder.text(for: environment), to: file)
    return .taken(RegisterLock(file: file, path: path, on: disk))
  }

  /// Opens a lock's file, which is made if it is missing; nil where another made it in that moment.
  ///
  /// A file that is there is never opened to make it: in a folder like `/tmp` that is refused for
  /// another's.
  private static func opened(
    _ path: String, of place: RegisterPlace, _ disk: any Disk
  ) throws(FileProblem) -> Descriptor? {
    do throws(FileProblem) {
      return try disk.open(path, for: .locking)
    } catch {
      if !error.isMissing { throw error }
    }
    do throws(FileProblem) {
      return try disk.make(path, likeRegister: path == place.privateLock ? nil : place.path)
    } catch {
      if error.isTaken { return nil }
      throw error
    }
  }

  /// Who has a lock, by what it says, or by whose file it is.
  private static func holder(
    at path: String, _ environment: RegisterEnvironment
  ) throws(FileProblem) -> LockHolder {
    let text = (try? environment.disk.readFile(path, as: .readingOwn).array) ?? []
    let holder = LockHolder(text)
    if holder.pid != nil { return holder }
    return try owner(of: path, environment) ?? holder
  }

  /// True if the lock's file has its name, so that the next one finds it.
  private static func isNamed(_ path: String, _ file: Descriptor, _ disk: any Disk) -> Bool {
    guard let open = try? disk.status(of: file).stamp,
      let named = try? disk.status(at: path, followingLinks: false).stamp
    else { return false }
    return open.isSameFile(as: named)
  }

  private static func meansNoLocks(_ code: Int32) -> Bool {
    code == ENOLCK || code == EOPNOTSUPP || code == ENOSYS
  }

  private init(file: Descriptor, path: String, on disk: any Disk) {
    (self.file, self.path) = (file, path)
    stamp = try? disk.status(of: file).stamp
  }
}

// What becomes of a lock that is held.
extension RegisterLock {
  /// False if it is known that the lock's file was taken away, so that it keeps nobody out. One
  /// call of the kernel.
  func isInPlace(on disk: any Disk) -> Bool {
    guard let stamp else { return true }
    do {
      return try disk.statusIfPresent(at: path)?.stamp.isSameFile(as: stamp) ?? false
    } catch {
      return true
    }
  }

  /// Whether it lies in the state folder, and so does all else that is kept for the register.
  func isPrivate(to place: RegisterPlace) -> Bool { path != place.lock }

  /// Follows its file to where the folder is now.
  mutating func move(from former: String, to folder: String) {
    if InspectionStore.folder(of: path) == former { path = joined(folder, lastName(of: path)) }
  }

  /// Lets in who names the register otherwise.
  mutating func releaseRegister(on disk: any Disk) {
    if let register { try? disk.close(register) }
    register = nil
  }

  /// Lets the next one in, and leaves nothing in the folder; another's lock under its name stays.
  func release(on disk: any Disk) {
    if isInPlace(on: disk) { try? disk.unlink(path) }
    try? disk.close(file)
    if let register { try? disk.close(register) }
  }
}
