internal import Glibc

/// The journal of a register, on a disk.
///
/// Invariants:
/// 1. What was appended durably is read back, whatever is cut, fails or loses power afterwards.
/// 2. A write or sync that fails leaves nothing that the next one builds on: the file is first cut
///    back to what is known to be durable. (After a failed sync Linux may call lost pages clean, so
///    whatever that sync was to save is written anew, never just synced again.)
/// 3. Nothing is built on the file of an earlier run, for whose syncs nobody can vouch: before the
///    first record of this run, what can be read of it is written anew.
/// 4. What was appended durably stands under the journal's name when ``append`` returns true:
///    whoever opens the register next looks for it there. All of the text is kept in memory, so
///    that a journal that was removed can be made again.
struct Journal: Sendable {
  /// A place in the journal, and the checksum up to it.
  private struct Mark: Sendable {
    var length: Int
    var checksum: Checksum
  }

  /// A journal that is to be written anew before anything is built on it: what can be read of what
  /// an earlier run left, or what this one had written.
  private struct FormerFile: Sendable {
    var path: String
    var bytes: [UInt8]
    var mark: Mark
    /// Whether this run wrote it.
    var isOwn = false
    /// The file that was taken away from under its name, if it was.
    var lost: FileStamp?
  }

  /// The file that this run writes.
  private struct Open: Sendable {
    var path: String
    var file: Descriptor
    /// What it is, under whatever name; nil where the disk would not say.
    var stamp: FileStamp?
  }

  private let disk: any Disk
  /// Where an earlier run may have left one.
  private var places: [String]
  /// Where this run makes its own.
  private var home: String
  /// The register whose group and mode its files get; nil where it lies in the state folder.
  private var model: String?
  private var formerFile: FormerFile?
  private var open: Open?
  /// The journal's text up to `written`.
  private var text: [UInt8] = []
  /// What an earlier run had left when this one began to write; nil if nothing.
  private var inherited: (mark: Mark, unsaved: Int, draft: [UInt8]?)?
  private var written = Mark(length: 0, checksum: Checksum())
  private var durable = Mark(length: 0, checksum: Checksum())
  /// True if there may be bytes behind `durable` that must not stay.
  private var mustCut = false
  /// Entries that no save has taken in.
  private(set) var unsaved = 0
  /// The last text that was being typed, until it was finished or given up.
  private(set) var draft: [UInt8]?
  /// What was altered in the journal of an earlier run, and where it is kept.
  private(set) var altered: (path: String, bytes: [UInt8])?
  /// Whether the journal had to be made again, since that was last asked.
  var wasMadeAgain = false

  /// True if losing the journal would lose something.
  var isNeeded: Bool { unsaved > 0 || draft != nil }

  /// A journal that is yet to be begun.
  ///
  /// - Parameter isPrivate: whether it lies in the state folder, as the lock does.
  init(at place: RegisterPlace, isPrivate: Bool, on disk: any Disk) {
    (self.disk, places) = (disk, place.journals)
    home = (isPrivate ? places.last : places.first) ?? place.path
    model = isPrivate ? nil : place.path
  }

  /// True if there is a journal file.
  var isBegun: Bool { open != nil || formerFile != nil }

  /// Reads the journal that an earlier run left, to write on behind its last whole record; changes
  /// nothing yet.
  ///
  /// Where not even its first record is whole, it is set aside: it may be of another version.
  mutating func resume(_ environment: RegisterEnvironment) throws(FileProblem) -> JournalText? {
    for path in places {
      guard let status = try disk.statusIfPresent(at: path) else { continue }
      // A link or a pipe is not the program's: nothing is read through it.
      guard status.kind == .regular else {
        try setAside(path, isEmpty: false, environment)
        continue
      }
      let bytes = try disk.readFile(path, as: .readingOwn).array
      guard let text = JournalText(bytes) else {
        try setAside(path, isEmpty: bytes.isEmpty, environment)
        continue
      }
      let mark = Mark(length: text.text.count, checksum: text.checksum)
      formerFile = FormerFile(path: path, bytes: text.text, mark: mark)
      if !text.altered.isEmpty {
        altered = (
          path + ".damaged-\(Fingerprint(of: text.altered).description.prefix(8))", text.altered
        )
        // What cannot be kept now must be before the journal is written anew.
        try? keepAltered()
      }
      return text
    }
    return nil
  }

