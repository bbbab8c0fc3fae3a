internal import CBytes

/// Cuts a file into pieces that end between records, as its bytes come in.
public struct RecCutter: Sendable {
  /// The least that a piece has, in bytes.
  public let pieceSize: Int
  /// Where the next piece starts.
  public private(set) var offset = 0
  /// The set of records that is likely to be in force there: nobody has read what comes before, and
  /// what looks like a descriptor may be a part of a value.
  public private(set) var set: String?
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
    set = Self.lastSet(in: UnsafeRawBufferPointer(rebasing: prefix[offset..<end])) ?? set
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

  /// The name in the last line that opens a set.
  private static func lastSet(in bytes: UnsafeRawBufferPointer) -> String? {
    var rest = bytes
    while let mark = memrchr(rest.baseAddress, Int32(Byte.percent), rest.count) {
      let start = rest.baseAddress.map { UnsafeRawPointer(mark) - $0 } ?? 0
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<bytes.endOfLine(from: start)])
      if start == 0 || bytes[start - 1] == Byte.lineFeed, line.starts(with: opening) {
        let name = line.dropFirst(opening.count).drop { $0 == Byte.space }
          .prefix { $0 != Byte.space }
        return String(decoding: name, as: UTF8.self)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[..<start])
    }
    return nil
  }

  private static let opening = Array("%rec:".utf8)
}
