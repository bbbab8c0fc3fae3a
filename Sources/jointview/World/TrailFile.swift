import Glibc
import InspectionModel
import InspectionStore

/// The audit trail of a register, beside it: `register.rec` has `register.trail.rec`.
struct TrailFile: Sendable {
  let path: String
  private let register: String

  init(of register: String) {
    let stem = register.hasSuffix(".rec") ? String(register.dropLast(4)) : register
    path = stem + ".trail.rec"
    self.register = register
  }

  /// Appends records, durably; why they are not there, if they are not.
  func append(_ records: [TrailText.Record]) -> String? { write(records) ?? sync() }

  /// Appends records, where the end of this program cannot reach them; a power cut can until ``sync()``.
  func write(_ records: [TrailText.Record]) -> String? {
    var lines: [UInt8] = []
    for record in records {
      guard let text = try? TrailText.encode(record) else { return "it cannot be written as rec" }
      lines += [UInt8(ascii: "\n")] + text
    }
    // Read as well, for the last byte of what is there.
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return "\(path): \(String(cString: strerror(errno)))" }
    defer { close(descriptor) }
    let end = lseek(descriptor, 0, SEEK_END)
    if end == 0 { openToReaders(descriptor) }
    let bytes = Self.beginning(at: end, of: descriptor) + lines
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    return written == bytes.count ? nil : "\(path): \(String(cString: strerror(errno)))"
  }

  /// Makes durable what was written; why it is not, if it is not.
  func sync() -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "\(path): \(String(cString: strerror(errno)))" }
    defer { close(descriptor) }
    return fdatasync(descriptor) == 0 ? nil : "\(path): \(String(cString: strerror(errno)))"
  }

  /// Whoever may read or write the register may do so with a new trail, and nobody else: it says what was in it.
  private func openToReaders(_ descriptor: Int32) {
    var status = stat()
    guard stat(register, &status) == 0 else { return }
    fchown(descriptor, status.st_uid, status.st_gid)
    fchmod(descriptor, status.st_mode & 0o666)
  }

  /// What parts a record from what is there: the head of a new file, the end of a line that a crash has torn.
  private static func beginning(at end: off_t, of descriptor: Int32) -> [UInt8] {
    if end <= 0 { return Array(TrailText.head.utf8) }
    var last = UInt8(ascii: "\n")
    pread(descriptor, &last, 1, end - 1)
    return last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
  }

  /// What a command has done, which says on standard error if it could not be put down.
  func note(_ change: Change, by who: String) {
    if let problem = append([.entry(.now(change, by: who))]) {
      Output.note("done, but not in the trail: \(problem)")
    }
  }
}

// MARK: - Reading

extension TrailFile {
  /// At so many entries no more are looked for: who wants older ones reads the file.
  private static let most = 1000

  /// What was done to a record, or to all. O(bytes of the trail) for a record, most of it at the speed of memory.
  ///
  /// - Parameter new: what is to come into the file yet.
  func trail(
    of subject: TrailSubject, adding new: [TrailText.Record]
  ) throws(FileError) -> Trail {
    var records = new.filter { $0.entry.map(subject.isOf) ?? true }
    guard var tail = try TrailTail(path) else {
      return Trail(subject, records.entries.inOrder.reversed(), isWhole: true)
    }
    let isAll = subject == .everything
    while records.count < Self.most, let bytes = try tail.next() {
      let found =
        isAll
        ? TrailText.decode(bytes)
        : TrailText.decode(bytes, mentioning: Array(subject.key.utf8), TrailText.remarks)
      records = found.filter { $0.entry.map(subject.isOf) ?? true } + records
    }
    return Trail(subject, records.entries.inOrder.reversed(), isWhole: tail.end == 0)
  }

  /// What one person did, the oldest first, from at least so many bytes at the end; and whether those are all.
  func entries(
    of who: String, bytes limit: Int
  ) throws(FileError) -> (entries: [TrailEntry], isWhole: Bool) {
    guard var tail = try TrailTail(path) else { return ([], true) }
    let (signature, size) = (TrailText.signature(of: who), tail.end)
    var entries: [TrailEntry] = []
    while size - tail.end < limit, let bytes = try tail.next() {
      entries =
        TrailText.decode(bytes, mentioning: signature).compactMap(\.entry)
        .filter { $0.who == who } + entries
    }
    return (entries.inOrder, tail.end == 0)
  }

  /// The last entries of anybody, in the order of the file: as many, or those that are in its last stretch.
  func last(_ count: Int) throws(FileError) -> [TrailEntry] {
    guard var tail = try TrailTail(path), let bytes = try tail.next() else { return [] }
    return TrailText.decode(bytes).compactMap(\.entry).suffix(count)
  }
}

extension [TrailEntry] {
  /// By time, since two trails that were merged stand one after the other; with the clock here.
  var inOrder: [TrailEntry] {
    enumerated().sorted { ($0.element.when, $0.offset) < ($1.element.when, $1.offset) }
      .map { _, entry in
        var entry = entry
        entry.moment = WallClock.moment(entry.when)
        for index in entry.remarks.indices {
          entry.remarks[index].moment = WallClock.moment(entry.remarks[index].when)
        }
        return entry
      }
  }
}

extension TrailEntry {
  /// A change made this second.
  static func now(_ change: Change, by who: String) -> TrailEntry {
    let when = WallClock.now
    return TrailEntry(when: when, who: who, change: change, moment: WallClock.moment(when))
  }
}

extension TrailRemark {
  /// Something said this second.
  static func now(_ text: String, by who: String) -> TrailRemark {
    let when = WallClock.now
    return TrailRemark(when: when, who: who, text: text, moment: WallClock.moment(when))
  }
}
