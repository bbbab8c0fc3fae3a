/// The offsets of NUL and 0xFF in a text, the first of each line only.
///
/// Blocks without either, all of them in nearly every file, are passed over in a loop that the
/// compiler turns into vector instructions.
struct ForbiddenBytes: Sequence, IteratorProtocol {
  private static let block = 4096
  private let buffer: UnsafeRawBufferPointer
  private var at = 0

  init(_ buffer: UnsafeRawBufferPointer, from start: Int = 0) {
    self.buffer = buffer
    at = start
  }

  mutating func next() -> Int? {
    while at < buffer.count {
      if at + Self.block <= buffer.count, isClean(from: at) {
        at += Self.block
      } else if let found = firstInBlock() {
        at = buffer.endOfLine(from: found) + 1
        return found
      }
    }
    return nil
  }

  /// Whether the block at `start` holds neither byte.
  private func isClean(from start: Int) -> Bool {
    var found: UInt64 = 0
    for offset in stride(from: start, to: start + Self.block, by: 8) {
      let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word
      let ones = (~word &- 0x0101_0101_0101_0101) & word
      found |= zeros | ones
    }
    return found & 0x8080_8080_8080_8080 == 0
  }

  /// The first forbidden byte of the next block; moves on past the block when there is none.
  private mutating func firstInBlock() -> Int? {
    let end = Swift.min(at + Self.block, buffer.count)
    while at < end, buffer[at] != 0, buffer[at] != 0xFF { at += 1 }
    return at < end ? at : nil
  }
}
