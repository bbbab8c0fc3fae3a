internal import Glibc

/// The trail of a register on a disk, as bytes: records to which only whole ones are ever appended.
///
/// Invariants:
/// 1. Whoever appends has the register's lock or its turn: at most two programs append, each with
///    one call of the kernel, so that their records stand one after another.
/// 2. A record that could not be written whole is taken back, and stays to be written: the journal
///    keeps it until the trail has it durably, for ever in a folder that takes no file.
/// 3. What has the trail's name and is no trail (a link, a pipe, another register) is left alone.
public struct TrailFile: Sendable {
  /// Where it is.
  public var path: String { place.trail }
  let disk: any Disk
  private var place: RegisterPlace
  /// What stands on top of a new trail.
  static let head = """
    %rec: Trail
    %mandatory: When Who
    %doc: What was done to the register, when and by whom; jointview only ever appends to it.

    """

  /// Records that the file does not have yet, the oldest first.
  private(set) var held: [[UInt8]] = []
  /// How many of them are an earlier run's.
  private var inherited = 0
  /// Whether the journal may hold what the file lacks, as that could not be looked up.
  private var isUnread = false
  /// Whether what the file has may be lost with the power.
  private var isInDoubt = false

  /// The trail of a register, which need not be there.
  init(of place: RegisterPlace, on disk: any Disk) {
    (self.place, self.disk) = (place, disk)
  }

  /// Goes on beside the register where that is now.
  mutating func move(to place: RegisterPlace) { self.place = place }

  /// Whether there is, or may be, something that the file does not have.
  public var isBehind: Bool { !held.isEmpty || isUnread }

  /// Keeps a record to be written.
  mutating func hold(_ record: [UInt8]) { held.append(record) }

  /// Lets go of what this run was to write: it has not come about.
  mutating func withdraw() { held.removeLast(held.count - inherited) }

  /// Writes what is held, where the end of this program cannot reach it; a power cut can until
  /// ``sync()``.
  mutating func write() throws(FileProblem) {
    if held.isEmpty { return }
    let (file, end) = try opened()
    defer { try? disk.close(file) }
    var bytes = try beginning(at: end, of: file)
    for record in held { bytes += [UInt8(ascii: "\n")] + record }
    isInDoubt = true
    do throws(FileProblem) {
      try disk.writeAll(bytes, to: file)
    } catch {
      // Half a record could be taken for a whole one. What another has appended behind it stays.
      let size = (try? disk.status(of: file).stamp.size) ?? .max
      if size - end <= bytes.count { try? disk.truncate(file, to: end) }
      throw error
    }
    (held, inherited) = ([], 0)
  }

  /// Makes durable what was written.
  mutating func sync() throws(FileProblem) {
    guard isInDoubt else { return }
    let file = try disk.open(path, for: .readingOwn)
    defer { try? disk.close(file) }
    try disk.sync(file, dataOnly: false)
    try disk.syncFolder(folder(of: path))
    isInDoubt = false
  }

  /// The file, made if it is missing, and where it ends.
  private func opened() throws(FileProblem) -> (file: Descriptor, end: Int) {
    let file: Descriptor
    do throws(FileProblem) {
      file = try disk.open(path, for: .appending)
    } catch {
      guard error.isMissing else { throw error }
      // Another may begin it in the same moment.
      do throws(FileProblem) { try begin() } catch {
        if !error.isTaken, !error.isMissing { throw error }
      }
      file = try disk.open(path, for: .appending)
    }
    do throws(FileProblem) {
      let end = try disk.status(of: file).stamp.size
      let start = try disk.bytes(of: file, 0..<min(end, 1 << 12))
      guard TrailPieces.isTrail(start) else { throw .notOurs(path: path, what: "trail") }
      return (file, end)
    } catch {
      try? disk.close(file)
      throw error
    }
  }

  /// Makes a new trail, which has its name once its head is durable.
  private func begin() throws(FileProblem) {
    let next = RegisterPlace.begun(path)
    try? disk.unlink(next)
    try disk.createFile(next, Array(Self.head.utf8), likeRegister: place.path)
    do throws(FileProblem) {
      try disk.rename(next, to: path, .ifFree)
      try disk.syncFolder(folder(of: path))
    } catch {
      try? disk.unlink(next)
      throw error
    }
  }

  /// What comes before a record: the head of a file that somebody emptied; the end of a line that a
  /// crash has torn.
  private func beginning(at end: Int, of file: Descriptor) throws(FileProblem) -> [UInt8] {
    if end == 0 { return Array(Self.head.utf8) }
    let lineFeed = UInt8(ascii: "\n")
    return try disk.bytes(of: file, end - 1..<end) == [lineFeed] ? [] : [lineFeed]
  }
}

// What a killed run did and the trail lacks.
extension TrailFile {
  /// Holds those of a journal's records that the trail lacks: the end came between the two, or a
  /// power cut took what was not yet durable. Half a record that stands for one of them is taken
  /// away.
  ///
  /// - Parameter records: all that the journal has; those without a time and a name are of no
  ///   trail.
  mutating func catchUp(with records: [[UInt8]]) {
    let records = records.filter { $0.starts(with: TrailPieces.start) }
    if records.isEmpty { return }
    do throws(FileProblem) {
      held = try missing(of: records) + held
      (inherited, isInDoubt) = (held.count, true)
    } catch {
      isUnread = true
    }
  }

  /// Those of some records that the trail lacks. What is left of some of them is taken away first.
  func missing(of records: [[UInt8]]) throws(FileProblem) -> [[UInt8]] {
    guard var tail = try tail() else { return records }
    let wanted = 2 * records.reduce(0) { $0 + $1.count } + (1 << 16)
    var bytes: [UInt8] = []
    while bytes.count < wanted, let more = try tail.next() { bytes = more + bytes }
    let ours = Set(records.map { TrailPieces.record(in: $0[...]) })
    if let end = TrailPieces.wholePart(of: bytes, whereEndsWith: ours) {
      try cut(to: tail.end + end)
      bytes.removeLast(bytes.count - end)
    }
    var known: [ArraySlice<UInt8>: Int] = [:]
    for piece in TrailPieces.ranges(in: bytes) {
      known[TrailPieces.record(in: bytes[piece]), default: 0] += 1
    }
    return records.filter { record in
      let text = TrailPieces.record(in: record[...])
      guard let count = known[text], count > 0 else { return true }
      known[text] = count - 1
      return false
    }
  }

  private func cut(to size: Int) throws(FileProblem) {
    let file = try disk.open(path, for: .appending)
    defer { try? disk.close(file) }
    try disk.truncate(file, to: size)
  }

  /// The trail read from its end; nil where there is none.
  func tail() throws(FileProblem) -> TrailTail? {
    do throws(FileProblem) {
      return try TrailTail(path, on: disk)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }
}

extension Disk {
  /// The bytes of a stretch of an open file; fewer where it ends before.
  func bytes(of file: Descriptor, _ range: Range<Int>) throws(FileProblem) -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: range.count) {
      (buffer, count) throws(FileProblem) in
      while count < range.count {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let got = try read(file, at: range.lowerBound + count, into: rest)
        if got == 0 { return }
        count += got
      }
    }
  }
}
