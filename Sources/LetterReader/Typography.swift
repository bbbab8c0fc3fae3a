/// Signs of print that stand for other letters: two letters set as one, wide letters, and letters
/// with their accents apart. Text is read with the plain letters, so that names, filters and
/// fingerprints find it, whichever way the file was made.
///
/// Source: the compatibility mappings of the Unicode standard (NFKC) for what such files hold.
enum Typography {
  /// What stands for a sign; nil for one that stands for itself.
  static func plain(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xFB00...0xFB06: ligatures[Int(scalar.value) - 0xFB00]
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
    case 0x2126: "\u{3A9}"
    case 0x212A: "K"
    case 0x212B: "\u{C5}"
    default: nil
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// A letter and the accent that follows it as one letter; nil where there is none.
  static func composed(_ letter: Unicode.Scalar, _ accent: Unicode.Scalar) -> Unicode.Scalar? {
    guard let row = accents[accent.value], let column = letters.firstIndex(of: letter) else {
      return nil
    }
    let scalar = row[column]
    return scalar == " " ? nil : scalar
  }

  private static let letters = Array("aeiouyncAEIOUYNC".unicodeScalars)
  private static let accents: [UInt32: [Unicode.Scalar]] = [
    0x300: "àèìòù   ÀÈÌÒÙ   ", 0x301: "áéíóúý  ÁÉÍÓÚÝ  ", 0x302: "âêîôû   ÂÊÎÔÛ   ",
    0x303: "ã  õ  ñ Ã  Õ  Ñ ", 0x308: "äëïöüÿ  ÄËÏÖÜŸ  ", 0x30A: "å       Å       ",
    0x327: "       ç       Ç",
  ].mapValues { Array($0.unicodeScalars) }
}
