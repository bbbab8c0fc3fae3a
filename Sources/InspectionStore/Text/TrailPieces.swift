import Glibc

/// Where the records of a trail begin and end, found without reading them.
enum TrailPieces {
  /// How each record begins.
  static let start = Array("When: ".utf8)

  /// A record begins where a line does. O(bytes), most of it at the speed of memory.
  static func ranges(in bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
    var starts: [Int] = []
    var line: Int? = 0
    while let at = line, at < bytes.count {
      if bytes.holds(start, at: at) { starts.append(at) }
      line = bytes.firstPlace(of: UInt8(ascii: "\n"), from: at).map { $0 + 1 }
    }
    return zip(starts, starts.dropFirst() + [bytes.count]).map { $0..<$1 }
  }

  /// Where the first record begins in bytes cut out of a trail, of which the first line may be
  /// half; nil where none does.
  static func first(in bytes: [UInt8]) -> Int? {
    ranges(in: bytes).first { $0.lowerBound > 0 }?.lowerBound
  }

  /// The same of bytes in memory.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBytes { bytes in ranges(in: bytes) }
  }

  /// Whether a file that begins so is a trail: its descriptor says so, or, where that was cut off,
  /// a record does.
  static func isTrail(_ beginning: [UInt8]) -> Bool {
    let lines = beginning.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    if let line = lines.first(where: { $0.starts(with: "%rec:".utf8) }) {
      let name = line.dropFirst(5).filter { $0 != 0x20 && $0 != 0x09 }
      return name.elementsEqual("Trail".utf8)
    }
    return beginning.isEmpty || lines.contains { $0.starts(with: start) }
  }

  /// The lines of the record that a piece begins with, up to the empty line that ends it; without
  /// what git may have made of the ends of lines, and without the last of them.
  static func record(in piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    for line in piece.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty { break }
      text += (text.isEmpty ? [] : [0x0A]) + line
    }
    return text[...]
  }

  /// Where the whole records of a trail end that lost power while some were written: behind there
  /// is the beginning of one, or a stretch of noughts. Nil for one that is whole, and for one that
  /// others than these have written to since.
  ///
  /// - Parameter records: the records that may have been on their way.
  static func wholePart(
    of bytes: [UInt8], whereEndsWith records: Set<ArraySlice<UInt8>>
  ) -> Int? {
    let pieces = ranges(in: bytes)
    var end = bytes.count
    if let nought = bytes.firstIndex(of: 0) {
      end = bytes[..<nought].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    }
    if let last = pieces.last(where: { $0.lowerBound < end }) {
      let text = record(in: bytes[last.lowerBound..<min(last.upperBound, end)])
      let isTorn = !records.contains(text) && records.contains { $0.starts(with: text) }
      if isTorn { end = last.lowerBound }
    }
    if end == bytes.count { return nil }
    let isOurs = pieces.filter { $0.lowerBound > end }.allSatisfy { piece in
      let text = record(in: bytes[piece])
      return text.contains(0) || records.contains { $0.starts(with: text) }
    }
    return isOurs ? end : nil
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func firstPlace(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress else { return nil }
    return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - base }
  }

  fileprivate func holds(_ words: [UInt8], at place: Int) -> Bool {
    guard let base = baseAddress, place + words.count <= count else { return false }
    return memcmp(base + place, words, words.count) == 0
  }

  /// Whether some bytes stand somewhere in these. O(bytes), most of it at the speed of memory.
  func holds(_ words: [UInt8]) -> Bool {
    guard let first = words.first else { return true }
    var at = 0
    while let place = firstPlace(of: first, from: at) {
      if holds(words, at: place) { return true }
      at = place + 1
    }
    return false
  }
}
