/// Text being pasted, up to the mark that ends it.
struct PasteText: Sendable {
  private static let endMark = Array("\u{1b}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How many bytes came, and the last of them: the mark is looked for also in what is not kept.
  private var count = 0
  private var tail: [UInt8] = []

  /// Whether a person may want to be out of a paste that has no end: Escape or Ctrl-C came last.
  /// In the midst of a text these are of the text.
  var mayBeBrokenOff: Bool { tail.last == Byte.escape || tail.last == Byte.interrupt }

  /// Takes a byte; gives the paste where that was the last one.
  mutating func feed(_ byte: UInt8) -> Key? {
    count += 1
    if bytes.count < KeyParser.longestPaste + Self.endMark.count { bytes.append(byte) }
    if tail.count == Self.endMark.count { tail.removeFirst() }
    tail.append(byte)
    return tail == Self.endMark ? end(dropping: Self.endMark.count) : nil
  }

  /// The paste as far as it came, without the key that broke it off.
  mutating func end(brokenOff: Bool) -> Key {
    end(dropping: brokenOff && mayBeBrokenOff ? 1 : 0)
  }

  private mutating func end(dropping last: Int) -> Key {
    defer { self = PasteText() }
    let length = count - last
    guard length > KeyParser.longestPaste else { return .paste(Self.text(bytes.prefix(length))) }
    return .cutPaste(Self.text(Self.whole(bytes.prefix(KeyParser.longestPaste))))
  }

  /// Without the first bytes of a character at the end.
  private static func whole(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = bytes.reversed().prefix { $0 & 0xC0 == 0x80 }.count
    guard let lead = bytes.dropLast(rest).last, lead >= 0xC0 else { return bytes }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return rest + 1 < length ? bytes.dropLast(rest + 1) : bytes
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar != "\n" || !isAfterReturn { scalars.append(scalar == "\r" ? "\n" : scalar) }
      isAfterReturn = scalar == "\r"
    }
    return String(scalars)
  }
}

extension KeyParser {
  /// How many bytes of a paste are taken in.
  public static let longestPaste = 1 << 16
}
