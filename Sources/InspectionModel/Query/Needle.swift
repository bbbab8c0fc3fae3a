/// A text to look for in bytes, whatever the case of its letters.
///
/// Each byte of it may have two values, that of the small and that of the capital letter.
struct Needle: Sendable {
  private let small: [UInt8]
  private let capital: [UInt8]
  /// Whether bytes that fit are the text for certain; else the place is looked at again letter by letter.
  private let isASCII: Bool
  /// Whether capitals and small letters take the same bytes, as they do but for a few letters such as ß.
  private let isAligned: Bool
  private let folded: [UInt8]

  init(_ text: String) {
    let lowercase = text.lowercased()
    folded = Array(lowercase.utf8)
    isASCII = folded.allSatisfy { $0 < 0x80 }
    var (small, capital) = ([UInt8](), [UInt8]())
    for scalar in lowercase.unicodeScalars {
      small += Array(String(scalar).utf8)
      capital += Array(scalar.properties.uppercaseMapping.utf8)
      if small.count != capital.count { break }
    }
    isAligned = small.count == folded.count && capital.count == folded.count
    (self.small, self.capital) = (small, capital)
  }

  /// Whether a day or a number could hold it.
  var isOfFigures: Bool {
    folded.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- UInt8(ascii: "0") < 10 }
  }

  func isIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isIn(UnsafeRawBufferPointer($0)) }
  }

  func isIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if isASCII { return find(in: bytes) }
    if isAligned, !find(in: bytes) { return false }
    return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8).contains(folded)
  }

  /// Eight places a step: where the first and the last byte both fit, but for the bits in which a small letter and its
  /// capital differ, the place is looked at.
  private func find(in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = small.first, let end = small.last else { return true }
    let last = small.count - 1
    let (fold, endFold) = (Self.eight(first ^ capital[0]), Self.eight(end ^ capital[last]))
    let (start, stop) = (Self.eight(first) | fold, Self.eight(end) | endFold)
    var at = 0
    while at + last + 8 <= bytes.count {
      let starts = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      let ends = bytes.loadUnaligned(fromByteOffset: at + last, as: UInt64.self).littleEndian
      var hits = Self.zeros((starts | fold) ^ start) & Self.zeros((ends | endFold) ^ stop)
      while hits != 0 {
        if fits(bytes, at + hits.trailingZeroBitCount >> 3) { return true }
        hits &= hits - 1
      }
      at += 8
    }
    while at + last < bytes.count {
      if bytes[at] == first || bytes[at] == capital[0], fits(bytes, at) { return true }
      at += 1
    }
    return false
  }

  private static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The top bits of bytes that are 0, and of a few above those that are not.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private func fits(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    for index in small.indices {
      let byte = bytes[start + index]
      if byte != small[index], byte != capital[index] { return false }
    }
    return true
  }
}
