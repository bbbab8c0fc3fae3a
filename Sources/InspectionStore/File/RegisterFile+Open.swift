public import RecText

/// A register as it was opened.
public struct OpenedRegister: Sendable {
  /// The file, to append to and save.
  public var file: RegisterFile
  /// The register's bytes.
  public var bytes: RecBytes
  /// What a run that was killed left in the journal; nil if it left nothing.
  public var recovery: Recovery?
  /// Paths of versions that are not in the register and were found or put beside it; for a person
  /// to look at.
  public var keptBeside: [String]
}

/// Edits found in the journal of a run that was killed. They stay there until a save takes them in.
public struct Recovery: Hashable, Sendable {
  /// The edits, oldest first.
  public var entries: [[UInt8]]
  /// True if they were made on the very bytes that were read, false if another program has written
  /// the register since, so that they must be merged.
  public var fitsTheBytes: Bool
  /// The text that was being typed.
  public var draft: [UInt8]?
  /// Bytes at the journal's end that could not be read; 0 unless power was lost.
  public var droppedBytes: Int
  /// Where that is kept of the journal which was altered on the disk; nil if nothing was.
  public var altered: String?
}

extension RegisterFile {
  /// Opens a register: takes its lock, finishes what a killed run left half done, reads it whole.
  ///
  /// Without the lock, or the right to write, it opens for reading only, and changes nothing.
  /// A pipe is read to its end, as `cat` does; one that nobody writes to is not waited for.
  ///
  /// - Parameters:
  ///   - seconds: how long to wait for another jointview to give the lock back.
  ///   - isBrief: whether it is open for a moment, to be written: it has the turn then until it is
  ///     closed, and is opened beside another jointview that has it open.
  ///   - watch: is given the register's bytes before they are read, so that it can follow them.
  public static func open(
    _ path: String, in environment: RegisterEnvironment, waitingUpTo seconds: Int = 0,
    briefly isBrief: Bool = false, _ watch: (ArrivingBytes) -> Void = { _ in }
  ) throws(FileProblem) -> OpenedRegister {
    let status = try status(of: path, in: environment)
    if status.kind == .folder { throw .isFolder(path: path) }
    if status.kind != .regular { return try readStream(path, status.kind, in: environment) }
    try checkSize(status.stamp.size, of: path, in: environment)

    let place = try RegisterPlace(path, in: environment)
    guard try isWritable(place.path, on: environment.disk) else {
      return try read(place, only: .noPermission, in: environment, watch)
    }
    if isBrief, let opened = try openInTurn(place, in: environment, watch) { return opened }
    switch try RegisterLock.acquire(place, waitingUpTo: seconds, environment) {
    case .refused(let reason): return try read(place, only: reason, in: environment, watch)
    case .taken(let lock):
      let turn = try RegisterTurn.acquire(place, environment)
      if case .refused(let reason) = turn {
        lock.release(on: environment.disk)
        return try read(place, only: reason, in: environment, watch)
      }
      defer { if case .taken(let turn) = turn { turn.end(on: environment.disk) } }
      return try recover(place, lock, in: environment, watch)
    }
  }

  /// Opens it in turn, and keeps that; beside whoever has it open. Nil where that cannot be: it has
  /// several names, or all that is kept for it lies elsewhere.
  private static func openInTurn(
    _ place: RegisterPlace, in environment: RegisterEnvironment, _ watch: (ArrivingBytes) -> Void
  ) throws(FileProblem) -> OpenedRegister? {
    let turn: RegisterTurn
    switch try RegisterTurn.acquire(place, environment) {
    case .impossible: return nil
    case .refused(let reason): return try read(place, only: reason, in: environment, watch)
    case .taken(let taken): turn = taken
    }
    let disk = environment.disk
    do throws(FileProblem) {
      switch try RegisterLock.acquire(place, environment) {
      case .taken(let lock):
        let opened = try recover(place, lock, turn, in: environment, watch)
        if opened.file.turn == nil { turn.end(on: disk) }
        return opened
      case .refused(.heldBy(let holder)) where !holder.isByAnotherName:
        guard try disk.status(at: place.path, followingLinks: false).links == 1 else { break }
        let read = try disk.readFile(place.path, watch)
        let file = RegisterFile(
          place, access: .writable, lock: nil, turn: turn, known: KnownVersion(read),
          in: environment)
        return OpenedRegister(file: file, bytes: read.bytes, recovery: nil, keptBeside: [])
      case .refused: break
      }
    } catch {
      turn.end(on: disk)
      throw error
    }
    turn.end(on: disk)
    return nil
  }

  /// Reads a register's bytes and leaves alone its lock and what its journal holds: as it stands in
  /// the file.
  ///
  /// - Parameter watch: as in ``open(_:in:waitingUpTo:_:)``.
  static func look(
    at path: String, in environment: RegisterEnvironment, _ watch: (ArrivingBytes) -> Void
  ) throws(FileProblem) -> RecBytes {
    let status = try status(of: path, in: environment)
    if status.kind == .folder { throw .isFolder(path: path) }
    // A pipe or a device might never end.
    guard status.kind == .regular else { throw .notOrdinary(path: path) }
    try checkSize(status.stamp.size, of: path, in: environment)
    return try environment.disk.readFile(path, watch).bytes
  }

