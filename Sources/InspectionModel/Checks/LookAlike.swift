/// What a key looks like to a person: keys with one look are taken for one another.
///
/// Small and capital letters, blanks and what shows nothing, noughts before a number, dashes of any
/// length, and letters of other alphabets that look Latin all count the same. The letters are those
/// of Cyrillic and Greek of which Unicode's confusables.txt (UTS #39) maps the capital or the small
/// form to a single Latin letter; so it does with I, l, 1 and |, and with O and 0.
enum LookAlike {
  /// Two keys that look alike have equal looks. A Swift string compares by canonical equivalence,
  /// so é is é however it is spelled.
  static func look(of key: String) -> String {
    if key.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: plainBytes(of: Array(key.utf8)), as: UTF8.self)
    }
    var look = String.UnicodeScalarView()
    for scalar in withoutLeadingNoughts(key).unicodeScalars {
      if let plain = plain(scalar) { look.append(contentsOf: plain) }
    }
    return String(look)
  }

  /// A hash that is the same for keys of one look.
  static func hash(of key: UnsafeRawBufferPointer) -> UInt32 {
    if key.contains(where: { $0 >= 0x80 }) { return foreignHash(of: key) }
    var hash = FNV1a()
    forEachPlain(in: key) { hash.add($0) }
    return finished(hash.value)
  }

  private static func plainBytes(of key: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(key.count)
    key.withUnsafeBytes { bytes in forEachPlain(in: bytes) { plain.append($0) } }
    return plain
  }

  /// What a key of ASCII looks like, byte by byte.
  @inline(__always)
  private static func forEachPlain(in key: UnsafeRawBufferPointer, _ body: (UInt8) -> Void) {
    var isInNumber = false
    for index in key.indices {
      let byte = key[index]
      // Those of s1 and s10 must differ: the looks of all with one hash are worked out.
      let isLeadingNought =
        byte == UInt8(ascii: "0") && !isInNumber && index + 1 < key.count
        && isDigit(key[index + 1])
      if isLeadingNought { continue }
      isInNumber = isDigit(byte)
      let plain = plainASCII[Int(byte)]
      if plain != 0 { body(plain) }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func foreignHash(of key: UnsafeRawBufferPointer) -> UInt32 {
    let look = look(of: String(decoding: key, as: UTF8.self))
    guard look.utf8.allSatisfy({ $0 < 0x80 }) else {
      return UInt32(truncatingIfNeeded: look.hashValue) | 2
    }
    var plain = look
    return plain.withUTF8 { hash(of: UnsafeRawBufferPointer($0)) }
  }

  private static func finished(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash ^ hash >> 32) | 2
  }

  /// What a scalar looks like; nil for what shows nothing.
  private static func plain(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView? {
    if scalar.isASCII {
      let byte = plainASCII[Int(scalar.value)]
      return byte == 0 ? nil : String(UnicodeScalar(byte)).unicodeScalars
    }
    if let latin = latin[scalar] { return String(latin).unicodeScalars }
    let properties = scalar.properties
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return nil }
    if properties.isDash { return "-".unicodeScalars }
    return properties.lowercaseMapping.unicodeScalars
  }

  /// The same for ASCII: 0 for what shows nothing.
  private static let plainASCII: [UInt8] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case 0...0x20, 0x7F: 0
    case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "1"),
      UInt8(ascii: "|"):
      UInt8(ascii: "l")
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: byte
    }
  }

  private static let latin: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = [
      (
        "АаВвЕеНнІіЈјКкМмОоРрСсЅѕТтУуҮүХхԀԁҺһԚԛԜԝѴѵӀӏ",
        "aabbeehhlljjkkmmooppccssttyyyyxxddhhqqwwvvll"
      ),
      ("ΑαΒβΕεΖζΗηΙιΚκΜμΝνΟοσΡρΤτΥυΧχ", "aabbeezzhhllkkmmnvoooppttyyxx"),
      ("ıɑɡſ", "lags"),
    ]
    var latin: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (letters, plain) in pairs {
      for (letter, other) in zip(letters.unicodeScalars, plain.unicodeScalars) {
        latin[letter] = other
      }
    }
    for value in UInt32(0xFF01)...0xFF5E {
      guard let wide = Unicode.Scalar(value), let narrow = Unicode.Scalar(value - 0xFEE0) else {
        continue
      }
      latin[wide] = Unicode.Scalar(plainASCII[Int(narrow.value)])
    }
    return latin
  }()

  /// Numbers in a key count the same with noughts before them: `I1` and `I01`.
  private static func withoutLeadingNoughts(_ key: String) -> String {
    var folded = ""
    for character in key {
      if let last = folded.last, last == "0", character.isNumber,
        !(folded.dropLast().last?.isNumber ?? false)
      {
        folded.removeLast()
      }
      folded.append(character)
    }
    return folded
  }
}
