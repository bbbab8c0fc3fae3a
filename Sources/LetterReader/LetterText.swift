/// The bytes of a document as text.
///
/// A letter has some 45 000 bytes; more than `mostBytes` are refused unread.
struct LetterText {
  /// Twenty times the longest letter.
  static let mostBytes = 1_000_000

  let characters: String

  /// Decodes UTF-8, and what is not UTF-8 as Latin-1.
  init(_ bytes: [UInt8]) throws(RefusalError) {
    if let refusal = Self.refusal(of: bytes) { throw RefusalError(refusal) }
    let text = String(validating: bytes, as: UTF8.self) ?? Self.latin1(bytes)
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

  private static func latin1(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: bytes.lazy.map(Unicode.Scalar.init))
    return String(scalars)
  }
}

/// A refusal on its way out of the pipeline.
struct RefusalError: Error {
  let refusal: Letter.Refusal

  init(_ refusal: Letter.Refusal) {
    self.refusal = refusal
  }
}
