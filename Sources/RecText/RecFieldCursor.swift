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
/// allocation and no reference counting. Valid only inside the call it was given to.
public struct RecFieldBytes {
  /// The field's name.
  public let name: UnsafeRawBufferPointer
  /// The first eight bytes of the name as one number, noughts where it is shorter: names are told apart by it quickly.
  public let nameStart: UInt64
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

extension RecFieldBytes {
  @inline(__always)
  init(_ field: RecElement, in text: UnsafeRawBufferPointer) {
    name = UnsafeRawBufferPointer(rebasing: text[field.nameRange])
    nameStart = text.word(at: field.nameStart, count: field.colon - field.nameStart)
    rawValue = UnsafeRawBufferPointer(rebasing: text[field.valueRange])
    valueOffset = field.valueStart
    isFolded = field.isFolded
  }
}
