/// A text to look for in bytes, whatever the case of its letters.
///
/// Each byte of it may have two values, that of the small and that of the capital letter. Sixteen places are looked at
/// in one step, for the first and the last byte together; only where both fit is anything else read.
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

  private func find(in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = small.first else { return true }
    let last = small.count - 1
    var at = 0
    typealias Block = SIMD16<UInt8>
    let (first2, end, end2) = (capital[0], small[last], capital[last])
    while at + last + 16 <= bytes.count {
      let starts = bytes.loadUnaligned(fromByteOffset: at, as: Block.self)
      let ends = bytes.loadUnaligned(fromByteOffset: at + last, as: Block.self)
      let hits = ((starts .== first) .| (starts .== first2)) .& ((ends .== end) .| (ends .== end2))
      if any(hits) {
        for place in 0..<16 where hits[place] && fits(bytes, at + place) { return true }
      }
      at += 16
    }
    while at + last < bytes.count {
      if fits(bytes, at) { return true }
      at += 1
    }
    return false
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
