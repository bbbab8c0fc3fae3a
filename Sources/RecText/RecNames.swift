/// Names that the fields of records are likely to have, told apart by a few comparisons of eight
/// bytes while a file is read.
///
/// The patterns never change, which is why the unchecked conformance holds.
public final class RecNames: @unchecked Sendable {
  private let names: [[UInt8]]
  /// For the loop that reads: an array would be retained and released for each line.
  let patterns: UnsafeBufferPointer<Pattern>

  /// A name and its colon, up to 16 bytes of them, and which bits of these count.
  struct Pattern: BitwiseCopyable {
    fileprivate var first: (bits: UInt64, mask: UInt64)
    fileprivate var second: (bits: UInt64, mask: UInt64)
    /// How long the name is; 0 for one that does not fit.
    var length: Int
  }

  /// - Parameter names: in the order in which they are likely to stand.
  public init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    let memory = UnsafeMutableBufferPointer<Pattern>.allocate(capacity: names.count)
    _ = memory.initialize(from: self.names.map(Pattern.init))
    patterns = UnsafeBufferPointer(memory)
  }

  deinit {
    patterns.deallocate()
  }

  /// How many bytes of a line are looked at.
  static let reach = 16

  /// None.
  public static let none = RecNames([])

  /// The place of a name among these, or nil.
  func number(of name: UnsafeRawBufferPointer) -> Int? {
    names.firstIndex { $0.count == name.count && name.elementsEqual($0) }
  }
}

extension RecNames.Pattern {
  init(_ name: [UInt8]) {
    let text = name + [Byte.colon]
    length = text.count <= RecNames.reach ? name.count : 0
    first = Self.word(text.prefix(8))
    second = Self.word(text.dropFirst(8).prefix(8))
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> (bits: UInt64, mask: UInt64) {
    let bits = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    return (bits, bytes.count == 8 ? .max : 1 << UInt64(bytes.count * 8) - 1)
  }

  /// Whether a line begins with the name and a colon.
  ///
  /// - Parameters:
  ///   - start: the first eight bytes of the line.
  ///   - next: gives the eight bytes after them.
  @inline(__always)
  func begins(_ start: UInt64, _ next: () -> UInt64) -> Bool {
    start & first.mask == first.bits && length > 0
      && (second.mask == 0 || next() & second.mask == second.bits)
  }
}

extension UnsafeBufferPointer<RecNames.Pattern> {
  /// Which of the names the line at `at` begins with, or -1; fields mostly stand in their order, so
  /// it is looked for from that of the field before on.
  ///
  /// - Precondition: there are ``RecNames/reach`` bytes from `at` on.
  @inline(__always)
  func number(in text: UnsafeRawBufferPointer, at: Int, from expected: Int) -> Int {
    let start = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    func next() -> UInt64 {
      UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self))
    }
    var number = expected
    while number < count {
      if self[number].begins(start, next) { return number }
      number &+= 1
    }
    number = 0
    while number < expected {
      if self[number].begins(start, next) { return number }
      number &+= 1
    }
    return -1
  }
}
