internal import Glibc

/// A register's file, open: its lock, its journal, and the version that was last seen of it.
///
/// Invariants:
/// 1. The register is at every moment whole: a version that it had, or one that a save gave it.
///    (A save in place is the exception; the next open finishes one that broke off.)
/// 2. An appended entry is in the journal or in the register, from the return of ``append(_:)`` on.
/// 3. What another program wrote is never overwritten: a save reports it, or keeps it beside.
/// 4. What was appended is in the trail or in the journal, which goes only once the trail is
///    durable.
///
/// It has one owner, who uses the newest copy of the value; a save in the background works on a
/// copy of its own, whose journal it leaves alone, and the owner takes up what came of it: see
/// ``NextVersion``. See ``Disk`` for failures: one that throws leaves the register and the journal
/// as good as they were.
public struct RegisterFile: Sendable {
  /// What may be done with the register.
  public enum Access: Hashable, Sendable {
    /// It may be appended to and saved; this program holds its lock.
    case writable
    /// It may be looked at.
    case readOnly(because: ReadOnlyReason)
  }

  /// Why a register is open for reading only.
  public enum ReadOnlyReason: Hashable, Sendable {
    /// Another jointview has it open.
    case heldBy(LockHolder)
    /// This user may not write it.
    case noPermission
    /// A link or a pipe lies where its lock should.
    case notALock
    /// The lock is somebody's, and this user may not open it.
    case lockOf(LockHolder)
    /// No lock can be made beside it, and one elsewhere would not keep out the others who may write
    /// it.
    case closedFolder
    /// The file system gives no lock, with this errno.
    case noLocks(code: Int32)
    /// A killed run of somebody's left changes that this user may not read.
    case journalOf(LockHolder)
    /// It is a pipe or a device: it was read to its end, and cannot be written back.
    case notRegular
  }

  /// Where the register lies: absolute, symbolic links followed.
  public var path: String { place.path }
  /// What may be done with it.
  public internal(set) var access: Access

  /// The folder it lies in.
  public var folder: String { place.folder }
  /// The names in the folder that matter: the register's own, its lock's and its journal's.
  public var watchedNames: [String] {
    [path, place.lock, place.journals[0]].map(lastName(of:))
  }

  let environment: RegisterEnvironment
  var place: RegisterPlace
  var lock: RegisterLock?
  /// The turn to write, where it is held from opening to closing.
  var turn: RegisterTurn?
  /// Whether another program has the register open, and this one writes it beside that, in its
  /// turn: the journal is the other's.
  let isBeside: Bool
  /// Whether what is kept for the register lies in the state folder, as its own takes no file.
  let isPrivate: Bool
  /// The folder it lies in, open, so that it is known again by whatever name.
  var openFolder: OpenFolder?
  /// What a person is to be told of.
  var notices: [Notice] = []
  /// Where the link that the register was named by led when that was last said.
  var ledElsewhere: String?
  var journal: Journal
  /// What was done to the register, when and by whom.
  public internal(set) var trail: TrailFile
  /// Former versions that a save could not take away yet.
  var leftovers: [String] = []
  /// The version that was last read, saved or adopted; nil if there was no file.
  var known: KnownVersion?

  var disk: any Disk { environment.disk }
  /// Whose group and mode files get that are made beside the register.
  var model: String? { isPrivate ? nil : path }
  /// Where a save in place puts its safety copy.
  var safetyCopy: String { (isPrivate ? place.safetyCopies.last : nil) ?? place.safetyCopies[0] }
  /// Whether it only reads until somebody else is done with the register.
  public var isWaiting: Bool {
    if case .readOnly(let reason) = access { reason.holder != nil } else { false }
  }

  init(
    _ place: RegisterPlace, access: Access, lock: RegisterLock?, turn: RegisterTurn? = nil,
    known: KnownVersion?, in environment: RegisterEnvironment
  ) {
    isBeside = lock == nil && turn != nil
    self.turn = turn
    (self.place, self.access, self.lock, self.known) = (place, access, lock, known)
    self.environment = environment
    isPrivate = lock?.isPrivate(to: place) ?? false
    journal = Journal(at: place, isPrivate: isPrivate, on: environment.disk)
    trail = TrailFile(of: place, on: environment.disk)
    openFolder = OpenFolder(place.folder, on: environment.disk)
  }

  /// True if there are journal entries that no save has taken in.
  public var hasUnsavedEntries: Bool { journal.unsaved > 0 }

  /// Writes an edit to the journal; it is durable when this returns (0.3 ms on a quick disk). The
  /// trail gets it with the next ``writeTrail()``.
  ///
  /// - Parameters:
  ///   - entry: the lines of one rec record, none of them empty; the first field is none of
  ///     `Saving`, `Saved` and `Draft`, which are the journal's own.
  ///   - isInTrail: whether the trail has it already.
  public mutating func append(_ entry: [UInt8], isInTrail: Bool = false) throws(FileProblem) {
    try requireWritable()
    do {
      try write(.entry(entry), durably: true)
    } catch {
      throw roomProblem(error, needed: entry.count)
    }
    if !isInTrail { trail.hold(entry) }
  }

