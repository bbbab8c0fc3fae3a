/// Numbers for the texts of a column, from 1: the same text has the same number as long as a table
/// of the last few hundred remembers it, so that a day or an agency is worked out a few times, not
/// once a record.
struct Numbering: ~Copyable {
  /// The text of each number, from 1.
  private(set) var texts: [TextSlice] = []
  private var remembered = OwnMemory(filler: Ends())

  private static var size: Int { 1 << 10 }
  /// Longer texts get a number each.
  private static var longest: UInt32 { 64 }

  /// The number of a text.
  @inline(__always)
  mutating func number(of slice: TextSlice, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard slice.length <= Self.longest else { return UInt64(add(slice)) }
    if remembered.count == 0 { remembered.grow(to: Self.size) }
    let ends = Ends(bytes, slice)
    let place = ends.hash & (Self.size - 1)
    if isRemembered(place, ends, slice, bytes) { return UInt64(remembered[place].number) }
    if isRemembered(place ^ 1, ends, slice, bytes) { return UInt64(remembered[place ^ 1].number) }
    return UInt64(remember(place, ends, slice))
  }

  /// The older of two that share a place goes to the neighbour.
  private mutating func remember(_ place: Int, _ ends: Ends, _ slice: TextSlice) -> UInt32 {
    remembered[place ^ 1] = remembered[place]
    var ends = ends
    ends.number = add(slice)
    remembered[place] = ends
    return ends.number
  }

  @inline(__always)
  private func isRemembered(
    _ place: Int, _ ends: Ends, _ slice: TextSlice, _ bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let other = remembered[place]
    return other.isSame(as: ends)
      && (slice.length <= 16 || hasSameMiddle(other.number, slice, bytes))
  }

  private mutating func add(_ slice: TextSlice) -> UInt32 {
    texts.append(slice)
    return UInt32(texts.count)
  }

  /// Whether a text of which both ends are those of another is the same in between.
  private func hasSameMiddle(
    _ number: UInt32, _ slice: TextSlice, _ bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let other = texts[Int(number) - 1]
    guard other.buffer == slice.buffer else { return false }
    var at = 8
    while at + 8 < Int(slice.length) {
      let mine = bytes.loadUnaligned(fromByteOffset: Int(slice.offset) + at, as: UInt64.self)
      let theirs = bytes.loadUnaligned(fromByteOffset: Int(other.offset) + at, as: UInt64.self)
      if mine != theirs { return false }
      at += 8
    }
    return true
  }
}

/// The first and the last eight bytes of a text and its length, which is all of it up to 16 bytes.
private struct Ends: BitwiseCopyable {
  private var first: UInt64 = 0
  private var last: UInt64 = 0
  private var length: UInt32 = .max
  var number: UInt32 = 0

  init() {}

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, _ slice: TextSlice) {
    let (start, count) = (Int(slice.offset), Int(slice.length))
    length = slice.length
    if count >= 8 {
      first = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      last = bytes.loadUnaligned(fromByteOffset: start &+ count &- 8, as: UInt64.self)
    } else if start &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
      first = word & (1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1)
    } else {
      for at in 0..<count { first |= UInt64(bytes[start + at]) << UInt64(at * 8) }
    }
  }

  @inline(__always)
  var hash: Int {
    // A product's high bits depend on all bits of its factor, its low ones on the low ones alone.
    var mixed = (first &+ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed &>> 32 ^ last ^ last &>> 29
    return Int(truncatingIfNeeded: (mixed &* 0xFF51_AFD7_ED55_8CCD) &>> 40)
  }

  @inline(__always)
  func isSame(as other: Ends) -> Bool {
    first == other.first && last == other.last && length == other.length
  }
}
