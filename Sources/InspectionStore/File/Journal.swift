/// The journal of a register, on a disk.
///
/// Invariants:
/// 1. What was appended durably is read back, whatever is cut, fails or loses power afterwards.
/// 2. A write or sync that fails leaves nothing that the next one builds on: the file is first cut
///    back to what is known to be durable. (After a failed sync Linux may call lost pages clean, so
///    whatever that sync was to save is written anew, never just synced again.)
/// 3. Nothing is built on the file of an earlier run, for whose syncs nobody can vouch: before the
///    first record of this run, what can be read of it is written anew.
struct Journal: Sendable {
  /// A place in the journal, and the checksum up to it.
  private struct Mark: Sendable {
    var length: Int
    var checksum: Checksum
  }

  /// What an earlier run left: a file, and what can be read of it.
  private struct Legacy: Sendable {
    var path: String
    var bytes: [UInt8]
    var mark: Mark
  }

  private let disk: any Disk
  private let places: [String]
  private var legacy: Legacy?
  private var open: (path: String, file: Descriptor)?
  private var written = Mark(length: 0, checksum: Checksum())
  private var durable = Mark(length: 0, checksum: Checksum())
  /// True if there may be bytes behind `durable` that must not stay.
  private var mustCut = false
  /// Entries that no save has taken in.
  private(set) var unsaved = 0
  /// The last text that was being typed, until it was finished or given up.
  private(set) var draft: [UInt8]?

  /// True if losing the journal would lose something.
  var isNeeded: Bool { unsaved > 0 || draft != nil }

  /// A journal that is yet to be begun.
  init(at place: RegisterPlace, on disk: any Disk) {
    (self.disk, places) = (disk, place.journals)
  }

  /// True if there is a journal file.
  var isBegun: Bool { open != nil || legacy != nil }

  /// Reads the journal that an earlier run left, to write on behind its last whole record; changes
  /// nothing yet.
  ///
  /// Where not even its first record is whole, it is set aside: it may be of another version.
  mutating func resume(_ surroundings: Surroundings) throws(FileProblem) -> JournalText? {
    for path in places where try disk.statusIfPresent(at: path) != nil {
      let bytes = try disk.readFile(path).array
      guard let text = JournalText(bytes) else {
        try setAside(path, isEmpty: bytes.isEmpty, surroundings)
        continue
      }
      let mark = Mark(length: text.length, checksum: text.checksum)
      legacy = Legacy(path: path, bytes: Array(bytes.prefix(text.length)), mark: mark)
      return text
    }
    return nil
  }

  /// Takes the journal of a register that is no longer there out of the way of a new one.
  func setAside(_ surroundings: Surroundings) throws(FileProblem) {
    for path in places where try disk.statusIfPresent(at: path) != nil {
      try setAside(path, isEmpty: false, surroundings)
    }
  }

  private func setAside(
    _ path: String, isEmpty: Bool, _ surroundings: Surroundings
  ) throws(FileProblem) {
    if isEmpty { return try disk.unlink(path) }
    try disk.rename(path, to: path + ".unread-" + surroundings.timestamp, .replacing)
  }

  /// Says how many entries of a resumed journal no save has taken in.
  mutating func resumed(unsaved: Int, draft: [UInt8]?) {
    (self.unsaved, self.draft) = (unsaved, draft)
  }

  /// Writes a record, and, if `durably`, returns when it is safe.
  ///
  /// - Parameter base: the version of the register, should the journal have to be begun.
  mutating func append(
    _ record: JournalText.Record, base: Fingerprint?, durably: Bool, _ surroundings: Surroundings
  ) throws(FileProblem) {
    let file = try begun(base: base, surroundings)
    if mustCut { try cut(file) }
    var next = written
    let bytes = JournalText.sealed(record.lines, &next.checksum)
    next.length += bytes.count
    mustCut = true
    try disk.writeAll(bytes, to: file)
    if durably {
      try disk.sync(file, dataOnly: true)
      durable = next
    }
    (written, mustCut) = (next, false)
    count(record)
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
    (written, mustCut) = (durable, false)
  }

  private mutating func begun(
    base: Fingerprint?, _ surroundings: Surroundings
  ) throws(FileProblem) -> Descriptor {
    if let open { return open.file }
    if let legacy {
      try renew(legacy)
      self.legacy = nil
      return try start(legacy.path, legacy.mark)
    }
    var mark = Mark(length: 0, checksum: Checksum())
    let header = JournalText.header(base: base, pid: surroundings.pid, host: surroundings.host)
    let bytes = JournalText.sealed(header, &mark.checksum)
    mark.length = bytes.count
    return try start(try create(bytes), mark)
  }

  /// Opens the file to append to it; one that cannot be opened becomes a legacy for the next try.
  private mutating func start(_ path: String, _ mark: Mark) throws(FileProblem) -> Descriptor {
    let file: Descriptor
    do {
      file = try disk.open(path, for: .appending)
    } catch {
      legacy = Legacy(path: path, bytes: try disk.readFile(path).array, mark: mark)
      throw error
    }
    (open, written, durable, mustCut) = ((path, file), mark, mark, false)
    return file
  }

  /// Writes a legacy anew, in one step for whoever reads it.
  private func renew(_ legacy: Legacy) throws(FileProblem) {
    let next = legacy.path + ".tmp"
    try? disk.unlink(next)
    try disk.createFile(next, legacy.bytes)
    try disk.rename(next, to: legacy.path, .replacing)
    try disk.syncFolder(folder(of: legacy.path))
  }

  /// Makes the file in the first place that takes it.
  private func create(_ header: [UInt8]) throws(FileProblem) -> String {
    do {
      try disk.createFile(places[0], header)
      return places[0]
    } catch {
      guard error.forbidsOpening(places[0]), places.count > 1 else { throw error }
      try disk.makeFolders(folder(of: places[1]))
      try disk.createFile(places[1], header)
      return places[1]
    }
  }

  /// Removes the journal for good; the next record begins another.
  ///
  /// The folder is synced before, too: what the last save removed must not outlive the journal that
  /// can tell what it was.
  mutating func remove() throws(FileProblem) {
    guard let path = open?.path ?? legacy?.path else { return }
    let folder = folder(of: path)
    try disk.syncFolder(folder)
    try disk.unlink(path)
    release()
    try disk.syncFolder(folder)
  }

  /// Gives the file back and leaves it where it is.
  mutating func release() {
    if let open { try? disk.close(open.file) }
    (open, legacy, unsaved, draft) = (nil, nil, 0, nil)
  }
}