  /// Puts down in the trail what was appended since it was last written, where the end of this
  /// program cannot reach it. What cannot be put down stays to be; the journal has it meanwhile.
  public mutating func writeTrail() throws(FileProblem) {
    guard trail.isBehind else { return }
    try requireWritable()
    try keepPlace()
    do {
      try trail.write()
    } catch {
      throw roomProblem(error, needed: trail.held.reduce(0) { $0 + $1.count }, for: trail.path)
    }
  }

  /// Puts a record into the trail alone, durably; if it cannot be put down now, it stays to be.
  public mutating func appendToTrail(_ record: [UInt8]) throws(FileProblem) {
    trail.hold(record)
    try writeTrail()
    try trail.sync()
  }

  /// Writes a text that is being typed to the journal, in place of the one before; durable when
  /// this returns.
  ///
  /// - Parameter lines: one rec record whose first field is `Draft`.
  public mutating func keepDraft(_ lines: [UInt8]) throws(FileProblem) {
    try requireWritable()
    do {
      try write(.draft(lines), durably: true)
    } catch {
      throw roomProblem(error, needed: lines.count)
    }
  }

  /// Removes the journal with the entries in it, durably. For when a person says so.
  public mutating func discardJournal() throws(FileProblem) {
    try requireWritable()
    try journal.remove()
  }

  /// Takes out of the journal, durably, all that this run has put into it, and leaves what an
  /// earlier one had. For a caller whose save failed, and who reports that nothing was done.
  public mutating func withdraw() throws(FileProblem) {
    try requireWritable()
    try journal.withdraw()
    trail.withdraw()
  }

  /// Gives the lock back. The journal goes if everything in it is saved and in the trail, and else
  /// stays for the next open to recover.
  public mutating func close() {
    // A turn ends once all is durable: there is no journal to make it good.
    if isBeside { try? trail.sync() }
    defer {
      turn?.end(on: disk)
      turn = nil
    }
    if access == .writable, !journal.isNeeded, !trail.isBehind {
      // Should it fail, the journal stays, and says itself that nothing of it is missing.
      try? removeJournal()
    }
    journal.release()
    lock?.release(on: disk)
    openFolder?.close(on: disk)
    (lock, openFolder) = (nil, nil)
  }

  /// Removes a journal that nothing needs any more: what it alone tells is durable elsewhere, or
  /// gone.
  private mutating func removeJournal() throws(FileProblem) {
    guard journal.isBegun else { return }
    for path in leftovers where try disk.statusIfPresent(at: path) != nil { try disk.unlink(path) }
    try trail.sync()
    try journal.remove()
  }

  func requireWritable() throws(FileProblem) {
    if case .readOnly(let reason) = access { throw .readOnly(path: path, reason) }
  }

  mutating func write(_ record: JournalText.Record, durably: Bool) throws(FileProblem) {
    if isBeside { return }
    try keepPlace()
    for _ in 0..<4 {
      try keepLock()
      let (lock, disk) = (lock, disk)
      do throws(FileProblem) {
        let isThere = try journal.append(
          record, base: known?.fingerprint, durably: durably, environment
        ) { lock?.isInPlace(on: disk) ?? true }
        if isThere { return }
      } catch {
        // Another journal under the name, and the lock is not here any more: the next look at that
        // tells whose.
        guard error.isTaken, lock?.isInPlace(on: disk) == false else { throw error }
      }
    }
    throw .failed(.write, path: place.journals[0], code: ENOENT)
  }

  /// A full disk's error with the figures a person needs; any other as it is.
  ///
  /// - Parameter file: what was to be written; nil for the register.
  func roomProblem(_ problem: FileProblem, needed: Int, for file: String? = nil) -> FileProblem {
    guard problem.isFull else { return problem }
    let path = file ?? path
    if problem.code == EDQUOT { return .noQuota(path: path, needed: needed) }
    return .noSpace(path: path, needed: needed, free: disk.freeSpace(at: place.folder))
  }
}

/// A version of a register: what tells it from others, cheaply and for certain.
struct KnownVersion: Hashable, Sendable {
  var stamp: FileStamp
  /// Nil for a version that a save in place left half written.
  var fingerprint: Fingerprint?
}

extension RegisterFile.ReadOnlyReason: CustomStringConvertible {
  /// The end of a sentence, after a colon.
  public var description: String {
    switch self {
    case .heldBy(let holder): "\(holder) has it open"
    case .noPermission: "you may not write it"
    case .notALock: "what is beside it in place of a lock is not a file"
    case .lockOf(let holder):
      "the lock beside it is that of \(holder.user ?? "somebody else"), and you may not open it"
    case .closedFolder: "no file can be made beside it, and others may write it, too"
    case .noLocks(let code):
      "there is no telling who else writes it: \(String(cString: strerror(code)))"
    case .journalOf(let holder):
      "\(holder.user ?? "somebody else") left changes beside it that you may not read"
    case .notRegular: "it is not an ordinary file"
    }
  }
}

extension RegisterFile.ReadOnlyReason {
  /// Who has to be done with the register first; nil where waiting would not help.
  var holder: LockHolder? {
    switch self {
    case .heldBy(let holder), .lockOf(let holder): holder
    case .noPermission, .notALock, .closedFolder, .noLocks, .journalOf, .notRegular: nil
    }
  }
}
