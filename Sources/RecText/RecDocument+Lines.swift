/// Lines of a file that belong together: a comment, a field with all of its value, or what is not
/// rec.
public struct RecLines: Hashable, Sendable {
  /// Where they stand in the file, the line feed at their end included.
  public let range: Range<Int>
  /// The name of a field; nil for a comment, and for what is not rec.
  public let fieldName: String?
  /// The record they stand in; nil between records.
  public let record: RecordID?
  /// Where the blank line straight above them starts, if there is one.
  public let blankAbove: Int?
}

extension RecDocument {
  /// Gives all lines of the file as it was read, but for blank ones, in their order. O(bytes).
  public func forEachLines(_ body: (RecLines) -> Void) {
    withExtendedLifetime(bytes) {
      let buffer = bytes.buffer
      var feeds = LineFeeds(buffer, from: 0)
      var (at, record, isInRecord) = (0, 0, false)
      var blank: Int?
      while at < buffer.count {
        let element = buffer.recElement(at: at, opensRecord: !isInRecord, &feeds)
        let end = element.end(in: buffer.count)
        while record < recordCount, layout.range(of: record).upperBound <= at { record += 1 }
        let isInside = record < recordCount && layout.range(of: record).contains(at)
        isInRecord = element.kind == .comment ? isInRecord : element.kind != .blank
        if element.kind == .blank {
          blank = at
        } else {
          let name = element.kind == .field ? buffer[element.nameRange] : nil
          body(
            RecLines(
              range: at..<end, fieldName: name.map { String(decoding: $0, as: UTF8.self) },
              record: isInside ? RecordID(record) : nil, blankAbove: blank))
          blank = nil
        }
        at = end
      }
    }
  }

  /// The bytes of a stretch of the file as it was read.
  public func text(_ range: Range<Int>) -> [UInt8] { bytes.copy(range) }
}