  /// Makes a new register, whole or not at all.
  ///
  /// Throws ``FileProblem/appeared(path:)`` if there is a file of that name, or comes to be one
  /// before this is done.
  public static func create(
    _ path: String, _ contents: [UInt8], in environment: RegisterEnvironment
  ) throws(FileProblem) -> RegisterFile {
    let place = try RegisterPlace(path, in: environment)
    guard try environment.disk.statusIfPresent(at: place.path) == nil else {
      throw .appeared(path: place.path)
    }
    switch try RegisterLock.acquire(place, environment) {
    case .refused(let reason): throw .readOnly(path: place.path, reason)
    case .taken(let lock): return try create(place, contents, lock, in: environment)
    }
  }

  private static func create(
    _ place: RegisterPlace, _ contents: [UInt8], _ lock: RegisterLock,
    in environment: RegisterEnvironment
  ) throws(FileProblem) -> RegisterFile {
    var file = RegisterFile(place, access: .writable, lock: lock, known: nil, in: environment)
    do throws(FileProblem) {
      try file.journal.setAside(environment)
      guard case .saved = try file.save(FileContents(contents)) else {
        throw .appeared(path: place.path)
      }
      return file
    } catch {
      file.close()
      throw error
    }
  }

  private static func recover(
    _ place: RegisterPlace, _ lock: RegisterLock, _ turn: RegisterTurn? = nil,
    in environment: RegisterEnvironment, _ watch: (ArrivingBytes) -> Void
  ) throws(FileProblem) -> OpenedRegister {
    var file = RegisterFile(
      place, access: .writable, lock: lock, turn: turn, known: nil, in: environment)
    do {
      return try file.recover(watch)
    } catch {
      file.journal.release()
      lock.release(on: environment.disk)
      if let owner = journalOwner(place, error, environment) {
        return try read(place, only: .journalOf(owner), in: environment, watch)
      }
      throw error
    }
  }

  /// Whose journal it is that this user may not read; nil where that is not what went wrong.
  private static func journalOwner(
    _ place: RegisterPlace, _ problem: FileProblem, _ environment: RegisterEnvironment
  ) -> LockHolder? {
    for path in place.journals where problem.forbidsOpening(path) {
      guard let status = try? environment.disk.statusIfPresent(at: path) else { continue }
      return LockHolder(user: environment.userName(status.owner) ?? "user \(status.owner)")
    }
    return nil
  }

  private static func status(
    of path: String, in environment: RegisterEnvironment
  ) throws(FileProblem) -> FileStatus {
    let absolute = path.hasPrefix("/") ? path : joined(environment.workingFolder, path)
    do {
      return try environment.disk.status(at: absolute, followingLinks: true)
    } catch {
      throw error.isMissing ? .missing(path: path) : error
    }
  }

  /// Says what a register needs before it is read rather than fail half way.
  private static func checkSize(
    _ size: Int, of path: String, in environment: RegisterEnvironment
  ) throws(FileProblem) {
    if size > RecDocument.maximumSize { throw .tooLarge(path: path) }
    // The bytes, up to half as much for the tables, and something for the rest.
    let needed = size + size / 2 + 1 << 26
    if size > 1 << 28, let free = environment.freeMemory(), free < needed {
      throw .noMemory(path: path, needed: needed, free: free)
    }
  }

  private static func isWritable(
    _ path: String, on disk: any Disk
  ) throws(FileProblem) -> Bool {
    do {
      try disk.close(try disk.open(path, for: .overwriting))
      return true
    } catch {
      if error.forbidsOpening(path) { return false }
      throw error
    }
  }

  private static func readStream(
    _ path: String, _ kind: FileStatus.Kind, in environment: RegisterEnvironment
  ) throws(FileProblem) -> OpenedRegister {
    let place = RegisterPlace(notFollowing: path, in: environment)
    let isPipe = kind == .pipe
    let read = try environment.disk.readFile(place.path, as: isPipe ? .streaming : .reading)
    if isPipe, read.bytes.count == 0 { throw .nothingCame(path: path) }
    return opened(place, .notRegular, read, in: environment)
  }

  private static func read(
    _ place: RegisterPlace, only reason: ReadOnlyReason, in environment: RegisterEnvironment,
    _ watch: (ArrivingBytes) -> Void
  ) throws(FileProblem) -> OpenedRegister {
    opened(place, reason, try environment.disk.readFile(place.path, watch), in: environment)
  }

  private static func opened(
    _ place: RegisterPlace, _ reason: ReadOnlyReason, _ read: ReadFile,
    in environment: RegisterEnvironment
  ) -> OpenedRegister {
    let file = RegisterFile(
      place, access: .readOnly(because: reason), lock: nil, known: KnownVersion(read),
      in: environment)
    return OpenedRegister(file: file, bytes: read.bytes, recovery: nil, keptBeside: [])
  }
}

extension KnownVersion {
  init(_ file: ReadFile) {
    self.init(stamp: file.status.stamp, fingerprint: file.fingerprint)
  }
}
