/// A journal as text: rec records, each sealed by a checksum over everything before it.
///
///     Journal: 1
///     Base: 5be1…          fingerprint of the register when it was begun; "none" without one
///     Pid: 4711
///     Host: desk
///     Crc: 7d2e01c4
///
///     Op: set              an entry: whatever lines the caller gave
///     Crc: 0c55a1b9
///
///     Saving: 90aa…        what the register will be, said before a save touches it
///     Lacks: 1             how many of the entries above it will not hold, made meanwhile
///     Crc: 5f00d3e2
///
///     Draft: …             a text being typed, as the caller gave it
///     Crc: 1f60c2aa
///
/// `Saved: 90aa…` follows when the save is done. Reading stops at a record that is cut, as the last
/// is by a loss of power; one that was altered is left out where what follows is whole. Because
/// every version that the register may have has its fingerprint here, a reader can tell which
/// entries the register holds already, wherever the last run was killed.
struct JournalText: Sendable {
  enum Record: Hashable, Sendable {
    case entry([UInt8])
    /// - Parameter lacking: how many of the entries before this the version does not hold.
    case saving(Fingerprint, lacking: Int = 0)
    case saved(Fingerprint, lacking: Int = 0)
    /// A text that was being typed; it counts until the next draft or entry.
    case draft([UInt8])
  }

  /// The version the journal was begun on; nil if there was no register.
  let base: Fingerprint?
  private(set) var records: [Record] = []
  /// The journal with its whole records alone, to write on behind: the bytes that were read, as far
  /// as they are right, or the records sealed anew where one in front of them was not.
  private(set) var text: [UInt8] = []
  /// The checksum of that.
  private(set) var checksum = Checksum()
  /// What was altered on the disk and cannot be read; empty unless there was a seal to tell that it
  /// was once whole.
  private(set) var altered: [UInt8] = []
  /// Bytes behind the last whole record.
  let droppedBytes: Int

  /// Reads a journal; nil for what is none of this format, or if nothing of it is whole.
  init?(_ bytes: [UInt8]) {
    var reader = SealedReader(bytes)
    var (isRight, lines): (Bool, [ArraySlice<UInt8>]) = (true, [])
    while true {
      if let next = reader.next() {
        lines.append(next)
        continue
      }
      guard let skipped = reader.skip() else { break }
      isRight = false
      switch skipped {
      case .seal(let next): lines.append(next)
      case .lines(let next):
        // Of a journal without its head nobody knows the base, which then is no version there is.
        if lines.isEmpty {
          lines.append(ArraySlice(Self.header(base: Fingerprint(of: Array(next)))))
        }
        altered += next
      }
    }
    guard let head = lines.first, let base = Self.base(of: head) else { return nil }
    self.base = base
    records = lines.dropFirst().map(Record.init)
    let rest = bytes[reader.offset...]
    droppedBytes = rest.count
    // A seal was written last: a record that lost power is cut before it.
    let isWhole = rest.count > 1 && rest.suffix(2).allSatisfy { $0 == UInt8(ascii: "\n") }
    if isWhole || rest.firstRange(of: Array("\nCrc: ".utf8)) != nil { altered += rest }
    if isRight {
      (text, checksum) = (Array(bytes[..<reader.offset]), reader.checksum)
    } else {
      for lines in lines { text += Self.sealed(Array(lines), &checksum) }
    }
  }

  /// The lines of a journal's first record.
  static func header(base: Fingerprint?, pid: Int32, host: String) -> [UInt8] {
    header(base: base) + Array("Pid: \(pid)\nHost: \(host)\n".utf8)
  }

  private static func header(base: Fingerprint?) -> [UInt8] {
    Array("Journal: 1\nBase: \(base?.description ?? "none")\n".utf8)
  }

  /// Nil where it is not a header of this format, `.some(nil)` for "none".
  private static func base(of header: ArraySlice<UInt8>) -> Fingerprint?? {
    let lines = String(decoding: header, as: UTF8.self).split(separator: "\n")
    guard lines.count >= 2, lines[0] == "Journal: 1", lines[1].hasPrefix("Base: ") else {
      return nil
    }
    let text = lines[1].dropFirst(6)
    if text == "none" { return .some(nil) }
    return Fingerprint(text).map { .some($0) }
  }

