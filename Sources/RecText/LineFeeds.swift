internal import CBytes

/// The line feeds of a text, one after another: every block of 64 bytes is looked at once.
struct LineFeeds {
  private static let blockSize = 64
  private let buffer: UnsafeRawBufferPointer
  /// Where the block starts that was looked at last, and which of its bytes are line feeds.
  private var block: Int
  private var hits: UInt64 = 0
  /// Not 0 if any byte of the blocks so far is NUL or 0xFF, which recutils cannot read.
  private(set) var forbidden: UInt64 = 0

  init(_ buffer: UnsafeRawBufferPointer, from start: Int) {
    self.buffer = buffer
    block = start - Self.blockSize
  }

  /// The offset of the first line feed at or after `at`, or the size of the text.
  ///
  /// - Precondition: `at` never goes back.
  @inline(__always)
  mutating func next(from at: Int) -> Int {
    let passed = UInt(bitPattern: at &- block)
    if passed < UInt(Self.blockSize) {
      let left = hits &>> UInt64(passed)
      if left != 0 { return at &+ left.trailingZeroBitCount }
    }
    return nextInLaterBlock(from: at)
  }

  private mutating func nextInLaterBlock(from at: Int) -> Int {
    // None stands between `at` and the block that was looked at to find one.
    if at < block, hits != 0 { return block + hits.trailingZeroBitCount }
    while block + Self.blockSize < buffer.count {
      block += Self.blockSize
      hits = look(at: block)
      let first = max(at, block)
      if first - block < Self.blockSize {
        let left = hits &>> UInt64(first - block)
        if left != 0 { return first + left.trailingZeroBitCount }
      }
    }
    return buffer.count
  }

  private mutating func look(at start: Int) -> UInt64 {
    if start + Self.blockSize <= buffer.count, let base = buffer.baseAddress {
      return cbytes_line_feeds(base + start, &forbidden)
    }
    // What is left is less than a block: blanks fill it up.
    return withUnsafeTemporaryAllocation(byteCount: Self.blockSize, alignment: 8) { rest in
      rest.initializeMemory(as: UInt8.self, repeating: Byte.space)
      rest.copyBytes(from: buffer[start...])
      guard let base = rest.baseAddress else { return 0 }
      return cbytes_line_feeds(base, &forbidden)
    }
  }
}
