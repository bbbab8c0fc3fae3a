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
  /// attributes, synced, and exchanged with the register; then the folder is synced. Where that is
  /// not possible (a hard link, a single file mounted into a container, a closed folder, an owner
  /// that cannot be kept) it is written in place, from a safety copy. Takes little longer than the
  /// bytes take to reach the disk, and no memory beside; a caller that cannot wait goes the same
  /// way in the parts of ``NextVersion``.
  ///
  /// - Parameter contents: the text; the caller has read it back and found it right.
  public mutating func save(_ contents: FileContents) throws(FileProblem) -> SaveOutcome {
    var next = try prepare(contents)
    if let theirs = try announce(&next, lacking: 0) { return .changedOutside(theirs) }
    let put = next.put()
    defer { put.letGo() }
    return try settle(put, lacking: 0)
  }

  /// Puts down in the journal what the register is about to be; durable when this returns.
  ///
  /// - Parameter lacking: how many entries the journal has been given since the text was as it is
  ///   to be written.
  /// - Returns: what another program has written meanwhile; then nothing will come of the version.
  public mutating func announce(
    _ next: inout NextVersion, lacking: Int
  ) throws(FileProblem) -> OutsideVersion? {
    do {
      if let theirs = try outsideVersion() {
        next.discard()
        return theirs
      }
      try write(.saving(next.fingerprint, lacking: lacking), durably: true)
    } catch {
      next.discard()
      throw roomProblem(error, needed: next.contents.count)
    }
    next.file = self
    return nil
  }

  /// Goes on with what came of a version.
  ///
  /// - Parameter lacking: how many entries the journal has been given since the text was as it was
  ///   written.
  public mutating func settle(
    _ put: PutVersion, lacking: Int
  ) throws(FileProblem) -> SaveOutcome {
    known = put.known
    leftovers += put.leftovers
    do {
      let outcome = try put.outcome.get()
      // Only advice, so it need not be durable: without it the next open recovers too much, not
      // too little, and only if another program writes the register first.
      if outcome.isSaved { try? write(.saved(put.fingerprint, lacking: lacking), durably: false) }
      return outcome
    } catch {
      throw roomProblem(error, needed: put.size)
    }
  }

  /// - Parameter former: is what the register was before, open and without a name, for its room to
  ///   be given back later.
  mutating func put(
    _ next: NextVersion, _ former: inout Descriptor?
  ) throws(FileProblem) -> SaveOutcome {
    guard var temporary = next.temporary else {
      return try saveInPlace(next.contents, next.fingerprint)
    }
    defer { temporary.close() }
    do {
      try temporary.takeName(of: self)
    } catch {
      temporary.remove()
      if error.isTaken, let theirs = try outsideVersion() { return .changedOutside(theirs) }
      guard known != nil, error.allowsSaveInPlace else { throw error }
      return try saveInPlace(next.contents, next.fingerprint)
    }
    return try settle(temporary, next.fingerprint, &former)
  }

  /// After the exchange: looks at what was displaced, makes the exchange durable, and only then
  /// lets the former version go.
  private mutating func settle(
    _ temporary: TemporaryVersion, _ fingerprint: Fingerprint, _ former: inout Descriptor?
  ) throws(FileProblem) -> SaveOutcome {
    let formerly = known
    known = KnownVersion(stamp: temporary.stampNow(), fingerprint: fingerprint)
    // A new register took its name and displaced nothing.
    guard let formerly else {
      try disk.syncFolder(place.folder)
      return .saved
    }
    let external = isFormer(temporary.path, formerly) ? nil : try keepBeside(temporary.path)
    try disk.syncFolder(place.folder)
    if let external { return .savedBeside(external: external) }
    // A file that is open keeps its room, and giving that back takes long. Should the name stay,
    // the next open knows it for ours and removes it.
    former = try? disk.open(temporary.path, for: .readingOwn)
    do throws(FileProblem) {
      try disk.unlink(temporary.path)
    } catch {
      leftovers.append(temporary.path)
    }
    return .saved
  }

  /// True if the displaced file is the version that was checked before; a file that cannot be read
  /// is taken for another's.
  private func isFormer(_ path: String, _ former: KnownVersion) -> Bool {
    do {
      guard let status = try disk.statusIfPresent(at: path) else { return true }
      if status.stamp.hasSameBytes(as: former.stamp) { return true }
      return try disk.readFile(path).fingerprint == former.fingerprint
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
  var allowsSaveInPlace: Bool {
    guard case .failed(let call, let path, let code) = self else { return false }
    switch call {
    case .open: return forbidsOpening(path)
    case .rename: return [EBUSY, EXDEV, EACCES, EPERM].contains(code)
    case .keepAccess: return true
    case .read, .write, .cut, .sync, .close, .examine, .list, .remove, .lock, .reserve, .makeFolder:
      return false
    }
  }
}
