/// What kind of workbook a file is, by its bytes. Converters read its sheets; what they would choke
/// on is told before they are asked.
public enum Workbook: Sendable {
  /// Office Open XML, and the names of those of its sheets that whoever opens it does not see.
  case xlsx(hidden: Set<String>)
  /// The same where it says in so many words that its days count from 1900 (`date1904="0"`), as
  /// Gnumeric does: xlsx2csv 0.7.8 takes that for the opposite, and all its days come four years
  /// late.
  case plainXLSX
  /// OpenDocument.
  case ods
  /// What Excel wrote until 2003.
  case xls

  /// How many bytes it may unpack to.
  public static let mostBytes = 2 << 30
  /// How many sheets are read at most.
  public static let mostSheets = 60

  /// Nil for a file that is none.
  ///
  /// - Throws: ``TableProblem/cutOff``, ``TableProblem/locked``, ``TableProblem/tooLarge(limit:)``;
  ///   ``TableProblem/notText(_:)`` for another file in an archive.
  public init?(_ file: [UInt8]) throws(TableProblem) {
    if file.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // An XLSX with a password stands, encrypted, in a file of the old format.
      if Self.contains("EncryptedPackage", in: file) { throw .locked }
      self = .xls
      return
    }
    guard file.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    guard let archive = Archive(file) else { throw .cutOff }
    if archive.size > Self.mostBytes { throw .tooLarge(limit: Self.mostBytes) }
    if archive.isLocked { throw .locked }
    if archive.has("xl/workbook.xml") {
      let list = archive.text(of: "xl/workbook.xml", in: file)
      self =
        list.contains(/date1904\s*=\s*["']0/) ? .plainXLSX : .xlsx(hidden: Self.hidden(in: list))
    } else if archive.has("content.xml") {
      self = .ods
    } else {
      throw .notText("a packed file without sheets that we read")
    }
  }

  /// The sheets that are hidden, by what lists them all.
  private static func hidden(in list: String) -> Set<String> {
    let sheets = list.matches(of: /<(?:\w+:)?sheet\s(?:[^<>"']|"[^"]*"|'[^']*')*>/).map(\.output)
    let hidden = sheets.filter { $0.contains(/\sstate\s*=\s*["'](?:hidden|veryHidden)["']/) }
    return Set(
      hidden.compactMap { sheet in
        sheet.firstMatch(of: /\sname\s*=\s*(?:"([^"]*)"|'([^']*)')/)
          .map { String($0.1 ?? $0.2 ?? "").withoutEntities }
      })
  }

  /// Whether words stand in a file as UTF-16.
  private static func contains(_ words: String, in file: [UInt8]) -> Bool {
    let bytes: [UInt8] = words.utf8.flatMap { [$0, 0] as [UInt8] }
    let starts = file.indices.lazy.filter { file[$0] == bytes[0] }
    return starts.contains { file[$0...].starts(with: bytes) }
  }
}

/// What the directory at the end of a ZIP archive says
/// (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). Nothing is unpacked.
private struct Archive {
  /// Where the head of each entry stands.
  private var entries: [String: Int] = [:]
  /// What all of it unpacks to, in bytes, as it says.
  private(set) var size = 0
  private(set) var isLocked = false

  /// Nil where the end is missing.
  init?(_ file: [UInt8]) {
    // A remark of at most 65,535 bytes may follow the end.
    let tail = file.count - min(file.count, 22 + 65_535)
    guard let end = file[tail...].lastRange(of: [0x50, 0x4B, 0x05, 0x06])?.lowerBound,
      end + 22 <= file.count
    else { return nil }
    let count = file.number(at: end + 10, bytes: 2)
    var place = file.number(at: end + 16, bytes: 4)
    guard place + file.number(at: end + 12, bytes: 4) <= end else { return nil }
    for _ in 0..<count {
      guard place + 46 <= end, file.number(at: place, bytes: 4) == 0x0201_4B50 else { return nil }
      place = add(file, place)
    }
  }

  /// Takes an entry in; where the next one begins.
  private mutating func add(_ file: [UInt8], _ place: Int) -> Int {
    let name = place + 46
    let lengths = [28, 30, 32].map { file.number(at: place + $0, bytes: 2) }
    let end = min(name + lengths[0], file.count)
    let words = String(decoding: file[name..<end], as: UTF8.self)
    let start = file.number(at: place + 42, bytes: 4)
    entries[words] = start
    size += file.number(at: place + 24, bytes: 4)
    // An encrypted sheet of OpenDocument stands as it is, and is no XML.
    let isStored = file.number(at: place + 10, bytes: 2) == 0
    if file.number(at: place + 8, bytes: 2) & 1 == 1 || words == "encrypted-package"
      || words == "content.xml" && isStored && !isXML(file, start)
    {
      isLocked = true
    }
    return name + lengths.reduce(0, +)
  }

  private func isXML(_ file: [UInt8], _ place: Int) -> Bool {
    guard place + 30 <= file.count else { return false }
    let lengths = file.number(at: place + 26, bytes: 2) + file.number(at: place + 28, bytes: 2)
    let start = file.dropFirst(place + 30 + lengths).prefix(40)
    return String(decoding: start, as: UTF8.self).contains(/^\u{FEFF}?\s*<[?A-Za-z]/)
  }

  func has(_ name: String) -> Bool { entries[name] != nil }

  /// The text of a small entry; empty where it is damaged or large.
  func text(of name: String, in file: [UInt8]) -> String {
    guard let place = entries[name], place + 30 <= file.count else { return "" }
    let lengths = file.number(at: place + 26, bytes: 2) + file.number(at: place + 28, bytes: 2)
    let packed = file.dropFirst(place + 30 + lengths)
    let isStored = file.number(at: place + 8, bytes: 2) == 0
    let limit = 1 << 20
    let stored = packed.prefix(min(limit, file.number(at: place + 22, bytes: 4)))
    let bytes = isStored ? Array(stored) : Inflation.bytes(of: packed, upTo: limit) ?? []
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// A whole number with its low end first.
  fileprivate func number(at place: Int, bytes: Int) -> Int {
    guard place + bytes <= count else { return 0 }
    return (0..<bytes).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
  }

  /// Where other bytes stand last.
  fileprivate func lastRange(of other: [UInt8]) -> Range<Int>? { self[...].lastRange(of: other) }
}

extension ArraySlice<UInt8> {
  fileprivate func lastRange(of other: [UInt8]) -> Range<Int>? {
    guard count >= other.count else { return nil }
    return (startIndex...(endIndex - other.count)).reversed().lazy
      .first { self[$0...].starts(with: other) }.map { $0..<$0 + other.count }
  }
}