  /// Puts what was altered in the journal beside it, where a person can look at it.
  private func keepAltered() throws(FileProblem) {
    guard let altered else { return }
    do {
      try disk.createFile(altered.path, altered.bytes, likeRegister: model)
    } catch {
      if !error.isTaken { throw error }
    }
  }

  /// Takes the journal of a register that is no longer there out of the way of a new one.
  func setAside(_ environment: RegisterEnvironment) throws(FileProblem) {
    for path in places where try disk.statusIfPresent(at: path) != nil {
      try setAside(path, isEmpty: false, environment)
    }
  }

  private func setAside(
    _ path: String, isEmpty: Bool, _ environment: RegisterEnvironment
  ) throws(FileProblem) {
    if isEmpty { return try disk.unlink(path) }
    try disk.rename(path, to: path + ".unread-" + environment.timestamp, .replacing)
  }

  /// Follows its file to where the folder is now.
  mutating func move(from former: String, to place: RegisterPlace) {
    func moved(_ path: String) -> String {
      folder(of: path) == former ? joined(place.folder, lastName(of: path)) : path
    }
    (places, home) = (place.journals, moved(home))
    if model != nil { model = place.path }
    if let path = open?.path { open?.path = moved(path) }
    if let path = formerFile?.path { formerFile?.path = moved(path) }
  }

  /// Says how many entries of a resumed journal no save has taken in.
  mutating func resumed(unsaved: Int, draft: [UInt8]?) {
    (self.unsaved, self.draft) = (unsaved, draft)
  }

  /// Writes a record, and, if `durably`, returns when it is safe.
  ///
  /// - Parameters:
  ///   - base: the version of the register, should the journal have to be begun.
  ///   - isLocked: whether whoever opens the register next still finds it taken; asked once the
  ///     record is safe.
  /// - Returns: false where the journal was taken away meanwhile, so that the record is not where
  ///   anybody looks for it; the next try makes the journal again.
  mutating func append(
    _ record: JournalText.Record, base: Fingerprint?, durably: Bool,
    _ environment: RegisterEnvironment,
    isLocked: () -> Bool
  ) throws(FileProblem) -> Bool {
    let file = try begun(base: base, environment, isLocked: isLocked)
    if mustCut { try cut(file) }
    var next = written
    let bytes = JournalText.sealed(record.lines, &next.checksum)
    next.length += bytes.count
    mustCut = true
    try disk.writeAll(bytes, to: file)
    if durably {
      try disk.sync(file, dataOnly: true)
      guard isInPlace(size: next.length), isLocked() else {
        lose()
        return false
      }
      durable = next
    }
    text += bytes
    (written, mustCut) = (next, false)
    count(record)
    return true
  }

  /// Makes the journal again if it was taken away and is needed.
  mutating func restore(
    _ environment: RegisterEnvironment, isLocked: () -> Bool
  ) throws(FileProblem) {
    if !isInPlace(size: nil) { lose() }
    guard let formerFile, isNeeded else { return }
    let isThere = try disk.statusIfPresent(at: formerFile.path) != nil
    if isThere, formerFile.lost == nil { return }
    try renew(formerFile, environment, isLocked: isLocked)
    self.formerFile?.lost = nil
    wasMadeAgain = true
  }

  /// True unless it is known that the file of this run is not the one under its name, or that
  /// another program has written it.
  private func isInPlace(size: Int?) -> Bool {
    guard let open, let stamp = open.stamp else { return true }
    do {
      guard let named = try disk.statusIfPresent(at: open.path)?.stamp else { return false }
      return named.isSameFile(as: stamp) && size.map { $0 == named.size } ?? true
    } catch {
      return true
    }
  }

  /// Gives up a file that is not the journal any more; its text is to be written anew.
  private mutating func lose() {
    guard let open else { return }
    try? disk.close(open.file)
    formerFile = FormerFile(
      path: open.path, bytes: text, mark: written, isOwn: true, lost: open.stamp)
    self.open = nil
  }

  private mutating func count(_ record: JournalText.Record) {
    switch record {
    case .entry:
      unsaved += 1
      draft = nil
    case .draft(let lines): draft = lines == DraftText.none ? nil : lines
    case .saving: break
    case .saved(_, let lacking): unsaved = lacking
    }
  }

  private mutating func cut(_ file: Descriptor) throws(FileProblem) {
    try disk.truncate(file, to: durable.length)
    text.removeLast(max(0, text.count - durable.length))
    (written, mustCut) = (durable, false)
  }

