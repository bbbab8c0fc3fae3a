/// A place in a file as people and editors name it.
public struct RecPosition: Hashable, Sendable {
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  /// The bytes of the whole line in the file, without its line feed.
  public let lineRange: Range<Int>
}

extension RecDocument {
  /// The line and column of a byte of the file as read.
  ///
  /// Reads at most 64 KB and the line itself.
  ///
  /// - Parameter offset: 0 to the size of the file; what is beyond counts as the end.
  public func position(of offset: Int) -> RecPosition {
    position(of: offset, from: layout.lines.start(before: offset))
  }

  /// - Parameter line: the start of a line at or before the offset, and its number.
  fileprivate func position(
    of offset: Int, from line: (offset: Int, number: Int)
  ) -> RecPosition {
    withExtendedLifetime(layout.bytes) {
      let buffer = layout.bytes.buffer
      let end = Swift.min(Swift.max(offset, 0), buffer.count)
      var (start, number) = line
      while true {
        let lineEnd = buffer.endOfLine(from: start)
        if lineEnd >= end {
          // Every byte of UTF-8 but the first of a scalar is 10xxxxxx.
          let column = buffer[start..<end].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
          return RecPosition(line: number, column: column, lineRange: start..<lineEnd)
        }
        start = lineEnd + 1
        number += 1
      }
    }
  }

  /// The offset of the first byte of the line that an offset stands in.
  public func startOfLine(_ offset: Int) -> Int {
    withExtendedLifetime(layout.bytes) { layout.bytes.buffer.startOfLine(before: offset) }
  }

  /// The text of a place in the file as read, at most `limit` bytes of it; bytes that are not UTF-8
  /// become U+FFFD.
  public func text(in range: Range<Int>, limit: Int = 4096) -> String {
    withExtendedLifetime(layout.bytes) {
      String(decoding: layout.bytes.buffer[range.prefix(limit)], as: UTF8.self)
    }
  }
}

/// Positions asked for in the order of the file: each is looked for from the one before on, so that
/// all of them cost one pass.
public struct RecPositions {
  private let document: RecDocument
  private var last = (offset: 0, number: 1)

  public init(_ document: RecDocument) { self.document = document }

  /// The line and column of a byte of the file as read; it may also stand before the last one.
  public mutating func position(of offset: Int) -> RecPosition {
    let noted = document.layout.lines.start(before: offset)
    let start = last.offset <= offset && last.offset > noted.offset ? last : noted
    let position = document.position(of: offset, from: start)
    last = (position.lineRange.lowerBound, position.line)
    return position
  }
}
