/// How the bytes of a file spell its text.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16Little = "UTF-16 (little end first)"
  case utf16Big = "UTF-16 (big end first)"
  case windows1252 = "Windows-1252"
}

/// The text of a file as UTF-8, whatever it was, without a byte-order mark.
///
/// O(bytes). UTF-8 is not copied; other encodings take their room a second time.
public struct TableText: Sendable {
  /// UTF-8, from `start` on.
  let bytes: [UInt8]
  let start: Int
  public let encoding: TextEncoding

  /// Tells UTF-8, UTF-16 of both ends and Windows-1252 apart, with or without a mark.
  ///
  /// - Throws: ``TableProblem/empty``, ``TableProblem/notText(_:)``.
  public init(_ file: [UInt8]) throws(TableProblem) {
    if let name = Self.otherFormat(file) { throw .notText(name) }
    let (encoding, mark) = Self.encoding(of: file)
    self.encoding = encoding
    // Text has no zeros but in UTF-16.
    if encoding == .utf8 || encoding == .windows1252, file.prefix(4096).contains(0) {
      throw .noText
    }
    switch encoding {
    case .utf8: (bytes, start) = (file, mark)
    case .utf16Little, .utf16Big:
      (bytes, start) = (Self.fromUTF16(file[mark...], encoding == .utf16Big), 0)
    case .windows1252: (bytes, start) = (Self.fromWindows(file), 0)
    }
    let blanks = bytes[start...].prefix { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if blanks.count == bytes.count - start { throw .empty }
  }

  /// Files that somebody may take for a table, by their first bytes.
  private static func otherFormat(_ file: [UInt8]) -> String? {
    let starts: [([UInt8], String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a spreadsheet (XLSX or ODS)"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old or a protected spreadsheet (XLS)"),
      (Array("%PDF".utf8), "a PDF"), (Array("<!DOCTYPE".utf8), "a web page"),
      (Array("<html".utf8), "a web page"), (Array("<?xml".utf8), "XML"),
      ([0x1F, 0x8B], "packed (gzip)"),
    ]
    return starts.first { file.starts(with: $0.0) }?.1
  }

  private static func encoding(of file: [UInt8]) -> (TextEncoding, mark: Int) {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      return isUTF8(file) ? (.utf8, 3) : (.windows1252, 0)
    }
    if file.starts(with: [0xFF, 0xFE]) { return (.utf16Little, 2) }
    if file.starts(with: [0xFE, 0xFF]) { return (.utf16Big, 2) }
    // Of text in our letters, every other byte of UTF-16 is 0; in other encodings none is.
    let head = file.prefix(512)
    let zeros = head.indices.filter { head[$0] == 0 }
    if zeros.count * 4 > head.count {
      return (zeros.count { $0.isMultiple(of: 2) } * 2 > zeros.count ? .utf16Big : .utf16Little, 0)
    }
    return (isUTF8(file) ? .utf8 : .windows1252, 0)
  }

  /// Whether all of it is UTF-8. Long stretches of ASCII are the rule.
  private static func isUTF8(_ file: [UInt8]) -> Bool {
    file.withUnsafeBufferPointer { file in
      var place = 0
      while place < file.count {
        if file[place] < 0x80 {
          place &+= 1
          continue
        }
        let length = sequence(at: place, in: file)
        if length == 0 { return false }
        place &+= length
      }
      return true
    }
  }

  /// How long the sequence of bytes is that begins with one above ASCII; 0 where it is none.
  private static func sequence(at place: Int, in file: UnsafeBufferPointer<UInt8>) -> Int {
    let first = file[place]
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, place + length <= file.count else { return 0 }
    let second = file[place + 1]
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard (low...high).contains(second) else { return 0 }
    return file[(place + 2)..<(place + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }

  private static func fromUTF16(_ file: ArraySlice<UInt8>, _ isBig: Bool) -> [UInt8] {
    let units = stride(from: file.startIndex, to: file.endIndex - 1, by: 2).lazy.map { place in
      let (first, second) = (UInt16(file[place]), UInt16(file[place + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.count / 2 + file.count / 16)
    // What is no character becomes the sign for that, which a reader sees.
    _ = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false
    ) { bytes.append($0) }
    return bytes
  }

  private static func fromWindows(_ file: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.count + file.count / 16)
    for byte in file {
      if byte < 0x80 {
        bytes.append(byte)
      } else {
        let code = byte < 0xA0 ? windows[Int(byte - 0x80)] : UInt32(byte)
        bytes += UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}") ?? .encodedReplacementCharacter
      }
    }
    return bytes
  }

  /// What 0x80 to 0x9F are in Windows-1252; 0 to 0x1F after C1 where it leaves them open.
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
