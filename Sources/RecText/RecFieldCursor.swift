/// Walks the fields of one record's bytes, skipping comments and lines that are not rec.
struct RecFieldCursor {
  private let buffer: UnsafeRawBufferPointer
  private var at = 0
  private var hasField = false

  /// - Parameter buffer: the bytes of one record; offsets of elements count from its start.
  init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

  @inline(__always)
  mutating func next() -> RecElement? {
    while at < buffer.count {
      let element = buffer.recElement(at: at, opensRecord: !hasField)
      at = element.end(in: buffer.count)
      if element.kind == .field {
        hasField = true
        return element
      }
    }
    return nil
  }
}

/// A field as it stands in a file's bytes, for passes over a million records: reading it costs no
/// allocation and no reference counting. Valid only inside the closure it was given to.
public struct RecFieldBytes {
  /// The field's name.
  public let name: UnsafeRawBufferPointer
  /// The field's value; folded as in the file when `isFolded`.
  public let rawValue: UnsafeRawBufferPointer
  /// Where `rawValue` starts in the file.
  public let valueOffset: Int
  /// Whether the value takes several lines, so that `rawValue` is not yet the value.
  public let isFolded: Bool

  /// Whether the name is `other`. Costs a comparison, no allocation.
  @inlinable
  public func isNamed(_ other: StaticString) -> Bool {
    let start = UnsafeRawBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount)
    return name.count == start.count && name.elementsEqual(start)
  }

  /// The value's bytes, unfolded.
  public func unfolded() -> [UInt8] {
    isFolded ? RecValue.unfold(rawValue) : [UInt8](rawValue)
  }
}

extension RecDocument {
  /// Calls `body` with every field of some records of the file *as read*: edits, insertions and
  /// removals are not seen.
  ///
  /// This is the fast way through a whole register, about 0.2 s for a million records of nine
  /// fields.
  ///
  /// - Parameters:
  ///   - records: numbers of records of the file, such as `RecSet.baseRecords`. A part of them may
  ///     be read on another thread at the same time.
  ///   - body: is given the record and the field, in the order of the file.
  public func forEachBaseField(
    in records: Range<Int>, _ body: (RecordID, RecFieldBytes) throws -> Void
  ) rethrows {
    try withExtendedLifetime(layout.bytes) {
      let buffer = layout.bytes.buffer
      for record in records {
        let range = layout.range(of: record)
        let text = UnsafeRawBufferPointer(rebasing: buffer[range])
        var cursor = RecFieldCursor(text)
        while let field = cursor.next() {
          try body(RecordID(record), RecFieldBytes(field, in: text, at: range.lowerBound))
        }
      }
    }
  }
}

extension RecFieldBytes {
  @inline(__always)
  fileprivate init(_ field: RecElement, in text: UnsafeRawBufferPointer, at offset: Int) {
    name = UnsafeRawBufferPointer(rebasing: text[field.nameRange])
    rawValue = UnsafeRawBufferPointer(rebasing: text[field.valueRange])
    valueOffset = offset + field.valueStart
    isFolded = field.isFolded
  }
}
