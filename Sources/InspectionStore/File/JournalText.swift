/// A journal as text: rec records, each sealed by a checksum over everything before it.
///
///     Journal: 1
///     Base: 5be1…          fingerprint of the register when the journal was begun; "none" without one
///     Pid: 4711
///     Host: desk
///     Crc: 7d2e01c4
///
///     Op: set              an entry: whatever lines the caller gave
///     Crc: 0c55a1b9
///
///     Saving: 90aa…        what the register will be, said before a save touches it
///     Crc: 5f00d3e2
///
///     Draft: …             a text being typed, as the caller gave it
///     Crc: 1f60c2aa
///
/// `Saved: 90aa…` follows when the save is done. Reading stops at the first record that is cut or
/// altered. Because every version that the register may have has its fingerprint here, a reader
/// can tell which entries the register holds already, wherever the last run was killed.
struct JournalText: Sendable {
  enum Record: Hashable, Sendable {
    case entry([UInt8])
    case saving(Fingerprint)
    case saved(Fingerprint)
    /// A text that was being typed; it counts until the next draft or entry.
    case draft([UInt8])
  }

  /// The version the journal was begun on; nil if there was no register.
  let base: Fingerprint?
  private(set) var records: [Record] = []
  /// Bytes up to the end of the last whole record.
  private(set) var length = 0
  /// The checksum up to there.
  private(set) var checksum = Checksum()
  /// Bytes behind the last whole record.
  var droppedBytes: Int { total - length }
  private let total: Int

  /// Reads a journal; nil if not even its first record is whole.
  init?(_ bytes: [UInt8]) {
    total = bytes.count
    var reader = SealedReader(bytes)
    guard let header = reader.next(), let base = Self.base(of: header) else { return nil }
    self.base = base
    (length, checksum) = (reader.offset, reader.checksum)
    while let lines = reader.next() {
      records.append(Record(lines))
      (length, checksum) = (reader.offset, reader.checksum)
    }
  }

  /// The lines of a journal's first record.
  static func header(base: Fingerprint?, pid: Int32, host: String) -> [UInt8] {
    let base = base?.description ?? "none"
    return Array("Journal: 1\nBase: \(base)\nPid: \(pid)\nHost: \(host)\n".utf8)
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
      if case .saving(let version) = $0 { version } else { nil }
    }
    .first
  }

  /// The entries that a version of the register lacks; nil if the journal does not know it.
  func entries(missingIn version: Fingerprint?) -> [[UInt8]]? {
    position(of: version).map { entries(from: $0) }
  }

  /// The entries since the last save that is known to have been done.
  var entriesSinceSave: [[UInt8]] {
    let last = records.lastIndex { if case .saved = $0 { true } else { false } }
    return entries(from: last ?? 0)
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

  /// How many records belong to a version: the last that made it, and all before.
  private func position(of version: Fingerprint?) -> Int? {
    let last = records.lastIndex { record in
      switch record {
      case .entry, .draft: false
      case .saving(let made), .saved(let made): made == version
      }
    }
    return last.map { $0 + 1 } ?? (version == base ? 0 : nil)
  }

  private func entries(from position: Int) -> [[UInt8]] {
    records[position...].compactMap { if case .entry(let lines) = $0 { lines } else { nil } }
  }
}

extension JournalText.Record {
  /// The lines of the record, without its seal.
  var lines: [UInt8] {
    switch self {
    case .entry(let lines), .draft(let lines): lines
    case .saving(let version): Array("Saving: \(version)\n".utf8)
    case .saved(let version): Array("Saved: \(version)\n".utf8)
    }
  }

  fileprivate init(_ lines: ArraySlice<UInt8>) {
    let start = String(decoding: lines.prefix(41), as: UTF8.self)
    if start.hasPrefix("Saving: "), let version = Fingerprint(start.dropFirst(8).prefix(32)) {
      self = .saving(version)
    } else if start.hasPrefix("Saved: "), let version = Fingerprint(start.dropFirst(7).prefix(32)) {
      self = .saved(version)
    } else if start.hasPrefix("Draft: ") {
      self = .draft(Array(lines))
    } else {
      self = .entry(Array(lines))
    }
  }
}
