/// Bytes somebody else owns, kept alive for as long as text in them is referred to.
public struct TextBuffer: @unchecked Sendable {
  public let bytes: UnsafeRawBufferPointer
  private let owner: any AnyObject & Sendable

  /// - Precondition: the bytes stay as they are for as long as `owner` lives.
  public init(_ bytes: UnsafeRawBufferPointer, ownedBy owner: any AnyObject & Sendable) {
    self.bytes = bytes
    self.owner = owner
  }

  /// No bytes.
  public static let none = TextBuffer(
    UnsafeRawBufferPointer(start: nil, count: 0), ownedBy: Nobody())

  private final class Nobody: Sendable {}
}

/// Where a text lies: which buffer, where in it, how long. 8 bytes with the tag of the
/// ``PackedValue`` that it is in.
struct TextSlice: Hashable, Sendable, BitwiseCopyable {
  var buffer: UInt8
  var offset: UInt32
  var length: UInt32

  /// Longer texts do not fit a packed value.
  static let longest = 1 << 24 - 1

  /// One of the texts that stand in this one.
  func part(at start: UInt32, length: UInt32) -> TextSlice {
    TextSlice(buffer: buffer, offset: offset + start, length: length)
  }
}

/// The texts of a register: the file's own bytes, which are never copied, and what was written
/// since.
///
/// Invariants: buffer 0 is the file; a byte once written never changes, so that a slice taken stays
/// good and copies of the pool can be read on other threads.
struct TextPool: Sendable {
  private var buffers: [TextBuffer]
  private var arena = Arena(capacity: 0)

  init(file: TextBuffer) {
    buffers = [file]
  }

  /// The bytes of the file.
  var file: UnsafeRawBufferPointer { buffers[0].bytes }

  func bytes(_ slice: TextSlice) -> UnsafeRawBufferPointer {
    let start = Int(slice.offset)
    return UnsafeRawBufferPointer(
      rebasing: buffers[Int(slice.buffer)].bytes[start..<start + Int(slice.length)])
  }

  func string(_ slice: TextSlice) -> String {
    String(decoding: bytes(slice), as: UTF8.self)
  }

  /// Keeps a copy of a text. O(length); nil where the text is longer than ``TextSlice/longest``.
  mutating func add(_ text: UnsafeRawBufferPointer) -> TextSlice? {
    guard text.count <= TextSlice.longest else { return nil }
    if arena.room < text.count { startArena(atLeast: text.count) }
    let offset = arena.append(text)
    return TextSlice(
      buffer: UInt8(buffers.count - 1), offset: UInt32(offset), length: UInt32(text.count))
  }

  mutating func add(_ text: String) -> TextSlice? {
    var text = text
    return text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Keeps a copy of many texts that stand one after another.
  mutating func addBlock(_ texts: [UInt8]) -> TextSlice {
    if arena.room < texts.count { startArena(atLeast: texts.count) }
    let offset = texts.withUnsafeBytes { arena.append($0) }
    return TextSlice(
      buffer: UInt8(buffers.count - 1), offset: UInt32(offset), length: UInt32(texts.count))
  }

  /// Each arena is twice the one before, so that a few dozen of them hold any register.
  private mutating func startArena(atLeast count: Int) {
    arena = Arena(capacity: max(arena.capacity * 2, count, 1 << 16))
    buffers.append(TextBuffer(UnsafeRawBufferPointer(arena.bytes), ownedBy: arena))
  }
}

/// Memory that is only ever appended to. One pool writes to it; what is written is never written
/// again, which is what makes it safe to read from other threads.
private final class Arena: @unchecked Sendable {
  let bytes: UnsafeMutableRawBufferPointer
  private var used = 0

  var capacity: Int { bytes.count }
  var room: Int { bytes.count - used }

  init(capacity: Int) {
    bytes = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit {
    bytes.deallocate()
  }

  func append(_ text: UnsafeRawBufferPointer) -> Int {
    defer { used += text.count }
    UnsafeMutableRawBufferPointer(rebasing: bytes[used..<used + text.count]).copyMemory(from: text)
    return used
  }
}
