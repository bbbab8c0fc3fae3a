/// A version of a register that another program wrote.
public struct OutsideVersion: Hashable, Sendable {
  /// Its bytes; nil if the register has been removed.
  public var bytes: [UInt8]?
  let version: KnownVersion?
}

extension RegisterFile {
  /// True if another program may have written the register: a single call of the kernel, to be made
  /// once a second. Own saves never ring.
  public var mayHaveChangedOutside: Bool {
    do {
      return try disk.statusIfPresent(at: path)?.stamp != known?.stamp
    } catch {
      // A folder that cannot be looked into shows nothing that could be taken over.
      return false
    }
  }

  /// Reads what another program wrote; nil if the bytes are still those that are known here.
  public mutating func outsideVersion() throws(FileProblem) -> OutsideVersion? {
    try keepPlace()
    guard mayHaveChangedOutside else { return nil }
    guard let status = try disk.statusIfPresent(at: path) else {
      return OutsideVersion(bytes: nil, version: nil)
    }
    // Reading a pipe would wait for whoever writes to it.
    guard status.kind == .regular else { throw .notOrdinary(path: path) }
    let read = try disk.readFile(path)
    let version = KnownVersion(read)
    if let known, known.fingerprint == version.fingerprint {
      self.known = version
      return nil
    }
    return OutsideVersion(bytes: read.array, version: version)
  }

  /// Takes another's version for the one that the next save is made on; the caller has merged it.
  public mutating func adopt(_ theirs: OutsideVersion) {
    known = theirs.version
    if journal.isBegun, journal.unsaved == 0, let fingerprint = known?.fingerprint {
      // Only advice, as after a save.
      try? write(.saved(fingerprint), durably: false)
    }
  }
}
