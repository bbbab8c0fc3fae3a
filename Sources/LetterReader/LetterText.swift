import InspectionOperations

/// The bytes of a document as text.
///
/// A letter has some 45 000 bytes; more than `mostBytes` are refused unread.
struct LetterText {
  /// Twenty times the longest letter.
  static let mostBytes = 1_000_000

  let characters: String

  /// Decodes UTF-8, and what is not UTF-8 as Windows-1252, which is Latin-1 with typographic marks.
  init(_ bytes: [UInt8]) throws(RefusalError) {
    if let refusal = Self.refusal(of: bytes) { throw RefusalError(refusal) }
    let text = String(validating: bytes, as: UTF8.self) ?? Self.windows1252(bytes)
    guard text.unicodeScalars.contains(where: \.isWordPart) else { throw RefusalError(.noText) }
    characters = text
  }

  private static func refusal(of bytes: [UInt8]) -> Letter.Refusal? {
    if bytes.isEmpty { return .empty }
    if bytes.count > mostBytes { return .tooLong(bytes.count) }
    if bytes.starts(with: "%PDF-".utf8) { return .pdfItself }
    let controls = bytes.count { $0 < 0x20 && !isLayout($0) }
    return controls * 100 > bytes.count ? .notText : nil
  }

  /// Tab, line feed, form feed and carriage return shape a text; other controls are noise.
  private static func isLayout(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func windows1252(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: bytes.lazy.map { byte in
        (0x80...0x9F).contains(byte) ? marks[Int(byte) - 0x80] : Unicode.Scalar(byte)
      })
    return String(scalars)
  }

  /// What Windows-1252 has at 0x80 to 0x9F; a replacement character for the five that it leaves
  /// free.
  private static let marks = Array(
    ("\u{20AC}\u{FFFD}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}"
      + "\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{FFFD}\u{17D}\u{FFFD}"
      + "\u{FFFD}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}"
      + "\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{FFFD}\u{17E}\u{178}")
      .unicodeScalars)
}

/// A refusal on its way out of the pipeline.
struct RefusalError: Error {
  let refusal: Letter.Refusal

  init(_ refusal: Letter.Refusal) {
    self.refusal = refusal
  }
}
