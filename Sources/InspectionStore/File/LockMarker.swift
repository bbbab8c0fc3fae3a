/// A lock for file systems that know none (some network mounts): a file that only one can make.
///
/// It outlives a killed process, so one left by a dead process of this machine is taken over; one
/// left by another machine is not, because nobody here can tell whether it runs.
struct LockMarker {
  let path: String

  func take(_ surroundings: Surroundings) throws(FileProblem) -> RegisterLock.Attempt {
    let disk = surroundings.disk
    if let lock = try create(surroundings) { return .taken(lock) }
    let found = (try? disk.readFile(path).array) ?? []
    let holder = LockHolder(found)
    if try isStale(holder, surroundings), try removeStale(found, surroundings),
      let lock = try create(surroundings)
    {
      return .taken(lock)
    }
    return .held(holder)
  }

  /// Whether nobody holds it, as far as this machine can tell.
  func isFree(_ surroundings: Surroundings) -> Bool {
    guard let found = try? surroundings.disk.readFile(path).array else { return true }
    return (try? isStale(LockHolder(found), surroundings)) ?? false
  }

  private func create(_ surroundings: Surroundings) throws(FileProblem) -> RegisterLock? {
    do {
      let file = try surroundings.disk.open(path, for: .creating(isPrivate: true))
      try? surroundings.disk.writeAll(LockHolder.text(for: surroundings), to: file)
      return RegisterLock(file: file, path: path, on: surroundings.disk)
    } catch {
      if error.isTaken { return nil }
      throw error
    }
  }

  private func isStale(_ holder: LockHolder, _ surroundings: Surroundings) throws(FileProblem)
    -> Bool
  {
    guard let pid = holder.pid, holder.host == surroundings.host else { return false }
    return !surroundings.isRunning(pid)
  }

  /// Takes the marker away by a rename, which only one of several can do, and gives it back if it
  /// was no longer the stale one.
  private func removeStale(
    _ stale: [UInt8], _ surroundings: Surroundings
  ) throws(FileProblem) -> Bool {
    let disk = surroundings.disk
    let aside = path + ".\(surroundings.pid)"
    do {
      try disk.rename(path, to: aside, .ifFree)
    } catch {
      return error.isMissing
    }
    guard try disk.readFile(aside).array == stale else {
      try disk.rename(aside, to: path, .ifFree)
      return false
    }
    try disk.unlink(aside)
    return true
  }
}
