import Glibc

/// Where the records of a trail begin and end, found without reading them.
public enum TrailPieces {
  private static let start = Array("When: ".utf8)

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

  /// Where the first record begins in bytes cut out of a trail, of which the first line may be half; nil where none does.
  public static func first(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in ranges(in: bytes).first { $0.lowerBound > 0 }?.lowerBound }
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
