/// Walks the fields of one record's bytes, skipping comments and lines that are not rec.
struct RecFieldCursor {
  private let buffer: UnsafeRawBufferPointer
  private var feeds: LineFeeds
  private var at = 0
  private var hasField = false

  /// - Parameter buffer: the bytes of one record; offsets of elements count from its start.
  init(_ buffer: UnsafeRawBufferPointer) {
    self.buffer = buffer
    feeds = LineFeeds(buffer, from: 0)
  }

  mutating func next() -> RecElement? {
    while at < buffer.count {
      let element = buffer.recElement(at: at, opensRecord: !hasField, &feeds)
      at = element.end(in: buffer.count)
      if element.kind == .field {
        hasField = true
        return element
      }
    }
    return nil
  }
}
