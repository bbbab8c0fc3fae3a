internal import Glibc

/// Who has a register open for writing.
public struct LockHolder: Hashable, Sendable {
  /// The process; nil if the lock does not say.
  public var pid: Int32?
  /// Who started it.
  public var user: String?
  /// The machine it runs on.
  public var host: String?
  /// When it opened the register, as `2026-11-23T15:50:46Z`.
  public var since: String?
  /// Whether it opened it by another name, of which nothing more is known.
  public var isByAnotherName = false

  /// Whoever has a register open by another of its names.
  static let byAnotherName: LockHolder = {
    var holder = LockHolder([])
    holder.isByAnotherName = true
    return holder
  }()

  init(_ text: [UInt8]) {
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("Pid: ") { pid = Int32(line.dropFirst(5)) }
      if line.hasPrefix("User: ") { user = String(line.dropFirst(6)) }
      if line.hasPrefix("Host: ") { host = String(line.dropFirst(6)) }
      if line.hasPrefix("Since: ") { since = String(line.dropFirst(7)) }
    }
  }

  static func text(for surroundings: Surroundings) -> [UInt8] {
    let user = surroundings.user.map { "User: \($0)\n" } ?? ""
    let (pid, host) = (surroundings.pid, surroundings.host)
    return Array("Pid: \(pid)\n\(user)Host: \(host)\nSince: \(surroundings.timestamp)\n".utf8)
  }
}

extension LockHolder: CustomStringConvertible {
  /// "ada (jointview 4711 on desk since 2026-11-23T15:50:46Z)", as far as it is known.
  public var description: String {
    let program =
      "jointview" + (pid.map { " \($0)" } ?? "") + (host.map { " on \($0)" } ?? "")
      + (since.map { " since \($0)" } ?? "") + (isByAnotherName ? " by another name of it" : "")
    return user.map { "\($0) (\(program))" } ?? program
  }
}

/// The right to write a register, on a file of its own, because a save gives the register another
/// inode. The kernel ends it with the process, so a killed run leaves nothing stale.
struct RegisterLock: Sendable {
  enum Attempt: Sendable {
    case taken(RegisterLock)
    case held(LockHolder)
    /// No lock can be made in any of the places.
    case impossible
  }

  private let file: Descriptor
  private var path: String
  /// What the file is, under whatever name; nil where the disk would not say.
  private let stamp: FileStamp?
  /// The register itself, locked too where it has several names, each with a lock's file of its own. A save leaves it in
  /// its place then.
  private var register: Descriptor?

  /// Tries to take the lock of a register.
  static func take(
    _ place: RegisterPlace, _ surroundings: Surroundings
  ) throws(FileProblem) -> Attempt {
    let disk = surroundings.disk
    let attempt = try takeFile(place, surroundings)
    guard case .taken(var lock) = attempt else { return attempt }
    guard let register = severalNames(of: place, disk) else { return attempt }
    if (try? disk.lock(register)) ?? true {
      lock.register = register
      return .taken(lock)
    }
    try? disk.close(register)
    lock.release(on: disk)
    return .held(.byAnotherName)
  }

  /// The register, open, if it has more names than one.
  private static func severalNames(of place: RegisterPlace, _ disk: any Disk) -> Descriptor? {
    guard let status = try? disk.status(at: place.path, followingLinks: false), status.links > 1
    else { return nil }
    return try? disk.open(place.path, for: .overwriting)
  }

  private static func takeFile(
    _ place: RegisterPlace, _ surroundings: Surroundings
  ) throws(FileProblem) -> Attempt {
    for path in place.locks {
      do {
        if path != place.locks[0] { try surroundings.disk.makeFolders(folder(of: path)) }
        return try take(at: path, surroundings)
      } catch {
        if !error.forbidsOpening(path) { throw error }
      }
    }
    return .impossible
  }

  /// Tries again every 20 ms until the lock is free or the time is over; after half a second it says once for whom it
  /// waits.
  static func take(
    _ place: RegisterPlace, waitingUpTo seconds: Int, _ surroundings: Surroundings
  ) throws(FileProblem) -> Attempt {
    let (pause, patience) = (20, 500)
    for round in 0..<(seconds * 1000 / pause) {
      let attempt = try take(place, surroundings)
      guard case .held(let holder) = attempt else { return attempt }
      if round == patience / pause { surroundings.noteWaiting(holder) }
      surroundings.pause(pause)
    }
    return try take(place, surroundings)
  }

  /// Whether nobody has the lock just now; it is not kept.
  static func isFree(_ place: RegisterPlace, _ surroundings: Surroundings) -> Bool {
    let disk = surroundings.disk
    return place.locks.allSatisfy { path in
      guard LockMarker(path: marker(path)).isFree(surroundings) else { return false }
      guard let file = try? disk.open(path, for: .overwriting) else { return true }
      return isFree(file, disk)
    } && (severalNames(of: place, disk).map { isFree($0, disk) } ?? true)
  }

  private static func isFree(_ file: Descriptor, _ disk: any Disk) -> Bool {
    defer { try? disk.close(file) }
    return (try? disk.lock(file)) ?? true
  }

  private static func marker(_ path: String) -> String { path + ".held" }

  /// - Parameter rounds: how often the file may be gone from under the lock before it counts as held.
  private static func take(
    at path: String, _ surroundings: Surroundings, rounds: Int = 100
  ) throws(FileProblem) -> Attempt {
    let disk = surroundings.disk
    let file = try disk.open(path, for: .locking)
    do {
      guard try disk.lock(file) else {
        try? disk.close(file)
        return .held(LockHolder((try? disk.readFile(path).array) ?? []))
      }
    } catch {
      try? disk.close(file)
      guard Self.meansNoLocks(error.code) else { throw error }
      return try LockMarker(path: marker(path)).take(surroundings)
    }
    // Whoever had it may have removed the file after it was opened here: a lock on that keeps nobody out.
    guard isNamed(path, file, disk) else {
      try? disk.close(file)
      return rounds > 0
        ? try take(at: path, surroundings, rounds: rounds - 1) : .held(LockHolder([]))
    }
    // Only for messages: a lock without a name in it is still a lock.
    try? disk.truncate(file, to: 0)
    try? disk.writeAll(LockHolder.text(for: surroundings), to: file)
    return .taken(RegisterLock(file: file, path: path, on: disk))
  }

  /// True if the lock's file has its name, so that the next one finds it.
  private static func isNamed(_ path: String, _ file: Descriptor, _ disk: any Disk) -> Bool {
    guard let open = try? disk.status(of: file).stamp,
      let named = try? disk.status(at: path, followingLinks: false).stamp
    else { return false }
    return open.isSameFile(as: named)
  }

  private static func meansNoLocks(_ code: Int32?) -> Bool {
    code == ENOLCK || code == EOPNOTSUPP || code == ENOSYS
  }

  init(file: Descriptor, path: String, on disk: any Disk) {
    (self.file, self.path) = (file, path)
    stamp = try? disk.status(of: file).stamp
  }

  /// False if it is known that the lock's file was taken away, so that it keeps nobody out. One call of the kernel.
  func isInPlace(on disk: any Disk) -> Bool {
    guard let stamp else { return true }
    do {
      return try disk.statusIfPresent(at: path)?.stamp.isSameFile(as: stamp) ?? false
    } catch {
      return true
    }
  }

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
