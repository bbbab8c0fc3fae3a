/// The bytes that mean something in rec text.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let hash: UInt8 = 0x23
  static let percent: UInt8 = 0x25
  static let plus: UInt8 = 0x2B
  static let colon: UInt8 = 0x3A
  static let backslash: UInt8 = 0x5C

  /// The three bytes some editors put before UTF-8 text.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension UInt8 {
  /// Space or tab: all that rec text calls blank.
  @inline(__always)
  var isBlank: Bool { self == Byte.space || self == Byte.tab }

  /// An ASCII letter or `%`.
  @inline(__always)
  var startsFieldName: Bool { (self | 0x20) &- 0x61 < 26 || self == Byte.percent }

  /// An ASCII letter, digit or `_`.
  @inline(__always)
  var continuesFieldName: Bool {
    (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == 0x5F
  }
}

extension UnsafeRawBufferPointer {
  /// The offset of the first line feed at or after `start`, or `count`.
  ///
  /// Eight bytes a step: lines of a register have about 30 bytes, too few for a call of `memchr`
  /// each to pay.
  @inline(__always)
  func endOfLine(from start: Int) -> Int {
    var at = start
    while at + 8 <= count {
      let word = UInt64(littleEndian: loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let zeroWhereFound = word ^ 0x0A0A_0A0A_0A0A_0A0A
      let hits = (zeroWhereFound &- 0x0101_0101_0101_0101) & ~zeroWhereFound & 0x8080_8080_8080_8080
      if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < count, self[at] != Byte.lineFeed { at += 1 }
    return at
  }

  /// The offset of the first byte at or after `start` that cannot be part of a field's name, or
  /// `count`.
  ///
  /// Eight bytes a step: each is looked at with its top bit off, so that no sum runs over into the
  /// next, and then those with the top bit on are ruled out.
  @inline(__always)
  func endOfName(from start: Int) -> Int {
    var at = start
    while at + 8 <= count {
      let word = UInt64(littleEndian: loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let low = word & 0x7F7F_7F7F_7F7F_7F7F
      let lower = low | 0x2020_2020_2020_2020
      let letters = (lower &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lower &+ 0x0505_0505_0505_0505)
      let digits = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
      let underscores = (low &+ 0x2121_2121_2121_2121) & ~(low &+ 0x2020_2020_2020_2020)
      let others = ~(letters | digits | underscores) | word
      let hits = others & 0x8080_8080_8080_8080
      if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < count, self[at].continuesFieldName { at += 1 }
    return at
  }

  /// The offset of the first byte of the line that `offset` stands in.
  func startOfLine(before offset: Int) -> Int {
    var at = offset
    while at > 0, self[at - 1] != Byte.lineFeed { at -= 1 }
    return at
  }

  /// The first offset at or after `start` that holds no space or tab.
  @inline(__always)
  func skippingBlanks(from start: Int) -> Int {
    var at = start
    while at < count, self[at].isBlank { at += 1 }
    return at
  }

  /// Whether a line, or the text, ends at an offset.
  func endsLine(_ offset: Int) -> Bool { offset == count || self[offset] == Byte.lineFeed }

  /// Whether these bytes are those of `text`.
  func spells(_ text: String) -> Bool {
    let utf8 = text.utf8
    return utf8.count == count && utf8.elementsEqual(self)
  }
}

extension [UInt8] {
  /// Lines that end in LF alone: a CR before the end of a line is part of that end.
  public var withoutCR: [UInt8] {
    guard contains(Byte.carriageReturn) else { return self }
    return withUnsafeBytes { text in
      text.indices.filter { text[$0] != Byte.carriageReturn || !text.endsLine($0 + 1) }
        .map { text[$0] }
    }
  }
}
