/// Cuts a file into pieces that end between records, as its bytes come in.
public struct RecCutter: Sendable {
  /// The least that a piece has, in bytes.
  public let pieceSize: Int
  /// Where the next piece starts.
  public private(set) var offset = 0
  private var isOver = false

  public init(pieceSize: Int) {
    self.pieceSize = pieceSize
  }

  /// The bytes of the next piece; nil where more must come in first, or nothing is left.
  ///
  /// - Parameters:
  ///   - prefix: the file as far as it has come in.
  ///   - isWhole: whether that is all of it.
  public mutating func next(in prefix: UnsafeRawBufferPointer, isWhole: Bool) -> Range<Int>? {
    if isOver { return nil }
    let cut = cut(in: prefix)
    guard let end = cut ?? (isWhole ? prefix.count : nil) else { return nil }
    isOver = isWhole && end == prefix.count
    defer { offset = end }
    return offset..<end
  }

  /// The first place after the size of a piece that follows a blank line.
  private func cut(in prefix: UnsafeRawBufferPointer) -> Int? {
    var at = offset + pieceSize
    while at < prefix.count {
      at = prefix.endOfLine(from: at) + 1
      if at < prefix.count, prefix[at] == Byte.lineFeed { return at + 1 }
    }
    return nil
  }
}
