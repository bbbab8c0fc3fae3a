/// The bytes of a text, owned or borrowed from a mapping.
///
/// They never change, so any number of threads may read them at once; that is why the unchecked
/// conformance holds.
public final class RecBytes: @unchecked Sendable {
  /// The bytes. Valid only while this object lives: do not keep the pointer without the object.
  public let buffer: UnsafeRawBufferPointer
  private let release: @Sendable () -> Void

  /// Copies `bytes` once.
  public init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    copy.copyBytes(from: bytes)
    let address = Address(copy.baseAddress)
    buffer = UnsafeRawBufferPointer(copy)
    release = { address.pointer?.deallocate() }
  }

  /// Takes bytes that stand elsewhere, such as a mapped file, without copying them.
  ///
  /// - Parameters:
  ///   - bytes: must stay readable and unchanged until `release` is called.
  ///   - release: called once, when nobody needs the bytes any more, on whichever thread that
  ///     happens.
  public init(borrowing bytes: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void) {
    buffer = bytes
    self.release = release
  }

  deinit { release() }

  /// The number of bytes.
  public var count: Int { buffer.count }
}

extension RecBytes {
  /// Whether the bytes of `range` are the same as all of `other`.
  func matches(_ other: [UInt8], in range: Range<Int>) -> Bool {
    buffer[range].elementsEqual(other)
  }

  /// A copy of the bytes of `range`.
  func copy(_ range: Range<Int>) -> [UInt8] {
    [UInt8](buffer[range])
  }
}

/// An address that a `Sendable` closure may hold: it is used once, to give the memory back.
private struct Address: @unchecked Sendable {
  let pointer: UnsafeMutableRawPointer?
  init(_ pointer: UnsafeMutableRawPointer?) { self.pointer = pointer }
}
