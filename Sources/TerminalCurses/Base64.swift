/// Text as the clipboard sequence wants it.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      result += group(bytes[start..<min(start + 3, bytes.count)])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// One to three bytes as four digits, padded with `=`.
  private static func group(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let bits = bytes.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - bytes.count))
    return (0..<4).map { digit in
      digit > bytes.count ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * digit) & 63]
    }
  }
}