  private mutating func begun(
    base: Fingerprint?, _ environment: RegisterEnvironment, isLocked: () -> Bool
  ) throws(FileProblem) -> Descriptor {
    if let open { return open.file }
    if let formerFile {
      try keepAltered()
      altered = nil
      try renew(formerFile, environment, isLocked: isLocked)
      self.formerFile = nil
      if formerFile.lost != nil { wasMadeAgain = true }
      if !formerFile.isOwn { inherited = (formerFile.mark, unsaved, draft) }
      return try start(formerFile.path, formerFile.bytes, formerFile.mark)
    }
    var mark = Mark(length: 0, checksum: Checksum())
    let header = JournalText.header(base: base, pid: environment.pid, host: environment.host)
    let bytes = JournalText.sealed(header, &mark.checksum)
    mark.length = bytes.count
    try disk.createFile(home, bytes, likeRegister: model)
    return try start(home, bytes, mark)
  }

  /// Opens the file to append to it; one that cannot be opened becomes a former one for the next
  /// try.
  private mutating func start(
    _ path: String, _ bytes: [UInt8], _ mark: Mark
  ) throws(FileProblem) -> Descriptor {
    let file: Descriptor
    do {
      file = try disk.open(path, for: .appending)
    } catch {
      formerFile = FormerFile(path: path, bytes: bytes, mark: mark, isOwn: true)
      throw error
    }
    open = Open(path: path, file: file, stamp: try? disk.status(of: file).stamp)
    (text, written, durable, mustCut) = (bytes, mark, mark, false)
    return file
  }

  /// Writes a former file anew, in one step for whoever reads it.
  private func renew(
    _ formerFile: FormerFile, _ environment: RegisterEnvironment, isLocked: () -> Bool
  ) throws(FileProblem) {
    let next = formerFile.path + ".tmp"
    try? disk.unlink(next)
    try disk.createFile(next, formerFile.bytes, likeRegister: model)
    do {
      try name(next, formerFile, environment, isLocked: isLocked)
    } catch {
      try? disk.unlink(next)
      throw error
    }
    try disk.syncFolder(folder(of: formerFile.path))
  }

  /// Gives a former file written anew its name. What another program has put in the place of a lost
  /// one is set aside, unless that program has the register by now: then it is its journal.
  private func name(
    _ next: String, _ formerFile: FormerFile, _ environment: RegisterEnvironment,
    isLocked: () -> Bool
  ) throws(FileProblem) {
    guard let lost = formerFile.lost else {
      return try disk.rename(next, to: formerFile.path, .replacing)
    }
    do {
      return try disk.rename(next, to: formerFile.path, .ifFree)
    } catch {
      let isUnknown = error.code == EINVAL || error.code == ENOSYS
      guard error.isTaken || isUnknown, isLocked() else { throw error }
    }
    let there = try disk.statusIfPresent(at: formerFile.path)?.stamp
    if let there, !there.isSameFile(as: lost) {
      try setAside(formerFile.path, isEmpty: there.size == 0, environment)
    }
    try disk.rename(next, to: formerFile.path, .replacing)
  }

  /// Takes back all that this run has written, durably, and leaves what an earlier one had.
  ///
  /// The folder is synced first, as by ``remove()``.
  mutating func withdraw() throws(FileProblem) {
    guard let open else { return }
    guard let inherited else { return try remove() }
    try disk.syncFolder(folder(of: open.path))
    durable = inherited.mark
    mustCut = true
    try cut(open.file)
    mustCut = true
    try disk.sync(open.file, dataOnly: true)
    mustCut = false
    (unsaved, draft) = (inherited.unsaved, inherited.draft)
  }

  /// Removes the journal for good; the next record begins another. One that is not this run's any
  /// more stays.
  ///
  /// The folder is synced before, too: what the last save removed must not outlive the journal that
  /// can tell what it was.
  mutating func remove() throws(FileProblem) {
    guard let path = open?.path ?? formerFile?.path else { return }
    guard isInPlace(size: nil), formerFile?.lost == nil else { return release() }
    let folder = folder(of: path)
    try disk.syncFolder(folder)
    try disk.unlink(path)
    release()
    try disk.syncFolder(folder)
  }

  /// Gives the file back and leaves it where it is.
  mutating func release() {
    if let open { try? disk.close(open.file) }
    (open, formerFile, inherited, unsaved, draft) = (nil, nil, nil, 0, nil)
  }
}
