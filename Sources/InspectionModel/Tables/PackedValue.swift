/// One value of one field in 8 bytes: a tag in the top 3 bits, the rest as the tag says.
struct PackedValue: Hashable, Sendable, BitwiseCopyable {
  var bits: UInt64

  enum Tag: UInt64 {
    case none
    case text
    case day
    case number
    case choice
    case reference
    /// Several values: an index into the table's lists.
    case list
    /// Text that does not fit the kind of its field; kept as it was written.
    case invalid
  }

  static let none = PackedValue(bits: 0)

  var tag: Tag { Tag(rawValue: bits >> 61) ?? .none }
  var isNone: Bool { bits == 0 }
  var payload: UInt64 { bits & (1 << 61 - 1) }

  init(_ tag: Tag, _ payload: UInt64) {
    bits = tag.rawValue << 61 | payload
  }

  init(bits: UInt64) {
    self.bits = bits
  }

  static func text(_ slice: TextSlice) -> PackedValue { PackedValue(.text, pack(slice)) }
  static func invalid(_ slice: TextSlice) -> PackedValue { PackedValue(.invalid, pack(slice)) }
  static func day(_ day: Day) -> PackedValue { PackedValue(.day, UInt64(day.packed)) }
  /// Numbers are kept to 32 bits and a sign.
  static func number(_ number: Int32) -> PackedValue {
    PackedValue(.number, UInt64(UInt32(bitPattern: number)))
  }
  static func choice(_ index: Int) -> PackedValue { PackedValue(.choice, UInt64(index)) }
  static func reference(_ row: Int) -> PackedValue { PackedValue(.reference, UInt64(row)) }
  static func list(_ index: Int) -> PackedValue { PackedValue(.list, UInt64(index)) }

  /// The text of a `.text` or `.invalid` value.
  @inline(__always)
  var slice: TextSlice? {
    guard holds(.text) || holds(.invalid) else { return nil }
    return TextSlice(
      buffer: UInt8(truncatingIfNeeded: payload >> 56),
      offset: UInt32(truncatingIfNeeded: payload),
      length: UInt32(truncatingIfNeeded: payload >> 32 & 0xFF_FFFF))
  }
  var day: Day? { holds(.day) ? Day(packed: UInt32(truncatingIfNeeded: payload)) : nil }
  var number: Int? {
    holds(.number) ? Int(Int32(bitPattern: UInt32(truncatingIfNeeded: payload))) : nil
  }
  var choice: Int? { holds(.choice) ? Int(payload) : nil }
  var reference: Int? { holds(.reference) ? Int(payload) : nil }
  @inline(__always)
  var list: Int? { holds(.list) ? Int(payload) : nil }

  /// Whether it has a tag, at the price of a comparison.
  @inline(__always)
  private func holds(_ tag: Tag) -> Bool { bits >> 61 == tag.rawValue }

  /// 32 bits of offset, 24 of length, 5 of buffer: 61 in all.
  private static func pack(_ slice: TextSlice) -> UInt64 {
    UInt64(slice.offset) | UInt64(slice.length) << 32 | UInt64(slice.buffer) << 56
  }
}