  /// A record's bytes with its seal; `checksum` goes on from the record before.
  static func sealed(_ lines: [UInt8], _ checksum: inout Checksum) -> [UInt8] {
    let lines = lines.last == UInt8(ascii: "\n") ? lines : lines + [UInt8(ascii: "\n")]
    checksum.add(lines)
    let seal = seal(checksum)
    checksum.add(seal)
    return lines + seal
  }

  /// The line that seals everything before it, and the empty line that ends a record.
  static func seal(_ checksum: Checksum) -> [UInt8] {
    Array("Crc: \(hexadecimal(checksum.value, digits: 8))\n\n".utf8)
  }
}

extension JournalText {
  /// True if the register has or had this version, going by the journal.
  func knows(_ version: Fingerprint) -> Bool { position(of: version) != nil }

  /// The version that the last save was to make.
  var lastSaving: Fingerprint? {
    records.lazy.reversed().compactMap {
      if case .saving(let version, _) = $0 { version } else { nil }
    }
    .first
  }

  /// The entries that a version of the register lacks; nil if the journal does not know it.
  func entries(missingIn version: Fingerprint?) -> [[UInt8]]? {
    position(of: version).map { entries(behind: $0, lacking: $1) }
  }

  /// All entries, saved or not.
  var entries: [[UInt8]] { entries(behind: 0) }

  /// The entries since the last save that is known to have been done.
  var entriesSinceSave: [[UInt8]] {
    for (index, record) in records.enumerated().reversed() {
      if case .saved(_, let lacking) = record {
        return entries(behind: index + 1, lacking: lacking)
      }
    }
    return entries(behind: 0)
  }

  /// The text that was being typed when the last record was written.
  var draft: [UInt8]? {
    for record in records.reversed() {
      switch record {
      case .draft(let lines): return lines
      case .entry: return nil
      case .saving, .saved: continue
      }
    }
    return nil
  }

  /// How many records belong to a version: the last that made it, and all before but for the
  /// entries it lacks.
  private func position(of version: Fingerprint?) -> (records: Int, lacking: Int)? {
    for (index, record) in records.enumerated().reversed() {
      switch record {
      case .entry, .draft: continue
      case .saving(let made, let lacking), .saved(let made, let lacking):
        if made == version { return (index + 1, lacking) }
      }
    }
    return version == base ? (0, 0) : nil
  }

  /// The entries behind some records, with the last of those before that a version made there
  /// lacks.
  private func entries(behind position: Int, lacking: Int = 0) -> [[UInt8]] {
    func entries(_ records: ArraySlice<Record>) -> [[UInt8]] {
      records.compactMap { if case .entry(let lines) = $0 { lines } else { nil } }
    }
    return entries(records[..<position]).suffix(lacking) + entries(records[position...])
  }
}

extension JournalText.Record {
  /// The lines of the record, without its seal.
  var lines: [UInt8] {
    switch self {
    case .entry(let lines), .draft(let lines): lines
    case .saving(let version, let lacking): Self.lines("Saving", version, lacking)
    case .saved(let version, let lacking): Self.lines("Saved", version, lacking)
    }
  }

  private static func lines(_ name: String, _ version: Fingerprint, _ lacking: Int) -> [UInt8] {
    Array("\(name): \(version)\n\(lacking == 0 ? "" : "Lacks: \(lacking)\n")".utf8)
  }

  fileprivate init(_ lines: ArraySlice<UInt8>) {
    let start = String(decoding: lines.prefix(70), as: UTF8.self)
    if start.hasPrefix("Saving: "), let version = Fingerprint(start.dropFirst(8).prefix(32)) {
      self = .saving(version, lacking: Self.lacking(start))
    } else if start.hasPrefix("Saved: "), let version = Fingerprint(start.dropFirst(7).prefix(32)) {
      self = .saved(version, lacking: Self.lacking(start))
    } else if start.hasPrefix("Draft: ") {
      self = .draft(Array(lines))
    } else {
      self = .entry(Array(lines))
    }
  }

  private static func lacking(_ text: String) -> Int {
    let line = text.split(separator: "\n").dropFirst().first { $0.hasPrefix("Lacks: ") }
    return line.flatMap { Int($0.dropFirst(7)) } ?? 0
  }
}
