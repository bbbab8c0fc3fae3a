internal import Glibc

// A path is bytes, of which most are text. So that every file can be named in a text, each byte of
// a path that is not UTF-8 stands there as a scalar of its own, from a plane that has no
// characters; it becomes that byte again when the system is asked for the file.

extension String {
  /// A path as the system has it, as text.
  public init(path bytes: [UInt8]) {
    if let text = String(validating: bytes, as: UTF8.self),
      text.hasNoPathBytes || text.unicodeScalars.allSatisfy({ $0.pathByte == nil })
    {
      self = text
      return
    }
    var scalars = UnicodeScalarView()
    var (parser, source, at) = (Unicode.UTF8.ForwardParser(), bytes.makeIterator(), 0)
    while at < bytes.count {
      let length: Int
      switch parser.parseScalar(from: &source) {
      case .valid(let encoded) where Unicode.UTF8.decode(encoded).pathByte == nil:
        scalars.append(Unicode.UTF8.decode(encoded))
        at += encoded.count
        continue
      case .valid(let encoded): length = encoded.count
      case .error(let count): length = count
      case .emptyInput: length = bytes.count - at
      }
      scalars.append(contentsOf: bytes[at..<at + length].map(Unicode.Scalar.init(pathByte:)))
      at += length
    }
    self.init(scalars)
  }

  /// The same of a path with a nought at its end.
  public init(path start: UnsafePointer<CChar>) {
    self.init(path: Array(UnsafeRawBufferPointer(start: start, count: strlen(start))))
  }

  /// The bytes of the path that this is the text of.
  public var pathBytes: [UInt8] {
    if hasNoPathBytes { return Array(utf8) }
    return unicodeScalars.flatMap { scalar in scalar.pathByte.map { [$0] } ?? Array(scalar.utf8) }
  }

  /// The same as the system takes it, with a nought at its end.
  public var systemPath: [CChar] {
    let bytes = pathBytes
    return Array(unsafeUninitializedCapacity: bytes.count + 1) { room, count in
      for (index, byte) in bytes.enumerated() { room[index] = CChar(bitPattern: byte) }
      room[bytes.count] = 0
      count = bytes.count + 1
    }
  }

  /// Whether all of it is surely text: all scalars that stand for bytes begin alike, and little
  /// else does.
  private var hasNoPathBytes: Bool {
    utf8.withContiguousStorageIfAvailable { !$0.contains(0xF3) } ?? !utf8.contains(0xF3)
  }

  /// For people to read: what is no text in a path is shown as that.
  public var withoutPathBytes: String {
    if hasNoPathBytes { return self }
    return String(UnicodeScalarView(unicodeScalars.map { $0.pathByte == nil ? $0 : "\u{FFFD}" }))
  }
}

extension Unicode.Scalar {
  /// The scalar that stands for a byte which is no text; an ASCII one always is.
  fileprivate init(pathByte byte: UInt8) {
    self = Unicode.Scalar(0xDFF00 + UInt32(byte)) ?? "\u{FFFD}"
  }

  /// The byte of a path that this stands for; nil for any other scalar.
  public var pathByte: UInt8? {
    (0xDFF80...0xDFFFF).contains(value) ? UInt8(truncatingIfNeeded: value) : nil
  }
}
