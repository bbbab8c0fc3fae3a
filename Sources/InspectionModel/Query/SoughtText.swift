internal import CBytes

/// A text to look for in bytes, whatever the case of its letters.
///
/// Each byte of it may have two values, that of the small and that of the capital letter.
struct SoughtText: Sendable {
  private let small: [UInt8]
  private let capital: [UInt8]
  /// Whether bytes that fit are the text for certain; else the place is looked at again letter by
  /// letter.
  private let isASCII: Bool
  /// Whether capitals and small letters take the same bytes, as they do but for a few letters such
  /// as ß.
  private let isAligned: Bool
  private let folded: [UInt8]
  /// Its first and last byte, and how far apart they are; of nothing, -1.
  private let ends: cbytes_ends
  /// Whether it must be all of a text.
  private let isWhole: Bool

  /// What a term on a field looks for: a text within, or, with `=` before it, all of the text.
  init(term: String) {
    let isWhole = Self.asksForWhole(term)
    self.init(isWhole ? String(term.dropFirst()) : term, isWhole: isWhole)
  }

  /// Whether the value of a term has `=` before it, and something after it.
  static func asksForWhole(_ term: String) -> Bool { term.first == "=" && term.count > 1 }

  init(_ text: String, isWhole: Bool = false) {
    self.isWhole = isWhole
    let lowercase = Self.withoutLigatures(text).lowercased()
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
    ends = isAligned ? Self.ends(small, capital) : Self.ends([], [])
  }

  /// What is copied from a PDF may have letters set as one; in a register they stand as letters.
  private static func withoutLigatures(_ text: String) -> String {
    let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
    guard text.unicodeScalars.contains(where: { (0xFB00...0xFB06).contains($0.value) }) else {
      return text
    }
    return text.unicodeScalars.reduce(into: "") { plain, scalar in
      if (0xFB00...0xFB06).contains(scalar.value) {
        plain += letters[Int(scalar.value - 0xFB00)]
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
  }

  private static func ends(_ small: [UInt8], _ capital: [UInt8]) -> cbytes_ends {
    guard let first = small.first, let last = small.last else {
      return cbytes_ends(first: 0, first_fold: 0, last: 0, last_fold: 0, distance: -1)
    }
    let end = small.count - 1
    let (fold, endFold) = (first ^ capital[0], last ^ capital[end])
    return cbytes_ends(
      first: first | fold, first_fold: fold, last: last | endFold, last_fold: endFold,
      distance: end)
  }

  /// Whether a day or a number could hold it.
  var isOfFigures: Bool {
    folded.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- UInt8(ascii: "0") < 10 }
  }

  func isIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isIn(UnsafeRawBufferPointer($0)) }
  }

  func isIn(_ bytes: UnsafeRawBufferPointer) -> Bool { isIn(bytes, 0..<bytes.count) }

  /// Whether it is in a text of a file.
  @inline(__always)
  func isIn(_ slice: TextSlice, of file: UnsafeRawBufferPointer) -> Bool {
    isIn(file, Int(slice.offset)..<Int(slice.offset) &+ Int(slice.length))
  }

  /// Whether it is in some of the bytes. The others are read at most, never judged.
  @inline(__always)
  private func isIn(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    // What is as long, byte for byte, and has it, is it.
    if isWhole, range.count != folded.count { return isWhole(bytes, range) }
    return isASCII ? find(in: bytes, range) : isInLowercase(bytes, range)
  }

  /// The same of a text of another length, which some letters have in capitals.
  private func isWhole(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    !isAligned && Array(String(decoding: bytes[range], as: UTF8.self).lowercased().utf8) == folded
  }

  private func isInLowercase(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    if isAligned, !find(in: bytes, range) { return false }
    return Array(String(decoding: bytes[range], as: UTF8.self).lowercased().utf8).contains(folded)
  }

  /// Sixty-four places a step: where the first and the last byte both fit, but for the bits in
  /// which a small letter and its capital differ, the place is looked at.
  @inline(__always)
  private func find(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    if ends.distance < 0 { return true }
    let end = range.upperBound &- ends.distance
    guard range.lowerBound < end, let base = bytes.baseAddress else { return false }
    var at = range.lowerBound
    while at < end, at &+ ends.distance &+ 64 <= bytes.count {
      var hits = cbytes_pairs(base + at, ends)
      if end &- at < 64 { hits &= 1 &<< UInt64(end &- at) &- 1 }
      if hits != 0, fits(bytes, at, hits) { return true }
      at &+= 64
    }
    return at < end && findOneByOne(in: bytes, at..<end)
  }

  /// Whether the text stands at one of the places, each a bit from `start` on.
  @inline(__always)
  private func fits(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ places: UInt64) -> Bool {
    // Of one or two letters, both have been looked at.
    if ends.distance < 2, isASCII { return true }
    var places = places
    while places != 0 {
      if fits(bytes, start + places.trailingZeroBitCount) { return true }
      places &= places - 1
    }
    return false
  }

  private func findOneByOne(in bytes: UnsafeRawBufferPointer, _ starts: Range<Int>) -> Bool {
    starts.contains { fits(bytes, $0) }
  }

  private func fits(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    for index in small.indices {
      let byte = bytes[start + index]
      if byte != small[index], byte != capital[index] { return false }
    }
    return true
  }
}
