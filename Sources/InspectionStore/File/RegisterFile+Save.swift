internal import Glibc

/// How a save ended.
public enum SaveOutcome: Hashable, Sendable {
  /// The register is what was to be saved, durably.
  case saved
  /// The same, and what another program wrote in that very moment is kept at this path: merge it.
  case savedBeside(external: String)
  /// Nothing was written: another program has written the register since it was last read. Merge,
  /// ``RegisterFile/adopt(_:)`` theirs, and save again.
  case changedOutside(OutsideVersion)
}

extension RegisterFile {
  /// Replaces the register by a new text: whole or not at all, and never over another's version.
  ///
  /// The text is written to a temporary file in the same folder with the register's owner, mode and
  /// attributes, synced, and exchanged with the register; then the folder is synced. Where that is not possible
  /// (a hard link, a single file mounted into a container, a closed folder, an owner that cannot be
  /// kept) it is written in place, from a safety copy. Costs under 10 ms for 3 MB, half a second for 300 MB, and no memory beside.
  ///
  /// - Parameter contents: the text; the caller has read it back and found it right.
  public mutating func save(_ contents: FileContents) throws(FileProblem) -> SaveOutcome {
    try requireWritable()
    if let theirs = try outsideVersion() { return .changedOutside(theirs) }
    let fingerprint = contents.fingerprint()
    do {
      try write(.saving(fingerprint), durably: true)
      let outcome = try replaceOrOverwrite(contents, fingerprint)
      // Only advice, so it need not be durable: without it the next open recovers too much, not
      // too little, and only if another program writes the register first.
      if outcome.isSaved { try? write(.saved(fingerprint), durably: false) }
      return outcome
    } catch {
      throw roomProblem(error, needed: contents.count)
    }
  }

  private mutating func replaceOrOverwrite(
    _ contents: FileContents, _ fingerprint: Fingerprint
  ) throws(FileProblem) -> SaveOutcome {
    if try hasSeveralNames() { return try saveInPlace(contents, fingerprint) }
    let temporary: TemporaryVersion
    do {
      temporary = try TemporaryVersion(contents, at: self)
    } catch {
      guard known != nil, error.allowsSaveInPlace else { throw error }
      return try saveInPlace(contents, fingerprint)
    }
    defer { temporary.close() }
    do {
      try temporary.takeName(of: self)
    } catch {
      temporary.remove()
      if error.isTaken, let theirs = try outsideVersion() { return .changedOutside(theirs) }
      guard known != nil, error.allowsSaveInPlace else { throw error }
      return try saveInPlace(contents, fingerprint)
    }
    return try settle(temporary, fingerprint)
  }

  private func hasSeveralNames() throws(FileProblem) -> Bool {
    guard known != nil else { return false }
    return try disk.status(at: path, followingLinks: false).links > 1
  }

  /// After the exchange: looks at what was displaced, makes the exchange durable, and only then lets
  /// the former version go.
  private mutating func settle(
    _ temporary: TemporaryVersion, _ fingerprint: Fingerprint
  ) throws(FileProblem) -> SaveOutcome {
    let former = known
    known = KnownVersion(stamp: temporary.stampNow(), fingerprint: fingerprint)
    let isOurs = former == nil || isFormer(temporary.path, former)
    let external = isOurs ? nil : try keepBeside(temporary.path)
    try disk.syncFolder(place.folder)
    if let external { return .savedBeside(external: external) }
    // Should it stay, the next open knows it for ours and removes it.
    try? disk.unlink(temporary.path)
    return .saved
  }

  /// True if the displaced file is the version that was checked before; a file that cannot be read
  /// is taken for another's.
  private func isFormer(_ path: String, _ former: KnownVersion?) -> Bool {
    do {
      guard let status = try disk.statusIfPresent(at: path) else { return true }
      if let former, status.stamp.hasSameBytes(as: former.stamp) { return true }
      return try disk.readFile(path).fingerprint == former?.fingerprint
    } catch {
      return false
    }
  }
}

extension SaveOutcome {
  fileprivate var isSaved: Bool {
    switch self {
    case .saved, .savedBeside: true
    case .changedOutside: false
    }
  }
}

extension FileProblem {
  /// True for what a save in place can do without: a new file in the folder, another inode, and the
  /// right to give that the owner of the former.
  fileprivate var allowsSaveInPlace: Bool {
    guard case .failed(let call, let path, let code) = self else { return false }
    switch call {
    case .open: return forbidsOpening(path)
    case .rename: return [EBUSY, EXDEV, EACCES, EPERM].contains(code)
    case .keepAccess: return true
    default: return false
    }
  }
}
