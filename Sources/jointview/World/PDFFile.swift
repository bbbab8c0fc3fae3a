import InspectionStore

/// What tells a PDF from other files: its content, whatever its name.
enum PDFFile {
  /// Within how many bytes of its start the mark of a PDF stands, and of its end that of a whole
  /// one.
  private static let reach = 1024

  /// Whether an ordinary file has the mark of a PDF near its start. Nothing else is opened.
  static func isPDF(_ path: String) -> Bool { isPDF(start(of: path)) }

  /// The same of its first bytes.
  static func isPDF(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.prefix(reach).contains(Array("%PDF".utf8))
  }

  /// Whether the mark of the end stands near the end.
  static func isWhole(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    bytes.suffix(reach).contains(Array("%%EOF".utf8))
  }

  /// The title of a web page; empty where it has none, nil for what is no web page.
  static func webTitle(_ bytes: some Collection<UInt8>) -> String? {
    let text = String(decoding: bytes.prefix(4 * reach), as: UTF8.self)
    let lower = text.lowercased()
    let begins = lower.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard begins.hasPrefix("<"),
      ["<html", "<!doctype html", "<head"].contains(where: lower.contains)
    else { return nil }
    guard let open = lower.firstRange(of: "<title"),
      let start = lower[open.upperBound...].firstIndex(of: ">"),
      let end = lower[start...].firstRange(of: "</title")
    else { return "" }
    let title = lower.index(after: start)..<end.lowerBound
    let words = text.dropFirst(lower.distance(from: lower.startIndex, to: title.lowerBound))
      .prefix(lower.distance(from: title.lowerBound, to: title.upperBound))
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ").printable
  }

  /// The first bytes of an ordinary file; none where it cannot be read.
  static func start(of path: String) -> [UInt8] {
    (try? PlainFile.start(of: path, upTo: 4 * reach)) ?? []
  }
}
