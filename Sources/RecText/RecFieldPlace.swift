/// Where a field stands in a file's bytes, for passes over a million records.
public struct RecFieldPlace: BitwiseCopyable, Sendable {
  /// The place of its name among those that were expected; -1 for another name.
  public let number: Int16
  /// Whether the value takes several lines, so that the bytes there are not yet the value.
  public let isFolded: Bool
  /// Where its name starts.
  public let nameOffset: UInt32
  /// Where its value starts and ends: if it is folded with all of its lines, else without the end
  /// of its line.
  public let valueOffset: UInt32
  public let valueEnd: UInt32

  @inline(__always)
  init(_ field: RecElement, number: Int, in file: UnsafeRawBufferPointer) {
    self.number = Int16(truncatingIfNeeded: number)
    isFolded = field.isFolded
    nameOffset = UInt32(truncatingIfNeeded: field.nameStart)
    valueOffset = UInt32(truncatingIfNeeded: field.valueStart)
    let end = field.isFolded ? field.contentEnd : RecValue.end(field.valueRange, in: file)
    valueEnd = UInt32(truncatingIfNeeded: end)
  }

  /// The field's name.
  public func name(in file: UnsafeRawBufferPointer) -> String {
    let start = Int(nameOffset)
    return String(decoding: file[start..<file.endOfName(from: start + 1)], as: UTF8.self)
  }

  /// The value's bytes, unfolded.
  public func value(in file: UnsafeRawBufferPointer) -> [UInt8] {
    let raw = UnsafeRawBufferPointer(rebasing: file[Int(valueOffset)..<Int(valueEnd)])
    return isFolded ? RecValue.unfold(raw) : [UInt8](raw)
  }
}

/// The fields of the record that is being read; its memory serves one record after the other.
struct RecFieldList: ~Copyable {
  private var memory = UnsafeMutableBufferPointer<RecFieldPlace>.allocate(capacity: 32)
  private var count = 0

  deinit {
    memory.deallocate()
  }

  /// The fields so far; valid until the next one is added.
  var places: UnsafeBufferPointer<RecFieldPlace> {
    UnsafeBufferPointer(rebasing: memory[..<count])
  }

  @inline(__always)
  mutating func append(_ place: RecFieldPlace) {
    if count == memory.count { grow() }
    memory.initializeElement(at: count, to: place)
    count &+= 1
  }

  mutating func removeAll() { count = 0 }

  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<RecFieldPlace>.allocate(capacity: memory.count * 2)
    _ = larger.initialize(from: memory)
    memory.deallocate()
    memory = larger
  }
}
