internal import Glibc

/// The next version of a register under a temporary name: whole, durable, and open, so that it can
/// be told from what another program puts under the register's name afterwards.
struct TemporaryVersion: Sendable {
  /// Its name now: `.writing` at first, which whoever finds it after a crash may remove; `.tmp`
  /// from just before the exchange, from where on it may be another's.
  private(set) var path: String
  private let disk: any Disk
  private let file: Descriptor
  private let stamp: FileStamp

  /// Writes and syncs the new version; nothing stays if that fails.
  init(_ contents: FileContents, at register: RegisterFile) throws(FileProblem) {
    disk = register.disk
    (path, file) = try Self.create(register)
    do {
      if contents.count >= Self.long { try disk.makeRoom(in: file, for: contents.count) }
      try disk.writeAll(contents, to: file)
      if register.known != nil { try disk.copyAccess(from: register.path, to: file) }
      try disk.sync(file, dataOnly: false)
      stamp = try disk.status(of: file).stamp
    } catch {
      try? disk.close(file)
      try? disk.unlink(path)
      throw error
    }
  }

  /// From so many bytes on, a file that finds its room made reaches the disk sooner, and one for
  /// which there is none is not begun.
  private static let long = 1 << 22

  /// A replaced register's mode comes from it, later; a new register's from the user's mask.
  private static func create(
    _ register: RegisterFile
  ) throws(FileProblem) -> (path: String, file: Descriptor) {
    var number = 0
    while true {
      let path = register.place.writing(pid: register.environment.pid, number: number)
      do {
        let isPrivate = register.known != nil
        return (path, try register.disk.open(path, for: .creating(isPrivate: isPrivate)))
      } catch {
        guard error.isTaken else { throw error }
        number += 1
      }
    }
  }

  /// Exchanges its name with the register's, or takes it if there is no register yet.
  ///
  /// Where the file system cannot exchange names, the register is replaced; then a version that
  /// another program writes between the last look and this call is lost, as with every editor.
  mutating func takeName(of register: RegisterFile) throws(FileProblem) {
    if register.known == nil { return try move(to: register.path) }
    try takeNameToExchange(register)
    do {
      try disk.rename(path, to: register.path, .exchanging)
    } catch {
      guard error.code == EINVAL || error.code == ENOSYS else { throw error }
      try disk.rename(path, to: register.path, .replacing)
    }
  }

  private mutating func takeNameToExchange(_ register: RegisterFile) throws(FileProblem) {
    var number = 0
    while true {
      do {
        return try move(
          to: register.place.temporary(pid: register.environment.pid, number: number))
      } catch {
        guard error.isTaken else { throw error }
        number += 1
      }
    }
  }

  /// Takes a name that nobody has.
  private mutating func move(to name: String) throws(FileProblem) {
    do {
      try disk.rename(path, to: name, .ifFree)
    } catch {
      guard error.code == EINVAL || error.code == ENOSYS else { throw error }
      if try disk.statusIfPresent(at: name) != nil {
        throw .failed(.rename, path: path, code: EEXIST)
      }
      try disk.rename(path, to: name, .replacing)
    }
    path = name
  }

  /// The stamp as the rename left it; the former one if another program has written the file since,
  /// so that the next look finds that out.
  func stampNow() -> FileStamp {
    guard let now = try? disk.status(of: file).stamp, now.hasSameBytes(as: stamp) else {
      return stamp
    }
    return now
  }

  func close() { try? disk.close(file) }

  func remove() { try? disk.unlink(path) }
}
